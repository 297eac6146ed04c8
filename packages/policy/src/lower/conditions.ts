import { nameFromId, type Source } from "../source/source.ts";
import type { Target } from "../types.ts";

/** `opened in office-hours`, `received outside Normal Business Hours`. */
const OPENED =
  /^(?:opened|received|submitted|reported) (?<side>in|inside|during|within|outside of|outside) (?:the )?(?<calendar>.+)$/;

/** The parts of a condition on when a request came; null for any other. `calendar` is what the author calls it. */
export function openedWords(when: string): { readonly calendar: string; readonly isOpen: boolean } | null {
  const found = OPENED.exec(when.trim())?.groups;
  const calendar = found?.["calendar"]?.trim();
  if (calendar === undefined) return null;
  return { calendar, isOpen: !(found?.["side"] ?? "").startsWith("outside") };
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, " ");

/** The calendar during which a condition wants a request to come, by its id or name; null where it names none. */
export function conditionOf(when: string | null, source: Source): NonNullable<Target["openedIn"]> | null {
  const opened = when === null ? null : openedWords(when);
  if (opened === null) return null;
  const wanted = plain(opened.calendar);
  const found = (source.form.calendars ?? []).find(({ id, value }) =>
    [id.value, `${id.value} hours`, value.name?.value ?? nameFromId(id.value)].some(
      (name) => plain(name) === wanted,
    ),
  );
  return found === undefined ? null : { calendar: found.id.value, isOpen: opened.isOpen };
}
