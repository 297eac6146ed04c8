import type { ReactNode } from "react";
import { rich } from "../rich.ts";

/** Words of the desk's calendars. */
export const calendar = {
  calendars: "Calendars",
  calendarsIntro: "Business time is counted by these calendars of the support policy in force.",
  which: "Calendar",
  year: "Year",
  previousYear: (year: number) => `${year}, the year before`,
  nextYear: (year: number) => `${year}, the year after`,
  openHours: (hours: string) => `${hours} open hours`,
  heading: (name: string, city: string) => `${name}, ${city}`,
  versions: (policy: string, version: string) => `Policy ${policy}, calendar version ${version}`,
  always: "Open round the clock, every day of the year. No date is closed.",
  alwaysName: "Around the clock",
  week: (days: string, hours: string) => `${days} ${hours}`,
  dayRange: (from: string, to: string) => `${from} to ${to}`,
  noWeek: "no weekly hours",

  // the grid
  gridLabel: (name: string, year: number) => `${name}, ${year}, day by day`,
  gridHint: "Arrow keys move from day to day; the line below says what is known of it.",
  holidayLetter: "H",
  specialLetter: "s",
  legend: {
    open: "open",
    closed: "closed",
    holiday: "holiday",
    special: "special day",
    change: "clocks change",
  },
  dayKinds: { open: "open", closed: "not a business day", holiday: "holiday", special: "special day" },
  closedAllDay: "closed all day",
  openFromTo: (hours: string) => `open ${hours}`,
  breakOf: (name: string, hours: string) => `${name} ${hours}`,
  break: "break",
  and: "and",
  clocksForward: (duration: string) => `clocks go forward by ${duration}`,
  clocksBack: (duration: string) => `clocks go back by ${duration}`,
  reaches: (through: string) => `The list of holidays reaches ${through}.`,
  noList: "No list of holidays is kept.",
  source: (source: ReactNode) => rich`Source: ${source}`,
  beyondList: (year: number, through: string) =>
    `The list of holidays ends on ${through}. Holidays of ${year} after it are not known here and count as ordinary days.`,

  // the same as a table
  asTable: "The year as a table",
  tableCaption: (name: string, year: number) => `${name} in ${year}, month by month`,
  month: "Month",
  openDays: "Open days",
  openHoursColumn: "Open hours",
  notable: "Holidays, special days, clock changes",
  nothingNotable: "none",
  wholeYear: "Whole year",

  // a list that ends
  endingTitle: "The list of holidays ends soon",
  endedTitle: "The list of holidays has ended",
  endingText: (through: string) =>
    `It reaches ${through}. Dates after it count as ordinary business days, so deadlines would come out too early. Make the next list, review it, put it into the policy's folder and publish.`,
  endingCommand: "Command that makes the next list",
  endingCountry: "COUNTRY is a country or a region of one, such as US or DE-BY.",

  // computing again
  recomputeTitle: "Open tickets after the last publication",
  recomputeRunning: (version: string) => `Version ${version}: open tickets are being computed again.`,
  recomputeCounting: "Counting the open tickets.",
  recomputeProgress: (done: string, total: string) => `${done} of ${total}`,
  recomputeMoved: (earlier: string, later: string) => `${later} later so far, ${earlier} earlier so far`,
  recomputeDone: (version: string, when: ReactNode) => rich`Version ${version}: done ${when}.`,
  recomputeSums: (looked: string, later: string, earlier: string) =>
    `${looked} open tickets looked at: ${later} later (their customers are told), ${earlier} earlier.`,
  recomputeFinishedSaid: "All open tickets are computed again.",

  // changing them
  changeThem: "Change hours or holidays in a draft of the support policy",
};
