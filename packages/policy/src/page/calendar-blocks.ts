import type { Instant, Policy, PolicyCalendar } from "../types.ts";
import type { Block, Item } from "./blocks.ts";
import { calendarHours, ownerWords } from "./calendar-words.ts";
import { dateWords } from "./dates.ts";
import { listed } from "./references.ts";
import {
  after,
  calendarName,
  categoryNames,
  clauses,
  languageNames,
  planNames,
  severityNames,
} from "./sentences.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** “28 December” for `12-28`. */
const dayOfYear = (monthDay: string): string =>
  `${Number(monthDay.slice(3))} ${MONTHS[Number(monthDay.slice(0, 2)) - 1] ?? ""}`;

/** Days that are closed in every year, in words instead of one by one. */
function everyYearWords({ everyYear = [] }: PolicyCalendar): string {
  return listed(
    everyYear.map(({ from, to, name }) => {
      const days = from === to ? dayOfYear(from) : `${dayOfYear(from)} to ${dayOfYear(to)}`;
      return name === null ? days : `${days} (${name})`;
    }),
  );
}

function isEveryYear({ everyYear = [] }: PolicyCalendar, date: string): boolean {
  const day = date.slice(5);
  return everyYear.some(({ from, to }) => (from <= to ? day >= from && day <= to : day >= from || day <= to));
}

type Day = { readonly date: string; readonly name: string; readonly hours: string };

function daysOf(calendar: PolicyCalendar): Day[] {
  const days = calendar.schedules.flatMap((schedule) => [
    ...(schedule.closed ?? []).map(({ date, name }) => ({ date, name: name ?? "Closed", hours: "closed" })),
    ...(schedule.special ?? []).map(({ date, name, hours }) => ({
      date,
      name: name ?? "Other hours",
      hours: hours.map(([from, to]) => `${from} to ${to}`).join(" and ") || "closed",
    })),
  ]);
  return days
    .filter((day) => !isEveryYear(calendar, day.date))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function yearBlock(
  name: string,
  year: string,
  days: readonly Day[],
  { isOpen, isNamed }: { readonly isOpen: boolean; readonly isNamed: boolean },
): Block {
  const words = days.every((day) => day.hours === "closed") ? "Closed days" : "Closed and special days";
  return {
    kind: "fold",
    summary: `${isNamed ? `${name}: ` : ""}${words} ${year} (${days.length})`,
    isOpen,
    blocks: [
      {
        kind: "table",
        caption: `${name}: closed and special days ${year}`,
        columns: ["Date", "Day", "Hours"],
        rows: days.map((day) => ({
          heading: dateWords(Date.parse(`${day.date}T00:00:00Z`)),
          cells: [day.name, day.hours],
        })),
      },
    ],
  };
}

function holidayWords(calendar: PolicyCalendar): string {
  const yearly = everyYearWords(calendar);
  const { holidays } = calendar.leftOpen;
  const whose =
    holidays === null
      ? ""
      : holidays === "unstated"
        ? "Which holidays count is not stated."
        : `Holidays are those of ${ownerWords(holidays)}.`;
  const listedDays =
    calendar.holidaysThrough === null
      ? ""
      : `Closed days are listed through ${dateWords(Date.parse(`${calendar.holidaysThrough}T00:00:00Z`))} (source: ${calendar.holidaysSource}).`;
  const all = [yearly === "" ? "" : `Closed every year: ${yearly}.`, listedDays, whose].filter(
    (one) => one !== "",
  );
  return all.length === 0 ? "No holidays are taken out." : all.join(" ");
}

function insteadItems(policy: Policy, calendar: PolicyCalendar): Item[] {
  return (calendar.instead ?? []).map((one) => ({
    id: null,
    text: `${clauses(
      planNames(policy, one.plan === null ? [] : [one.plan]),
      one.tier,
      severityNames(policy, one.severity === null ? [] : [one.severity]),
      after("by", one.intake),
      categoryNames(policy, one.category === null ? [] : [one.category]),
      after("in", languageNames(policy, one.language === null ? [] : [one.language])),
      after("region", one.region),
      one.when,
    )}: ${calendarName(policy, one.calendar)}`,
  }));
}

/** The region that a calendar is one of several for has a calendar of its own, with an id of both. */
const isOfRegion = (policy: Policy, id: string): boolean =>
  Object.values(policy.calendars).some((one) => (one.regions ?? []).some((region) => region.calendar === id));

/** The calendars of their own right; those of regions stand under the one they are regions of. */
export const ownCalendars = (policy: Policy): PolicyCalendar[] =>
  Object.values(policy.calendars).filter((one) => !isOfRegion(policy, one.id));

/** Hours, zone and the closed days by name, from the year of `at` on; the first two years stand open. */
export function calendarBlocks(policy: Policy, calendar: PolicyCalendar, at: Instant): Block[] {
  const parts = (calendar.regions ?? []).map((region) => ({
    id: region.id,
    of: policy.calendars[region.calendar] ?? calendar,
  }));
  const differ = new Set(parts.map(({ of }) => holidayWords(of))).size > 1;
  const haveOwnDays = new Set(parts.map(({ of }) => JSON.stringify(daysOf(of)))).size > 1;
  const regions = parts.map(
    ({ id, of }): Item => ({
      id: null,
      text: `${id}: ${calendarHours(of)}${differ ? `. ${holidayWords(of)}` : ""}`,
    }),
  );
  const items = [...regions, ...insteadItems(policy, calendar)];
  const closed = differ ? "" : ` ${holidayWords(parts[0]?.of ?? calendar)}`;
  return [
    { kind: "text", text: `${calendar.name}: ${calendarHours(calendar)}.${closed}` },
    ...(items.length > 0 ? [{ kind: "list" as const, isNumbered: false, items }] : []),
    ...(haveOwnDays ? parts.map(({ of }) => of) : [parts[0]?.of ?? calendar]).flatMap((one) =>
      yearBlocks(one, haveOwnDays ? one.name : calendar.name, at, haveOwnDays),
    ),
  ];
}

function yearBlocks(calendar: PolicyCalendar, name: string, at: Instant, isNamed: boolean): Block[] {
  const days = daysOf(calendar);
  const firstYear = String(new Date(at).getUTCFullYear());
  const years = [...new Set(days.map((day) => day.date.slice(0, 4)))].filter((year) => year >= firstYear);
  return years.map((year, index) => {
    const ofYear = days.filter((day) => day.date.startsWith(year));
    return yearBlock(name, year, ofYear, { isOpen: index < 2, isNamed });
  });
}
