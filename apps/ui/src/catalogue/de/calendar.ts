import { rich } from "../rich.ts";
import type { CalendarWords } from "../words.ts";

/** Words of the desk's calendars in German. */
export const calendar: CalendarWords = {
  calendars: "Kalender",
  calendarsIntro: "Nach diesen Kalendern der geltenden Support-Regeln wird die Servicezeit gezählt.",
  which: "Kalender",
  year: "Jahr",
  previousYear: (year) => `${year}, das Jahr davor`,
  nextYear: (year) => `${year}, das Jahr danach`,
  openHours: (hours) => `${hours} offene Stunden`,
  heading: (name, city) => `${name}, ${city}`,
  versions: (policy, version) => `Support-Regeln ${policy}, Kalenderfassung ${version}`,
  always: "Rund um die Uhr offen, an jedem Tag des Jahres. Kein Datum ist geschlossen.",
  alwaysName: "Rund um die Uhr",
  week: (days, hours) => `${days} ${hours}`,
  dayRange: (from, to) => `${from} bis ${to}`,
  noWeek: "keine wöchentlichen Zeiten",

  gridLabel: (name, year) => `${name}, ${year}, Tag für Tag`,
  gridHint: "Die Pfeiltasten gehen von Tag zu Tag; die Zeile darunter sagt, was bekannt ist.",
  holidayLetter: "F",
  specialLetter: "s",
  legend: {
    open: "offen",
    closed: "geschlossen",
    holiday: "Feiertag",
    special: "besonderer Tag",
    change: "Zeitumstellung",
  },
  dayKinds: {
    open: "offen",
    closed: "kein Geschäftstag",
    holiday: "Feiertag",
    special: "besonderer Tag",
  },
  closedAllDay: "ganztägig geschlossen",
  openFromTo: (hours) => `offen ${hours}`,
  breakOf: (name, hours) => `${name} ${hours}`,
  break: "Pause",
  and: "und",
  clocksForward: (duration) => `Uhren werden um ${duration} vorgestellt`,
  clocksBack: (duration) => `Uhren werden um ${duration} zurückgestellt`,
  reaches: (through) => `Die Feiertagsliste reicht bis ${through}.`,
  noList: "Es wird keine Feiertagsliste geführt.",
  source: (source) => rich`Quelle: ${source}`,
  beyondList: (year, through) =>
    `Die Feiertagsliste endet am ${through}. Spätere Feiertage von ${year} sind hier nicht bekannt und zählen als gewöhnliche Tage.`,

  asTable: "Das Jahr als Tabelle",
  tableCaption: (name, year) => `${name} im Jahr ${year}, Monat für Monat`,
  month: "Monat",
  openDays: "Offene Tage",
  openHoursColumn: "Offene Stunden",
  notable: "Feiertage, besondere Tage, Zeitumstellungen",
  nothingNotable: "keine",
  wholeYear: "Ganzes Jahr",

  endingTitle: "Die Feiertagsliste endet bald",
  endedTitle: "Die Feiertagsliste ist zu Ende",
  endingText: (through) =>
    `Sie reicht bis ${through}. Spätere Tage zählen als gewöhnliche Geschäftstage; Fristen kämen dann zu früh. Erzeugen Sie die nächste Liste, prüfen Sie sie, legen Sie sie in den Ordner der Support-Regeln und veröffentlichen Sie.`,
  endingCommand: "Befehl, der die nächste Liste erzeugt",
  endingCountry: "COUNTRY steht für ein Land oder eine Region, etwa US oder DE-BY.",

  recomputeTitle: "Offene Tickets nach der letzten Veröffentlichung",
  recomputeRunning: (version) => `Fassung ${version}: Offene Tickets werden neu berechnet.`,
  recomputeCounting: "Die offenen Tickets werden gezählt.",
  recomputeProgress: (done, total) => `${done} von ${total}`,
  recomputeMoved: (earlier, later) => `bisher ${later} später, ${earlier} früher`,
  recomputeDone: (version, when) => rich`Fassung ${version}: fertig ${when}.`,
  recomputeSums: (looked, later, earlier) =>
    `${looked} offene Tickets angesehen: ${later} später (den Kunden wird es gesagt), ${earlier} früher.`,
  recomputeFinishedSaid: "Alle offenen Tickets sind neu berechnet.",

  changeThem: "Zeiten oder Feiertage in einem Entwurf der Support-Regeln ändern",
};
