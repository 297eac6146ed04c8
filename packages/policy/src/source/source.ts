import type { HolidayForm } from "../grammar/holidays.ts";
import type { PolicyForm } from "../grammar/policy-file.ts";
import { READINGS } from "../grammar/readings.ts";
import type { Instant } from "../types.ts";

/** A policy folder as read: what the author wrote, with places, before anything is decided. */
export type Source = {
  readonly form: PolicyForm;
  /** Lists in `holidays/`, by their file name without `.yaml`. */
  readonly holidays: ReadonlyMap<string, HolidayForm>;
  /** Holds lists that exist but could not be read, so that a reference to one is not called undefined. */
  readonly holidayNames: ReadonlySet<string>;
  readonly page: string;
  readonly now: Instant;
};

/** The readings that the author wrote, by key. */
export function statedReadings(form: PolicyForm): ReadonlyMap<string, string | boolean> {
  const stated = new Map<string, string | boolean>();
  const readings: Readonly<Record<string, unknown>> = form.readings ?? {};
  for (const { key } of READINGS) {
    const property = key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const read = readings[property];
    if (typeof read === "object" && read !== null && "value" in read) {
      if (typeof read.value === "string" || typeof read.value === "boolean") stated.set(key, read.value);
    }
  }
  return stated;
}

/** A name for people where the author wrote only an id: `launch_v3` reads “Launch v3”. */
export function nameFromId(id: string): string {
  const words = id.replaceAll(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
