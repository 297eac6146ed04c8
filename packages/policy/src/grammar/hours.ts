import type { Hours, Weekday } from "@troth/business-time";
import type { At, Place, Report } from "../source/report.ts";
import type { Tree } from "../source/tree.ts";
import { described, type Shape, scalar } from "./shape.ts";
import { text } from "./words.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const satisfies readonly Weekday[];

type Minutes = { readonly from: number; readonly to: number };

function minuteOf(clock: string): number | null {
  const found = /^(\d{1,2}):([0-5]\d)$/.exec(clock);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** `09:00-17:00`; an end past 24:00 means the next day (`05:00-25:00` ends at 01:00). */
function windowOf(words: string): Minutes | null {
  if (words === "all day") return { from: 0, to: 1440 };
  const [open = "", close = "", ...rest] = words.split(/[-–]/).map((one) => one.trim());
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

/** `9-17`, `9am to 5:30 pm` and `09.00–17.00` as the language writes them, with the quotes that YAML wants. */
function hoursMeant(words: string): string | null {
  const windows = words.split(/,|\band\b/).map((window) => {
    const clocks = window.split(/[-–—]|\bto\b/).map((clock) => clockMeant(clock.trim().toLowerCase()));
    return clocks.length === 2 && clocks.every((clock) => clock !== null) ? clocks.join("-") : null;
  });
  return windows.every((window) => window !== null) ? windows.join(", ") : null;
}

function clockMeant(words: string): string | null {
  const [, hour, minute = "00", half] = /^(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?m?\.?$/.exec(words) ?? [];
  if (hour === undefined || Number(hour) > 24) return null;
  const isOver = half !== undefined && Number(hour) > 12;
  const noon = half === "p" && Number(hour) < 12 ? 12 : half === "a" && Number(hour) === 12 ? -12 : 0;
  return isOver ? null : `${String(Number(hour) + noon).padStart(2, "0")}:${minute}`;
}

export const hours: Shape<At<readonly Hours[]>> = scalar(
  'opening hours such as `"09:00-17:00"`, `"09:00-12:00, 13:00-17:00"` or `all day`',
  hoursText,
  [],
  hoursMeant,
);

const LONG: readonly string[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/** Place of a weekday in the week, written `mon`, `Mon` or `Monday`; below zero for another word. */
function dayAt(word: string): number {
  const day = word.trim().toLowerCase();
  return Math.max(
    DAYS.findIndex((one) => one === day),
    LONG.indexOf(day),
  );
}

const GROUPS: ReadonlyMap<string, readonly Weekday[]> = new Map<string, readonly Weekday[]>([
  ["daily", DAYS],
  ["weekdays", DAYS.slice(0, 5)],
  ["weekends", DAYS.slice(5)],
]);

/** `mon-fri`, `sat`, `daily`, `weekdays`, `mon, wed`: the weekdays a key of `open:` names. */
export function weekdaysOf(words: string): readonly Weekday[] | null {
  const group = GROUPS.get(words.trim().toLowerCase());
  if (group !== undefined) return group;
  const spans = words.split(",").map((span) => {
    const [first = "", last = first, ...more] = span.split(/[-–]/);
    const [from, to] = [dayAt(first), dayAt(last)];
    if (from < 0 || to < 0 || more.length > 0) return null;
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
          "Write `mon-fri`, `sat`, `mon, wed`, `weekdays`, `weekends` or `daily`.",
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
export const unbroken = scalar<Unbroken | null>(
  "a span such as `sun 17:00 - fri 18:00`",
  (value) => {
    const found = /^([a-z]+) (\d{1,2}:\d{2}) ?[-–] ?([a-z]+) (\d{1,2}:\d{2})$/i.exec(value.trim());
    if (found === null) return null;
    const [, first = "", open = "", last = "", close = ""] = found;
    const [from, to] = [DAYS[dayAt(first)], DAYS[dayAt(last)]];
    const [fromClock, toClock] = [open.padStart(5, "0"), close.padStart(5, "0")];
    const edges = [minuteOf(fromClock), minuteOf(toClock)];
    if (from === undefined || to === undefined || from === to) return null;
    return edges.every((edge) => edge !== null && edge <= 1440) ? { from, fromClock, to, toClock } : null;
  },
  null,
);

/** The weekly hours, or null where the vendor keeps them to itself. */
export type OpenForm = { readonly week: Week } | { readonly unstated: Place };

/** Weekly hours, or `unstated`. */
export const open: Shape<OpenForm> = {
  wanted: `${week.wanted}, or \`unstated\``,
  describes: {
    kind: "either",
    shapes: [week, described(text, { kind: "scalar", refersTo: [], words: ["unstated"] })],
  },
  empty: () => ({ week: [] }),
  read: (tree, report) =>
    tree.kind === "text" && tree.text.trim() === "unstated"
      ? { unstated: tree.at }
      : { week: week.read(tree, report) },
};
