import { compileCalendar } from "./calendar.ts";
import { CalendarError } from "./errors.ts";
import { formatInstant, parseInstant } from "./iso.ts";
import type { Amount, Calendar, Hours, Schedule, Span } from "./types.ts";

type Dated = { readonly [date: string]: readonly Hours[] };

/** A schedule and a question as the test vectors write them. */
export type WireRequest = {
  readonly schedule: {
    readonly tz: string;
    readonly hours?: Schedule["hours"];
    readonly holidays?: readonly string[];
    readonly dates?: Dated;
    readonly breaks?: Dated;
    readonly pauses?: ReadonlyArray<readonly [string, string]>;
  };
  readonly op: string;
  readonly from: string;
  readonly to?: string;
  readonly amount?: { readonly seconds: number } | { readonly days: number };
  readonly unit?: string;
};

export function scheduleOf({ tz, hours, holidays, dates, breaks }: WireRequest["schedule"]): Schedule {
  const dated = (entries: Dated = {}) =>
    Object.entries(entries).map(([date, list]) => ({ date, hours: list }));
  return {
    zone: tz,
    hours: hours ?? {},
    closed: (holidays ?? []).map((date) => ({ date })),
    special: dated(dates),
    breaks: dated(breaks),
  };
}

export function pausesOf({ pauses = [] }: WireRequest["schedule"]): Span[] {
  return pauses.map(([start, end]) => ({ start: parseInstant(start), end: parseInstant(end) }));
}

export function amountOf({ amount }: WireRequest): Amount {
  if (!amount) return { ms: 0 };
  if ("days" in amount) return { days: amount.days };
  const ms = Math.ceil(Math.abs(Number((amount.seconds * 1000).toFixed(6))));
  return { ms: amount.seconds < 0 ? -ms : ms };
}

const compiled = new WeakMap<WireRequest["schedule"], Calendar>();

/** Several questions about one schedule compile it once. */
function calendarOf(schedule: WireRequest["schedule"]): Calendar {
  const calendar = compiled.get(schedule) ?? compileCalendar(scheduleOf(schedule));
  compiled.set(schedule, calendar);
  return calendar;
}

/** Our answer in the form of the vectors. */
export function answerOf(request: WireRequest): unknown {
  try {
    const calendar = calendarOf(request.schedule);
    const pauses = pausesOf(request.schedule);
    const from = parseInstant(request.from);
    if (request.op === "isOpen") return calendar.isOpen(from);
    if (request.op === "between") {
      const to = parseInstant(request.to ?? request.from);
      if (request.unit !== "days") return calendar.between(from, to, pauses) / 1000;
      const { num, den } = calendar.betweenDays(from, to, pauses);
      return num / den;
    }
    const due = calendar.add(from, amountOf(request), pauses);
    return due === null ? null : formatInstant(due);
  } catch (error) {
    if (error instanceof CalendarError) return `refused: ${error.code}`;
    throw error;
  }
}

/** Instants are the same however they are written; numbers to a billionth. */
export function isSameAnswer(expected: unknown, given: unknown): boolean {
  if (typeof expected === "number" && typeof given === "number") return Math.abs(expected - given) < 1e-9;
  if (typeof expected === "string" && typeof given === "string" && !given.startsWith("refused")) {
    return parseInstant(expected) === parseInstant(given);
  }
  return expected === given;
}
