const DAY_MS = 86_400_000;
const TWO = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));
const THREE = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(3, "0"));

/** Dates as they were written once, by day since 1970: a page of the queue says the same few hundreds of times. */
const dates = new Map<number, string>();
const MOST_DATES = 2_000;

/** An instant as the wire has it: the text of `toISOString` in a third of its time. */
export function wireInstant(at: number): string {
  const day = Math.floor(at / DAY_MS);
  const ofDay = at - day * DAY_MS;
  const minutes = Math.floor(ofDay / 60_000);
  const seconds = Math.floor(ofDay / 1_000) % 60;
  return `${dateOf(day)}T${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds]}.${THREE[ofDay % 1_000]}Z`;
}

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, -"T00:00:00.000Z".length);
  if (dates.size >= MOST_DATES) dates.clear();
  dates.set(day, date);
  return date;
}
