import { counted } from "../plural.ts";
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

  tryTitle: "Eine Änderung probieren",
  tryText:
    "Dies sind die Dateien der geltenden Fassung. Ändern Sie sie hier: Nichts wird gespeichert oder mitgeteilt, bevor Sie veröffentlichen.",
  file: "Datei",
  fileChanged: (name) => `${name} (geändert)`,
  fileText: (name) => `Text von ${name}`,
  newFile: "Neue Datei",
  newFileName: "Name der neuen Datei",
  newFileBad:
    "Schreiben Sie einen noch freien Namen aus Buchstaben, Ziffern, Punkten und Strichen, der auf .yaml oder .md endet.",
  addFile: "Hinzufügen",
  draftKept: "Entwurf in diesem Tab gesichert",
  draftSame: "Wie die geltende Fassung",
  discard: "Entwurf verwerfen",
  draftOld: (from, now) =>
    `Dieser Entwurf begann mit Fassung ${from}; inzwischen gilt ${now}. Vergleichen Sie vor dem Veröffentlichen, oder verwerfen Sie den Entwurf.`,
  whatChanges: "Was würde sich ändern?",
  working: "Wird angesehen",
  changedSince: "Der Entwurf hat sich seit dieser Antwort geändert. Fragen Sie noch einmal.",
  findingsCount: (errors, warnings) =>
    `${counted("de", errors, "Fehler", "Fehler")}, ${counted("de", warnings, "Warnung", "Warnungen")}`,
  findingKinds: { error: "Fehler", warning: "Warnung" },
  mend: (how) => `Abhilfe: ${how}`,
  notRunnable: "Mit Fehlern darin lässt es sich nicht veröffentlichen.",
  noMoves: (looked) =>
    looked === 0
      ? "Kein Ticket ist offen, also verschiebt sich keines."
      : `Von ${counted("de", looked, "offenen Ticket", "offenen Tickets")} verschiebt sich keines.`,
  moves: (count) =>
    counted(
      "de",
      count,
      "Zusage an offene Tickets verschiebt sich",
      "Zusagen an offene Tickets verschieben sich",
    ),
  movesSplit: (later, earlier) => `${later} später (den Kunden wird es gesagt), ${earlier} früher`,
  movesLooked: (looked) => `${counted("de", looked, "offenes Ticket", "offene Tickets")} angesehen.`,
  movedCaption: "Zusagen, die sich verschieben würden",
  movedColumns: { number: "Nr.", customer: "Kunde", promise: "Zusage", due: "Fällig" },
  movedFromTo: (from, to) => rich`von ${from} auf ${to}`,
  later: "später",
  earlier: "früher",
  movedFirst: (shown, all) => `Die ersten ${shown} von ${all}.`,

  publish: "Veröffentlichen",
  publishOff: "Fragen Sie erst, was sich ändern würde.",
  publishTitle: (version) => `Fassung ${version} veröffentlichen`,
  publishText:
    "Von diesem Augenblick an folgen ihr neue Tickets, die Support-Seite, das Formular und die Antworten. Eine veröffentlichte Fassung ändert sich nie und lässt sich nicht zurücknehmen; eine spätere kann sie ersetzen.",
  publishVersionTaken: (version) =>
    `Fassung ${version} gilt schon. Schreiben Sie in policy.yaml in die Zeile „version:“ eine neue Fassung und fragen Sie noch einmal.`,
  publishNote: "Notiz für die Akten",
  publishIt: (version) => `${version} jetzt veröffentlichen`,
  publishing: "Wird veröffentlicht",
  keepDrafting: "Weiter entwerfen",
  published: (version) => `Fassung ${version} gilt jetzt.`,
};
