import Holidays, { type HolidaysTypes } from "date-holidays";
import { WrongUse } from "../policy/command.ts";
import type { Place } from "./places.ts";

export const TYPES = ["public", "bank", "optional", "school", "observance"] as const;
export type HolidayType = (typeof TYPES)[number];

/** One date of a list. */
export type HolidayDay = {
  /** `YYYY-MM-DD`, in the place's own zone. */
  readonly date: string;
  readonly name: string;
  /** `HH:MM` from which it is a holiday; null for a whole day. */
  readonly closedFrom: string | null;
  /** What a person should look at before the list is saved. */
  readonly remarks: readonly string[];
};

export type Wanted = {
  readonly place: Place;
  readonly first: number;
  readonly last: number;
  readonly types: readonly HolidayType[];
  /** Language of the names; the place's own when null. */
  readonly language: string | null;
};

/** A holiday as date-holidays gives it; notes are in its data and not in its types. */
type Given = HolidaysTypes.Holiday & { readonly note?: string };

const DAY = 86_400_000;
const LUNAR = /Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Ramadan|Shawwal|Dhu/i;
const WEEKEND = new Map([
  [0, "Sunday"],
  [6, "Saturday"],
]);

const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** The holidays of some years by date, each date once. Wrong use for a language that the place has no names in. */
export function daysOf({ place, first, last, types, language }: Wanted): HolidayDay[] {
  const [country = "", state = "", region = ""] = place.codes;
  const list = new Holidays(country, state, region);
  const languages = list.getLanguages();
  if (language !== null && !languages.includes(language))
    throw new WrongUse(
      `There are no names in “${language}” for ${place.name}. Known: ${languages.join(", ")}.`,
    );
  // A day may be kept in the year before the one it belongs to.
  const years = Array.from({ length: last - first + 3 }, (_, index) => first - 1 + index);
  const all = years.flatMap((year): Given[] => list.getHolidays(year, language ?? undefined));
  const isWanted = ({ type }: Given) => types.includes(type);
  const days = all.filter(isWanted).flatMap((one) => datesOf(one, insteadOf(one, all, isWanted)));
  const inYears = days.filter(({ date }) => date >= `${first}-01-01` && date <= `${last}-12-31`);
  return merged(inYears.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)));
}

/** What to say of a holiday that falls on a weekend where days are moved; null when another one in the list stands for it. */
function insteadOf(one: Given, all: readonly Given[], isWanted: (given: Given) => boolean): string | null {
  if (one.substitute === true || !all.some((other) => other.substitute === true && isWanted(other)))
    return null;
  const stem = (name: string) => name.split(" (")[0];
  const others = all.filter(
    (other) =>
      other.date !== one.date &&
      !WEEKEND.has(new Date(other.date.slice(0, 10)).getUTCDay()) &&
      Math.abs(other.start.getTime() - one.start.getTime()) < 7 * DAY &&
      (other.rule === one.rule || stem(other.name) === stem(one.name)),
  );
  const [other] = others;
  if (other === undefined) return "no day in its place is known";
  if (others.some(isWanted)) return null;
  return `${other.date.slice(0, 10)} in its place is a ${other.type} holiday: add it if you close`;
}

/** A holiday of several days is one on each of them; what begins at noon is half a day. */
function datesOf(one: Given, instead: string | null): HolidayDay[] {
  const [on = "", time = "00:00:00"] = one.date.split(" ");
  const remarks = [
    ...(one.type === "public" ? [] : [`${one.type} holiday`]),
    ...(one.note === undefined ? [] : [plain(one.note)]),
    ...(LUNAR.test(one.rule) ? ["by the moon: may move by a day"] : []),
  ];
  const closedFrom = time.slice(0, 5);
  if (closedFrom !== "00:00") return [{ date: on, name: plain(one.name), closedFrom, remarks }];
  const length = (one.end.getTime() - one.start.getTime()) / DAY;
  // A day on which clocks change is an hour shorter or longer.
  const whole = Math.max(1, Math.ceil(length - 1.5 / 24));
  const isPart = Math.abs(length - Math.round(length)) > 1.5 / 24;
  return Array.from({ length: whole }, (_, index) => {
    const date = dateAfter(on, index);
    const weekend = WEEKEND.get(new Date(date).getUTCDay());
    const last = isPart && index === whole - 1 ? ["ends within the day"] : [];
    const moved = instead !== null && weekend !== undefined ? [`a ${weekend}; ${instead}`] : [];
    return { date, name: plain(one.name), closedFrom: null, remarks: [...remarks, ...last, ...moved] };
  });
}

/** One line of text, as a list's name or remark must be. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();

/** Two holidays on one date are one closed day with both names; a whole day wins over half a one. */
function merged(days: readonly HolidayDay[]): HolidayDay[] {
  const byDate = new Map<string, HolidayDay>();
  for (const day of days) {
    const other = byDate.get(day.date);
    if (other === undefined) byDate.set(day.date, day);
    else byDate.set(day.date, both(other, day));
  }
  return [...byDate.values()];
}

function both(a: HolidayDay, b: HolidayDay): HolidayDay {
  if (a.closedFrom !== null && b.closedFrom === null) return both(b, a);
  const isSame = a.name === b.name;
  const closedFrom =
    a.closedFrom === null || b.closedFrom === null ? null : [a.closedFrom, b.closedFrom].toSorted()[0];
  return {
    date: a.date,
    name: isSame || (a.closedFrom === null && b.closedFrom !== null) ? a.name : `${a.name} / ${b.name}`,
    closedFrom: closedFrom ?? null,
    remarks: [
      ...new Set([...a.remarks, ...(b.closedFrom !== null && a.closedFrom === null ? [] : b.remarks)]),
    ],
  };
}
