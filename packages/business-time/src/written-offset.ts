import { HOUR, MINUTE } from "./civil.ts";

/**
 * Milliseconds of an offset written as `+05:30`, `-8`, `+0530` or `-04:56:02`; null for any other text
 * and for more than any place has ever been from UTC.
 */
export function writtenOffset(text: string): number | null {
  const match = /^([+-])(0?\d|1[0-8])(?::?([0-5]\d)(?::([0-5]\d))?)?$/.exec(text);
  if (!match) return null;
  const [, sign, hours, minutes = "0", seconds = "0"] = match;
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
  return sign === "-" ? -size : size;
}
