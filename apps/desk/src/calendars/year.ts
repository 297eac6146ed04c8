import type { CalendarDay, CalendarYear, Hours } from "../wire.ts";

export type MonthOfYear = {
  /** First date of the month. */
  readonly on: string;
  readonly days: readonly CalendarDay[];
  /** 0 when the month begins on a Monday. */
  readonly firstWeekday: number;
  readonly openDays: number;
  readonly openMs: number;
  /** Days worth a word: holidays, special days, breaks, clock changes. */
  readonly notable: readonly CalendarDay[];
};

/** The days of a year by month, in the order they come. */
export function monthsOf(days: readonly CalendarDay[]): readonly MonthOfYear[] {
  const byMonth = Map.groupBy(days, ({ on }) => on.slice(0, 7));
  return [...byMonth].map(([month, inMonth]) => ({
    on: `${month}-01`,
    days: inMonth,
    firstWeekday: (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7,
    openDays: inMonth.filter(({ openMs }) => openMs > 0).length,
    openMs: inMonth.reduce((sum, { openMs }) => sum + openMs, 0),
    notable: inMonth.filter(isNotable),
  }));
}

function isNotable({ kind, breaks, clockChangeMs }: CalendarDay): boolean {
  return kind === "holiday" || kind === "special" || breaks.length > 0 || clockChangeMs !== 0;
}

/** Weekdays with the same hours that follow one another; 0 is Monday. Closed days are left out. */
export function weekRuns(
  week: CalendarYear["week"],
): readonly { readonly from: number; readonly to: number; readonly hours: Hours }[] {
  const runs: { from: number; to: number; hours: Hours }[] = [];
  week.forEach(({ hours }, at) => {
    if (hours.length === 0) return;
    const last = runs.at(-1);
    if (last?.to === at - 1 && JSON.stringify(last.hours) === JSON.stringify(hours)) last.to = at;
    else runs.push({ from: at, to: at, hours });
  });
  return runs;
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

/** Years to choose from: around the present, as far as the list of holidays goes, and the one shown. */
export function yearsAround(shown: number, now: number, through: string | null): readonly number[] {
  const present = new Date(now).getUTCFullYear();
  const last = Math.max(present + 2, through === null ? 0 : Number(through.slice(0, 4)) + 1, shown);
  const first = Math.min(present - 2, shown);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (year) => year >= FIRST_YEAR && year <= LAST_YEAR,
  );
}

/** The command that makes the next list: two years from the end of this one. Which country, a list does not tell. */
export function nextListCommand(through: string): string {
  const year = Number(through.slice(0, 4)) + (through.endsWith("-12-31") ? 1 : 0);
  return `troth holidays COUNTRY --years ${year}-${year + 1}`;
}
