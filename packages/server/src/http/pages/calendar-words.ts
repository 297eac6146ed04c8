import type { PageLocale } from "./page-locale.ts";

type CalendarWords = {
  readonly title: (name: string, year: number) => string;
  readonly openHours: (hours: string, year: number) => string;
  readonly always: string;
  readonly week: (days: string, hours: string) => string;
  readonly days: (from: string, to: string) => string;
  readonly otherYears: string;
  readonly dayByDay: (year: number) => string;
  readonly legend: string;
  readonly holiday: string;
  readonly special: string;
  readonly byMonth: (year: number) => string;
  readonly month: string;
  readonly openDays: string;
  readonly hours: string;
  readonly notable: string;
  readonly none: string;
  readonly closedAllDay: string;
  readonly breakName: string;
  readonly forward: (duration: string) => string;
  readonly back: (duration: string) => string;
  readonly reaches: (through: string) => string;
  readonly ends: (through: string) => string;
  readonly source: string;
  readonly policy: (version: string) => string;
};

const en: CalendarWords = {
  title: (name, year) => `${name}, ${year}`,
  openHours: (hours, year) => `${hours} open hours in ${year}.`,
  always: "Open round the clock, every day of the year.",
  week: (days, hours) => `${days} ${hours}`,
  days: (from, to) => `${from} to ${to}`,
  otherYears: "Other years",
  dayByDay: (year) => `${year}, day by day`,
  legend: "Number: open. Dot: closed. H: holiday. s: special day.",
  holiday: "H",
  special: "s",
  byMonth: (year) => `${year}, month by month`,
  month: "Month",
  openDays: "Open days",
  hours: "Open hours",
  notable: "Holidays, special days, clock changes",
  none: "none",
  closedAllDay: "closed",
  breakName: "break",
  forward: (duration) => `clocks go forward by ${duration}`,
  back: (duration) => `clocks go back by ${duration}`,
  reaches: (through) => `The list of holidays reaches ${through}.`,
  ends: (through) =>
    `The list of holidays ends on ${through}; holidays after it are not known here and count as ordinary days.`,
  source: "Source:",
  policy: (version) => `Support policy, version ${version}`,
};

const de: CalendarWords = {
  title: (name, year) => `${name}, ${year}`,
  openHours: (hours, year) => `${hours} offene Stunden im Jahr ${year}.`,
  always: "Rund um die Uhr offen, an jedem Tag des Jahres.",
  week: (days, hours) => `${days} ${hours}`,
  days: (from, to) => `${from} bis ${to}`,
  otherYears: "Andere Jahre",
  dayByDay: (year) => `${year}, Tag für Tag`,
  legend: "Zahl: offen. Punkt: geschlossen. F: Feiertag. s: besonderer Tag.",
  holiday: "F",
  special: "s",
  byMonth: (year) => `${year}, Monat für Monat`,
  month: "Monat",
  openDays: "Offene Tage",
  hours: "Offene Stunden",
  notable: "Feiertage, besondere Tage, Zeitumstellungen",
  none: "keine",
  closedAllDay: "geschlossen",
  breakName: "Pause",
  forward: (duration) => `Uhren werden um ${duration} vorgestellt`,
  back: (duration) => `Uhren werden um ${duration} zurückgestellt`,
  reaches: (through) => `Die Feiertagsliste reicht bis ${through}.`,
  ends: (through) =>
    `Die Feiertagsliste endet am ${through}; spätere Feiertage sind hier nicht bekannt und zählen als gewöhnliche Tage.`,
  source: "Quelle:",
  policy: (version) => `Support-Regeln, Fassung ${version}`,
};

/** Words of the public year of a calendar. */
export const CALENDAR_WORDS: Readonly<Record<PageLocale, CalendarWords>> = { en, de };
