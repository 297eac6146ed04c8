import type { HolidayDay } from "./days.ts";
import type { Place } from "./places.ts";

/** A list ready to be printed. */
export type HolidayList = {
  readonly place: Place;
  readonly asked: string;
  readonly last: number;
  readonly version: string;
  readonly days: readonly HolidayDay[];
  /** When the desk opens on an ordinary day; null when half days are for a person to fill in. */
  readonly opensAt: string | null;
};

export const SITE = "https://github.com/commenthol/date-holidays";

const WORD = /^[\p{L}\d][\p{L}\p{M}\d ’'().,/&–-]*$/u;
const NO_TEXT = /^(?:[\d.]+|true|false|null|yes|no|on|off)$/i;

/** A name as YAML takes it for text. */
const yaml = (text: string): string => (WORD.test(text) && !NO_TEXT.test(text) ? text : JSON.stringify(text));

/** The hours of a half day; null when the desk is not open on it, undefined when its opening is not known. */
function hoursOf({ closedFrom }: HolidayDay, opensAt: string | null): string | null | undefined {
  if (closedFrom === null || (opensAt !== null && closedFrom <= opensAt)) return null;
  return opensAt === null ? undefined : `${opensAt}-${closedFrom}`;
}

function lineOf(day: HolidayDay, opensAt: string | null): string {
  const hours = hoursOf(day, opensAt);
  const half =
    hours === undefined
      ? [`closed from ${day.closedFrom}: put your opening time in, then take the first # away`]
      : [];
  const remarks = [...half, ...day.remarks];
  const comment = remarks.length === 0 ? "" : ` # ${remarks.join("; ")}`;
  if (hours === null) return `  ${day.date}: ${yaml(day.name)}${comment}\n`;
  const special = `${day.date}: { name: ${JSON.stringify(day.name)}, open: "${hours ?? `HH:MM-${day.closedFrom}`}" }`;
  return `  ${hours === undefined ? "# " : ""}${special}${comment}\n`;
}

/** What to look at before the list is saved. */
function reviewOf({ place, asked, days, opensAt }: HolidayList): string[] {
  const isHalf = days.some(({ closedFrom }) => closedFrom !== null);
  const some = place.parts.slice(0, 3).map((part) => [...place.codes, part].join("-"));
  return [
    "Compare it with the official list, and put that one's address under source.",
    "Governments move days and make new ones: look again each year.",
    ...(place.parts.length > 0
      ? [
          `${asked} has ${place.parts.length} parts with days of their own, which are not in here: ${some.join(", ")} …`,
        ]
      : []),
    ...(days.some(({ remarks }) => remarks.length > 0)
      ? ["Some days have a remark behind them: decide, then take it away."]
      : []),
    ...(isHalf && opensAt === null
      ? ["Half days are written as comments, because only you know when you open (--open)."]
      : []),
  ];
}

/** The list as `holidays/NAME.yaml` holds it, with what to review in comments. */
export function printList(list: HolidayList): string {
  const { place, asked, last, version, days, opensAt } = list;
  const head = [
    `# Made by: troth holidays ${asked}, with date-holidays ${version}. Before you save it:`,
    ...reviewOf(list).map((line) => `# - ${line}`),
    `name: ${yaml(`Public holidays, ${place.name}`)}`,
    `source: date-holidays ${version}, ${SITE}`,
    `through: ${last}-12-31`,
    "days:",
  ];
  return `${head.join("\n")}\n${days.map((day) => lineOf(day, opensAt)).join("")}`;
}
