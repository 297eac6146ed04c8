import { badInstant, checkInstant, DAY, dayOfDate } from "./civil.ts";
import type { Instant } from "./types.ts";
import { writtenOffset } from "./written-offset.ts";

/**
 * The instant of ISO 8601 text with an offset or `Z`, such as `2026-03-02T10:00:00-05:00`. What is finer
 * than a millisecond is cut off. Refuses text without an offset: no zone is ever guessed.
 */
export function parseInstant(text: string): Instant {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)(Z|[+-][\d:]+)$/i.exec(text);
  const [, date = "", clock = "", zone = ""] = match ?? [];
  const ofDay = Date.parse(`1970-01-01T${clock.replace(",", ".")}Z`);
  const offset = /z/i.test(zone) ? 0 : writtenOffset(zone);
  if (!(ofDay < DAY) || offset === null) throw badInstant(text);
  const at = dayOfDate(date) * DAY + ofDay - offset;
  checkInstant(at);
  return at;
}

/** UTC text of an instant, such as `2026-03-02T15:00:00Z`; milliseconds only when there are some. */
export function formatInstant(at: Instant): string {
  checkInstant(at);
  return new Date(at).toISOString().replace(".000Z", "Z");
}
