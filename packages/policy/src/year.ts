import type { Calendar, Hours, Instant, Schedule } from "@troth/business-time";
import { instantOf, offsetOf } from "@troth/business-time";
import type { PolicyCalendar } from "./types.ts";

/** One date of a calendar, in its own zone. */
export type YearDay = {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly kind: "open" | "closed" | "holiday" | "special";
  /** Name of the holiday or special day. */
  readonly name: string | null;
  /** When it is open, breaks cut out. */
  readonly hours: readonly Hours[];
  readonly breaks: ReadonlyArray<{ readonly name: string | null; readonly hours: readonly Hours[] }>;
  /** Open time that passes on this date, clock changes included. */
  readonly openMs: number;
  /** How far clocks are put forward (above zero) or back. */
  readonly clockChangeMs: number;
};

const UTC = "UTC";

/**
 * Every date of a year with its open hours, holidays and special days, for people to look at. Several desks are
 * shown together, in the zone of the first, whose dates and holidays the business days follow (clock.md A9).
 * `year` is from 1970 to 2100.
 */
export function yearOf({ schedules }: PolicyCalendar, calendar: Calendar, year: number): YearDay[] {
  const first = schedules[0];
  const zone = first?.zone ?? UTC;
  const days: YearDay[] = [];
  for (let on = `${year}-01-01`; on.startsWith(`${year}-`); on = dayAfter(on)) {
    days.push(dayOf(first, calendar, zone, on));
  }
  return days;
}

function dayOf(schedule: Schedule | undefined, calendar: Calendar, zone: string, on: string): YearDay {
  const from = instantOf(zone, on, "00:00");
  const to = instantOf(zone, on, "24:00");
  const closed = schedule?.closed?.find(({ date }) => date === on);
  const special = schedule?.special?.find(({ date }) => date === on);
  const openMs = to > from ? calendar.between(from, to) : 0;
  const plain = openMs > 0 ? "open" : "closed";
  return {
    on,
    kind: special ? "special" : closed ? "holiday" : plain,
    name: (special ?? closed)?.name ?? null,
    hours: hoursIn(calendar, zone, from, to),
    breaks: (schedule?.breaks ?? [])
      .filter(({ date }) => date === on)
      .map(({ name, hours }) => ({ name: name ?? null, hours })),
    openMs,
    clockChangeMs: offsetOf(zone, to) - offsetOf(zone, from),
  };
}

/** The open spans of a date as the zone's wall clock shows them. */
function hoursIn(calendar: Calendar, zone: string, from: Instant, to: Instant): Hours[] {
  const hours: Hours[] = [];
  let at = from;
  while (at < to) {
    const isOpen = calendar.isOpen(at);
    const change = calendar.isAlways ? null : calendar.nextChange(at);
    const until = Math.min(change?.at ?? to, to);
    if (isOpen) hours.push([clockOf(zone, at), until === to ? "24:00" : clockOf(zone, until)]);
    at = until;
  }
  return hours;
}

function clockOf(zone: string, at: Instant): string {
  return new Date(at + offsetOf(zone, at)).toISOString().slice(11, 16);
}

function dayAfter(on: string): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

const MONTHS_AHEAD = 13;

/** Whether a list of holidays ends in less than 13 months, or has ended: somebody has to write the next one. */
export function isListEnding(through: string, now: Instant): boolean {
  const date = new Date(now);
  const ahead = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + MONTHS_AHEAD, date.getUTCDate());
  return through < new Date(ahead).toISOString().slice(0, 10);
}
