import type { Instant, PolicyCalendar } from "../types.ts";
import type { Block } from "./blocks.ts";
import { calendarHours } from "./calendar-words.ts";
import { dateWords } from "./dates.ts";

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
  return days.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function yearBlock(calendar: PolicyCalendar, year: string, days: readonly Day[], isOpen: boolean): Block {
  return {
    kind: "fold",
    summary: `Closed days ${year} (${days.length})`,
    isOpen,
    blocks: [
      {
        kind: "table",
        caption: `${calendar.name}: closed and special days ${year}`,
        columns: ["Date", "Day", "Hours"],
        rows: days.map((day) => ({
          heading: dateWords(Date.parse(`${day.date}T00:00:00Z`)),
          cells: [day.name, day.hours],
        })),
      },
    ],
  };
}

/** Hours, zone and the closed days by name, from the year of `at` on; the first two years stand open. */
export function calendarBlocks(calendar: PolicyCalendar, at: Instant): Block[] {
  const days = daysOf(calendar);
  const firstYear = String(new Date(at).getUTCFullYear());
  const years = [...new Set(days.map((day) => day.date.slice(0, 4)))].filter((year) => year >= firstYear);
  const holidays =
    calendar.holidaysThrough === null
      ? "No holidays are taken out."
      : `Closed days are listed through ${dateWords(Date.parse(`${calendar.holidaysThrough}T00:00:00Z`))} (source: ${calendar.holidaysSource}).`;
  return [
    { kind: "text", text: `${calendar.name}: ${calendarHours(calendar)}. ${holidays}` },
    ...years.map((year, index) => {
      const ofYear = days.filter((day) => day.date.startsWith(year));
      return yearBlock(calendar, year, ofYear, index < 2);
    }),
  ];
}
