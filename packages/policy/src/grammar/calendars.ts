import type { Hours, Weekday } from "@troth/business-time";
import type { At, Report } from "../source/report.ts";
import type { Tree } from "../source/tree.ts";
import { described, fields, listOf, many, may, named, need, type Read, type Shape, scalar } from "./shape.ts";
import { date, idOf, text } from "./words.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const satisfies readonly Weekday[];

type Minutes = { readonly from: number; readonly to: number };

function minuteOf(clock: string): number | null {
  const found = /^(\d{2}):([0-5]\d)$/.exec(clock);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** `09:00-17:00`; an end past 24:00 means the next day (`05:00-25:00` ends at 01:00). */
function windowOf(words: string): Minutes | null {
  if (words === "all day") return { from: 0, to: 1440 };
  const [open = "", close = "", ...rest] = words.split("-").map((one) => one.trim());
  const from = minuteOf(open);
  const to = minuteOf(close);
  if (from === null || to === null || rest.length > 0 || from >= 1440 || to > 2880) return null;
  if (to > 1440 && to - 1440 > from) return null;
  return { from, to: to > 1440 ? to - 1440 : to };
}

const hoursText = (value: string): readonly Hours[] | null => {
  if (value.trim() === "closed") return [];
  const windows = value.split(/,|\band\b/).map((one) => windowOf(one.trim()));
  return windows.every((one) => one !== null)
    ? windows.map((one) => [clockOf(one.from), clockOf(one.to)])
    : null;
};

export const hours: Shape<At<readonly Hours[]>> = scalar(
  'opening hours such as `"09:00-17:00"`, `"09:00-12:00, 13:00-17:00"` or `all day`',
  hoursText,
  [],
);

/** `mon-fri`, `sat`, `daily`, `mon, wed`: the weekdays a key of `open:` names. */
export function weekdaysOf(words: string): readonly Weekday[] | null {
  if (words === "daily") return DAYS;
  const spans = words.split(",").map((span) => {
    const [first = "", last = first] = span.trim().split("-");
    const from = DAYS.findIndex((day) => day === first);
    const to = DAYS.findIndex((day) => day === last);
    if (from < 0 || to < 0) return null;
    return from <= to ? DAYS.slice(from, to + 1) : [...DAYS.slice(from), ...DAYS.slice(0, to + 1)];
  });
  return spans.every((span) => span !== null) ? spans.flat() : null;
}

export type Week = readonly { readonly days: readonly Weekday[]; readonly hours: readonly Hours[] }[];

/** The week of a calendar: weekdays with hours. */
const week: Shape<Week> = {
  wanted: 'a block such as `{ mon-fri: "09:00-17:00" }`',
  describes: { kind: "week", hours },
  empty: () => [],
  read(tree: Tree, report: Report) {
    if (tree.kind !== "map") {
      const wanted = 'a block such as `{ mon-fri: "09:00-17:00" }`';
      report.add("value-type", tree.at, `Here ${wanted} belongs.`, `Write ${wanted}.`);
      return [];
    }
    return tree.entries.flatMap((entry) => {
      const days = weekdaysOf(entry.key);
      if (days === null) {
        report.add(
          "value-format",
          entry.keyAt,
          `\`${entry.key}\` names no weekdays.`,
          "Write `mon-fri`, `sat`, `mon, wed` or `daily`.",
        );
      }
      const read = hours.read(entry.value, report);
      return days === null ? [] : [{ days, hours: read.value }];
    });
  },
};

export type Unbroken = {
  readonly from: Weekday;
  readonly fromClock: string;
  readonly to: Weekday;
  readonly toClock: string;
};

/** One long span through several days, e.g. Sunday afternoon to Friday evening. */
const unbroken = scalar<Unbroken | null>(
  "a span such as `sun 17:00 - fri 18:00`",
  (value) => {
    const found = /^([a-z]{3}) (\d{2}:\d{2}) ?- ?([a-z]{3}) (\d{2}:\d{2})$/.exec(value.trim());
    if (found === null) return null;
    const [, first = "", fromClock = "", last = "", toClock = ""] = found;
    const from = DAYS.find((day) => day === first);
    const to = DAYS.find((day) => day === last);
    const edges = [minuteOf(fromClock), minuteOf(toClock)];
    if (from === undefined || to === undefined || from === to) return null;
    return edges.every((edge) => edge !== null && edge <= 1440) ? { from, fromClock, to, toClock } : null;
  },
  null,
);

const whose = fields({ whose: need(text, "whose it is, e.g. `customer-country`") });

export type ZoneForm = { readonly zone: At<string> } | { readonly whose: At<string> };

const zoneName = described(text, { kind: "scalar", refersTo: ["zone"], words: [] });

/** A zone by name, or `{ whose: … }` where the policy leaves it to the customer. */
const zone: Shape<ZoneForm> = {
  wanted: "an IANA zone such as `Europe/Berlin`",
  describes: { kind: "either", shapes: [zoneName, whose] },
  empty: (at) => ({ zone: { value: "", at } }),
  read: (tree, report) =>
    tree.kind === "map" ? { whose: whose.read(tree, report).whose } : { zone: zoneName.read(tree, report) },
};

export type HolidaysForm = { readonly lists: readonly At<string>[] } | { readonly whose: At<string> };

const holidayLists = many(idOf("holidays", "none"));

/** Names of lists in `holidays/`, `none`, or `{ whose: … }`. */
const holidays: Shape<HolidaysForm> = {
  wanted: "the name of a list in `holidays/`",
  describes: { kind: "either", shapes: [holidayLists, whose] },
  empty: () => ({ lists: [] }),
  read(tree, report) {
    if (tree.kind === "map") return { whose: whose.read(tree, report).whose };
    return {
      lists: holidayLists.read(tree, report).filter((one) => one.value !== "none"),
    };
  },
};

const dated = listOf(
  fields({
    date: need(date, "the local date"),
    name: may(text, "what the day is called"),
    open: need(hours, "the hours of that day"),
  }),
);

const deskKeys = {
  zone: need(zone, "the IANA zone whose clock decides, e.g. `Europe/Berlin`"),
  open: may(week, "the weekly hours"),
  unbroken: may(many(unbroken), "a span that runs through several days"),
  holidays: may(holidays, "the holiday lists that close it, or `none`"),
  special: may(dated, "days with other hours than usual"),
  breaks: may(dated, "hours cut out of single days"),
};

const desk = fields(deskKeys);
export type DeskForm = Read<typeof desk>;

const alone = fields({ name: may(text, "what people call it"), ...deskKeys });
const union = fields({
  name: may(text, "what people call it"),
  desks: need(listOf(desk), "the desks whose hours together are open"),
});

export type CalendarForm = { readonly name: At<string> | undefined; readonly desks: readonly DeskForm[] };

const calendar: Shape<CalendarForm> = {
  wanted: "a block of keys",
  describes: { kind: "either", shapes: [alone, union] },
  empty: () => ({ name: undefined, desks: [] }),
  read(tree, report) {
    const isUnion = tree.kind === "map" && tree.entries.some((entry) => entry.key === "desks");
    if (isUnion) return union.read(tree, report);
    const read = alone.read(tree, report);
    return { name: read.name, desks: [read] };
  },
};

export const calendars = named(calendar, { defines: "calendar" });
export type CalendarsForm = Read<typeof calendars>;

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
