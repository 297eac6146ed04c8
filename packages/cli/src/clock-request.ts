import {
  type Amount,
  type Hours,
  type Instant,
  parseInstant,
  type Schedule,
  type Span,
} from "@troth/business-time";

/** A request that cannot be understood; the message says which part and what was expected. */
export class BadRequest extends Error {}

export type Fields = { readonly [name: string]: unknown };

/** The fields of a JSON object. */
export function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new BadRequest(`${what} must be an object.`);
  }
  return { ...value };
}

/** An instant as ISO text with an offset, or as milliseconds since 1970. */
export function instantOf(value: unknown, what: string): Instant {
  if (typeof value === "number") return value;
  if (typeof value === "string") return parseInstant(value);
  throw new BadRequest(`"${what}" must be an instant such as 2026-03-02T10:00:00Z.`);
}

/** `{"seconds": n}`, away from zero to the next millisecond, or `{"days": n}`. */
export function amountOf(value: unknown): Amount {
  const { days, seconds } = fieldsOf(value, '"amount"');
  if (typeof days === "number") return { days };
  if (typeof seconds !== "number") throw new BadRequest('"amount" must be {"seconds": n} or {"days": n}.');
  // As decimal text, since 4.35 * 1000 is not 4350 in binary.
  const text = String(seconds);
  const ms = Math.ceil(Math.abs(text.includes("e") ? seconds * 1000 : Number(`${text}e3`)));
  return { ms: seconds < 0 ? -ms : ms };
}

/** The schedule of a request: `tz`, `hours`, `holidays`, `dates`, `breaks`. */
export function scheduleOf(value: unknown): Schedule {
  const { tz, hours, holidays, dates, breaks } = fieldsOf(value, '"schedule"');
  if (typeof tz !== "string") throw new BadRequest('"schedule.tz" must name a time zone.');
  const weekly = Object.entries(fieldsOf(hours ?? {}, '"schedule.hours"'));
  return {
    zone: tz,
    hours: Object.fromEntries(weekly.map(([day, list]) => [day, windowsOf(list, `hours.${day}`)])),
    closed: listOf(holidays ?? [], "holidays").map(holidayOf),
    special: datedOf(dates, "dates"),
    breaks: datedOf(breaks, "breaks"),
  };
}

/** The pauses of a schedule; one that ends before it starts pauses nothing. */
export function pausesOf(value: unknown): Span[] {
  const { pauses } = fieldsOf(value, '"schedule"');
  return pairsOf(pauses ?? [], "pauses")
    .map(([start, end]) => ({ start: instantOf(start, "pauses"), end: instantOf(end, "pauses") }))
    .filter(({ start, end }) => start < end);
}

function holidayOf(value: unknown): { date: string; name?: string } {
  if (typeof value === "string") return { date: value };
  const { date, name } = fieldsOf(value, "A holiday");
  if (typeof date !== "string") throw new BadRequest('"schedule.holidays" must be a list of dates.');
  return typeof name === "string" ? { date, name } : { date };
}

function datedOf(value: unknown, what: string): Array<{ date: string; hours: Hours[] }> {
  const dates = Object.entries(fieldsOf(value ?? {}, `"schedule.${what}"`));
  return dates.map(([date, list]) => ({ date, hours: windowsOf(list, `${what}.${date}`) }));
}

function windowsOf(value: unknown, what: string): Hours[] {
  return pairsOf(value ?? [], what).map(([from, to]) => {
    if (typeof from === "string" && typeof to === "string") return [from, to];
    throw new BadRequest(`"schedule.${what}" must be pairs of times such as ["09:00","17:00"].`);
  });
}

function pairsOf(value: unknown, what: string): Array<readonly [unknown, unknown]> {
  return listOf(value, what).map((pair) => {
    const [from, to, ...more] = listOf(pair, what);
    if (more.length > 0) throw new BadRequest(`"schedule.${what}" must be a list of pairs.`);
    return [from, to];
  });
}

function listOf(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new BadRequest(`"schedule.${what}" must be a list.`);
  return value;
}
