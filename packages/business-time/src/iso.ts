import { checkInstant, DAY, dayOfDate, HOUR, MINUTE } from "./civil.ts";
import { CalendarError } from "./errors.ts";
import type { Instant } from "./types.ts";
import { writtenOffset } from "./written-offset.ts";

const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d+))?)?$/;

/**
 * The instant of ISO 8601 text with an offset or `Z`, such as `2026-03-02T10:00:00-05:00`. What is finer
 * than a millisecond is cut off. Refuses text without an offset: no zone is ever guessed.
 */
export function parseInstant(text: string): Instant {
  const match = /^(\d{4}-\d\d-\d\d)[Tt ]([\d:.,]+)([Zz]|[+-][\d:]+)$/.exec(text);
  const [, date = "", clock = "", zone = ""] = match ?? [];
  const time = TIME.exec(clock);
  const offset = /^[Zz]$/.test(zone) ? 0 : writtenOffset(zone);
  if (!time || offset === null || Math.abs(offset) >= DAY) {
    throw new CalendarError(
      "bad-instant",
      `"${text}" is not an instant; write a date, a time and an offset, such as 2026-03-02T10:00:00Z.`,
    );
  }
  const [, hour, minute, second = "0", fraction = ""] = time;
  const ofDay = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * 1000;
  const millis = Number(fraction.padEnd(3, "0").slice(0, 3));
  const at = dayOfDate(date) * DAY + ofDay + millis - offset;
  checkInstant(at);
  return at;
}

/** UTC text of an instant, such as `2026-03-02T15:00:00Z`; milliseconds only when there are some. */
export function formatInstant(at: Instant): string {
  checkInstant(at);
  return new Date(at).toISOString().replace(".000Z", "Z");
}
