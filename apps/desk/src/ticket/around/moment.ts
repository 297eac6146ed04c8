const HOUR_MS = 3_600_000;

const two = (figure: number) => String(figure).padStart(2, "0");

/** An instant as a field for date and time holds it, in the zone of this machine. */
export function fieldOf(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant that such a field names; null while it names none. */
export function instantOf(field: string): number | null {
  const at = field === "" ? Number.NaN : new Date(field).getTime();
  return Number.isNaN(at) ? null : at;
}

/** So many hours from now, to the next full five minutes. */
export function inHours(now: number, hours: number): number {
  const step = 5 * 60_000;
  return Math.ceil((now + hours * HOUR_MS) / step) * step;
}

/** The day after today at an hour, in the zone of this machine. */
export function tomorrowAt(now: number, hour: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, hour).getTime();
}
