import type { At, Place, Report } from "../source/report.ts";
import type { Tree } from "../source/tree.ts";
import { hours } from "./hours.ts";
import { fields, may, named, need, type Read, type Shape } from "./shape.ts";
import { date, idOf, text } from "./words.ts";

/** A closed date or range of dates: of every year (`12-25`, `12-28..01-03`), or of one (`2026-12-24`). */
export type ClosedDates = {
  readonly from: string;
  readonly to: string;
  readonly name: string | null;
  readonly at: Place;
};

export type HolidaysForm = {
  readonly lists: readonly At<string>[];
  readonly dates: readonly ClosedDates[];
  /** Whose holidays count, where the policy leaves them to somebody; null where it states them. */
  readonly whose: At<string> | null;
};

const DATE = /^(?:\d{4}-|--)?\d{2}-\d{2}$/;

/** A leap year, so that 29 February is a date of every year. */
const SOME_YEAR = "2024-";

function isReal(written: string): boolean {
  const full = written.length === 5 ? `${SOME_YEAR}${written}` : written;
  const at = Date.parse(`${full}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(full);
}

/** The dates that a text names; null when it names none, and is the name of a list. */
function datesIn(written: string): Pick<ClosedDates, "from" | "to"> | null {
  const [first = "", last = first, ...more] = written.split("..").map((one) => one.trim());
  if (![first, last].every((one) => DATE.test(one)) || more.length > 0) return null;
  const [from, to] = [first, last].map((one) => one.replace(/^--/, ""));
  return from === undefined || to === undefined ? null : { from, to };
}

const WANTED = "a date such as `12-25` or `2026-12-24`, or a range such as `12-28..01-03`";

function closedOn(written: string, name: string | null, at: Place, report: Report): ClosedDates[] {
  const dates = datesIn(written);
  const isOrdered = dates !== null && (dates.from.length === 5 || dates.from <= dates.to);
  if (dates !== null && isOrdered && dates.from.length === dates.to.length) {
    if (isReal(dates.from) && isReal(dates.to)) return [{ ...dates, name, at }];
  }
  report.add("value-format", at, `\`${written.slice(0, 80)}\` is not ${WANTED}.`, `Write ${WANTED}.`);
  return [];
}

const listName = idOf("holidays", "none", "unstated");

const NOTHING: HolidaysForm = { lists: [], dates: [], whose: null };

const joined = (parts: readonly HolidaysForm[]): HolidaysForm => ({
  lists: parts.flatMap((part) => part.lists),
  dates: parts.flatMap((part) => part.dates),
  whose: parts.find((part) => part.whose !== null)?.whose ?? null,
});

function readOne(tree: Tree, report: Report): HolidaysForm {
  if (tree.kind === "map") {
    const dates = tree.entries.flatMap(({ key, keyAt, value }) => {
      const name = value.kind === "empty" ? null : text.read(value, report).value;
      return closedOn(key, name, keyAt, report);
    });
    return { ...NOTHING, dates };
  }
  if (tree.kind !== "text" || !/^[\d-]/.test(tree.text)) {
    const list = listName.read(tree, report);
    if (list.value === "none" || list.value === "") return NOTHING;
    return list.value === "unstated" ? { ...NOTHING, whose: list } : { ...NOTHING, lists: [list] };
  }
  return { ...NOTHING, dates: closedOn(tree.text.trim(), null, tree.at, report) };
}

const stated: Shape<HolidaysForm> = {
  wanted: `the name of a list in \`holidays/\`, ${WANTED}, \`none\` or \`unstated\``,
  describes: { kind: "list", item: listName, mayStandAlone: true },
  empty: () => NOTHING,
  read: (tree, report) =>
    tree.kind === "list" ? joined(tree.items.map((item) => readOne(item, report))) : readOne(tree, report),
};

const leftOpen = fields({
  whose: need(text, "whose holidays count, e.g. `customer-country` or `place-support-is-given-from`"),
  also: may(stated, "lists and dates that close it besides"),
});

/** What closes a calendar: lists in `holidays/`, dates and ranges, `none`, `unstated`, or `{ whose: … }`. */
export const holidays: Shape<HolidaysForm> = {
  wanted: stated.wanted,
  describes: { kind: "either", shapes: [stated, leftOpen] },
  empty: () => NOTHING,
  read(tree, report) {
    const isOpen = tree.kind === "map" && tree.entries.some(({ key }) => key === "whose" || key === "also");
    if (!isOpen) return stated.read(tree, report);
    const { whose, also } = leftOpen.read(tree, report);
    return { ...(also ?? NOTHING), whose };
  },
};

/** `holidays/<name>.yaml`. */
export const holidayFile = fields({
  name: need(text, "what the list is called"),
  source: need(text, "where the dates were taken from"),
  through: need(date, "the last date the list speaks for"),
  days: need(
    named(
      fields(
        {
          name: need(text, "what the day is called"),
          open: may(hours, "its hours, when it is not closed altogether"),
        },
        "name",
      ),
    ),
    "a line `2026-12-25: Christmas Day` for each day",
  ),
});
export type HolidayForm = Read<typeof holidayFile>;
