import { type Calendar, CalendarError, compileCalendar, formatInstant } from "@troth/business-time";
import {
  amountOf,
  BadRequest,
  type Fields,
  fieldsOf,
  instantOf,
  pausesOf,
  scheduleOf,
} from "./clock-request.ts";

/** Answers a whole-ticket scenario (`"op":"ticket"`); throws for one that it cannot read. */
export type AnswerTicket = (request: unknown) => unknown;

/**
 * One line of `troth clock`: a JSON request in, a JSON answer out. Every line is answered: what cannot be
 * read or counted gets `{"id","error"}`, never an exception.
 */
export function answerClockLine(line: string, ticket?: AnswerTicket): string {
  let id: unknown = null;
  try {
    const request = fieldsOf(JSON.parse(line.replace(/^\uFEFF/, "")), "A request");
    id = request["id"] ?? null;
    return JSON.stringify({ id, result: resultOf(request, ticket) ?? null });
  } catch (error) {
    return JSON.stringify({ id, ...refusalOf(error) });
  }
}

function resultOf(request: Fields, ticket: AnswerTicket | undefined): unknown {
  switch (request["op"]) {
    case "add":
      return add(request);
    case "explain":
      return explain(request);
    case "between":
      return between(request);
    case "isOpen":
      return calendarOf(request)?.isOpen(instantOf(request["from"], "from")) ?? false;
    case "ticket":
      if (ticket) return ticket(request);
  }
  throw new BadRequest(`"op" must be add, between, isOpen, explain${ticket ? " or ticket" : ""}.`);
}

function add({ schedule, from, amount }: Fields): string | null {
  const calendar = compileCalendar(scheduleOf(schedule));
  const due = withinHorizon(() =>
    calendar.add(instantOf(from, "from"), amountOf(amount), pausesOf(schedule)),
  );
  return due === null ? null : formatInstant(due);
}

function explain({ schedule, from, amount }: Fields): unknown {
  const calendar = compileCalendar(scheduleOf(schedule));
  const receipt = withinHorizon(() =>
    calendar.explain(instantOf(from, "from"), amountOf(amount), pausesOf(schedule)),
  );
  if (!receipt) return null;
  const rows = receipt.rows.map((row) => ({
    ...row,
    from: formatInstant(row.from),
    to: formatInstant(row.to),
  }));
  return { from: formatInstant(receipt.from), due: formatInstant(receipt.due), rows };
}

function between(request: Fields): number {
  const { schedule, from, to, unit } = request;
  const [start, end] = [instantOf(from, "from"), instantOf(to, "to")];
  const calendar = calendarOf(request);
  if (unit !== "days") return (calendar?.between(start, end, pausesOf(schedule)) ?? 0) / 1000;
  const { num, den } = calendar?.betweenDays(start, end, pausesOf(schedule)) ?? { num: 0, den: 1 };
  return num / den;
}

/** Null for a schedule that is never open: nothing counts on it, which is an answer for `between` and `isOpen`. */
function calendarOf({ schedule }: Fields): Calendar | null {
  const read = scheduleOf(schedule);
  try {
    return compileCalendar(read);
  } catch (error) {
    if (error instanceof CalendarError && error.code === "no-open-time") return null;
    throw error;
  }
}

/** An amount that 30 years do not hold has no answer, as one for which no open time is left. */
function withinHorizon<T>(answer: () => T | null): T | null {
  try {
    return answer();
  } catch (error) {
    if (error instanceof CalendarError && error.code === "horizon") return null;
    throw error;
  }
}

function refusalOf(error: unknown): { error: string; message?: string } {
  if (error instanceof CalendarError) {
    return error.code === "no-open-time"
      ? { error: error.code }
      : { error: error.code, message: error.message };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { error: "bad-request", message };
}
