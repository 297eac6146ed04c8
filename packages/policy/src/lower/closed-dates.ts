import type { Instant, LocalDate } from "@troth/business-time";
import type { ClosedDates } from "../grammar/holidays.ts";

const DAY_MS = 86_400_000;
/** Dates of every year are spread from some years before the policy's date to beyond what any clock can reach. */
const YEARS_BEFORE = 5;
const YEARS_AFTER = 31;
/** A range longer than a year closes it altogether; more dates say nothing more. */
const MOST_DAYS = 366;

type Closed = { readonly date: LocalDate; readonly name?: string };
type Dates = Pick<ClosedDates, "from" | "to" | "name">;

/** Whether dates are those of every year: `12-25`, not `2026-12-25`. */
export const isYearly = ({ from }: Dates): boolean => from.length === 5;

const dateOf = (at: number): LocalDate => new Date(at).toISOString().slice(0, 10);

/** The dates from one to another, both inside; none where the year lacks the first, as it does 29 February. */
function span(from: LocalDate, to: LocalDate): LocalDate[] {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (!(dateOf(first) === from && first <= last)) return [];
  const end = dateOf(last) === to ? last : last - DAY_MS;
  const days = Math.min(MOST_DAYS, (end - first) / DAY_MS + 1);
  return Array.from({ length: days }, (_, day) => dateOf(first + day * DAY_MS));
}

function datesOf(dates: Dates, year: number): LocalDate[] {
  if (!isYearly(dates)) return span(dates.from, dates.to);
  const ends = dates.to < dates.from ? year + 1 : year;
  return span(`${year}-${dates.from}`, `${ends}-${dates.to}`);
}

/** Closed dates of a schedule, those of every year spread over the years around `updated`. No date twice. */
export function closedDates(all: readonly Dates[], updated: Instant): Closed[] {
  const now = new Date(updated).getUTCFullYear();
  const closed = new Map<LocalDate, Closed>();
  for (const dates of all) {
    const [first, last] = isYearly(dates) ? [now - YEARS_BEFORE, now + YEARS_AFTER] : [now, now];
    for (let year = first; year <= last; year++) {
      for (const date of datesOf(dates, year)) {
        if (!closed.has(date)) closed.set(date, dates.name === null ? { date } : { date, name: dates.name });
      }
    }
  }
  return [...closed.values()];
}
