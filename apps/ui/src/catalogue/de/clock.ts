import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import type { ClockWords } from "../words.ts";

/** Words of a ticket's clocks in German. */
export const clock: ClockWords = {
  promises: "Zusagen",
  promiseHistory: "Verlauf der Zusagen",
  metrics: {
    "first-response": "Erste Antwort",
    "next-response": "Nächste Antwort",
    acknowledge: "Eingangsbestätigung",
    "acknowledge-and-assign": "Eingangsbestätigung",
    "update-every": "Zwischenstand",
    mitigation: "Linderung",
    workaround: "Umweg",
    "workaround-or-resolution": "Umweg oder Lösung",
    resolution: "Lösung",
  },
  dueBefore: (when) => rich`fällig vor ${when}`,
  dueBy: (when) => rich`fällig bis ${when}`,
  expectedBefore: (when) => rich`erwartet vor ${when}`,
  expectedBy: (when) => rich`erwartet bis ${when}`,
  pausedNow: "steht, solange wir auf den Kunden warten",
  pausedNowCustomer: "steht, solange wir auf Sie warten",
  kept: (answered, due) => rich`gehalten, beantwortet ${answered}; fällig war es ${due}`,
  asExpected: (answered, due) => rich`beantwortet ${answered}; erwartet war es ${due}`,
  answeredNoDue: (answered) => rich`beantwortet ${answered}`,
  late: (due) => rich`zu spät, fällig war es ${due}`,
  longer: (due) => rich`dauert länger als erwartet; erwartet war es ${due}`,
  lateAnswered: (answered, due, duration) =>
    rich`zu spät, beantwortet ${answered}, ${duration} nach der Fälligkeit ${due}`,
  longerAnswered: (answered, due, duration) =>
    rich`beantwortet ${answered}, ${duration} nach der erwarteten Zeit ${due}`,
  withdrawn: "entfallen, das Abonnement endete",
  cancelled: "aufgehoben",
  noHours: "noch keine Zeit: die Geschäftszeiten gehen nach dem Ort des Kunden",
  noTime: "keine zugesagte Zeit",

  started: (when) => rich`${when}: Die Uhr lief los.`,
  moved: (when, from, to) => rich`${when}: Fälligkeit von ${from} auf ${to} verschoben.`,
  movedExpected: (when, from, to) => rich`${when}: Erwartete Zeit von ${from} auf ${to} verschoben.`,
  keptDue: (when, due) => rich`${when}: Es bleibt bei ${due}.`,
  keptExpected: (when, due) => rich`${when}: Es bleibt bei ${due}.`,
  ended: (when, from) => rich`${when}: Keine Zeit ist mehr zugesagt; fällig war es ${from}.`,
  endedExpected: (when, from) => rich`${when}: Keine Zeit ist mehr zu erwarten; erwartet war es ${from}.`,
  given: (when, to) => rich`${when}: fällig ${to}; vorher war keine Zeit zugesagt.`,
  givenExpected: (when, to) => rich`${when}: erwartet ${to}; vorher war keine Zeit zugesagt.`,
  movedBy: (name) => `Durch ${name}.`,
  neverMoved: "Sie hat sich nie verschoben.",

  marks: {
    half: "die halbe Zeit ist verbraucht",
    "four-fifths": "80 % sind verbraucht",
    "last-hour": "letzte offene Stunde",
  },
  crossed: {
    "four-fifths": (number, subject) => `Ticket ${number}, ${subject}: 80 % der Antwortzeit sind verbraucht.`,
    "last-hour": (number, subject) => `Ticket ${number}, ${subject}: Die letzte offene Stunde hat begonnen.`,
    late: (number, subject) => `Ticket ${number}, ${subject}: Die zugesagte Zeit ist verstrichen.`,
    outlasted: (number, subject) => `Ticket ${number}, ${subject}: Die erwartete Zeit ist verstrichen.`,
  },

  downloadJson: "Beleg als JSON herunterladen",
  downloaded: (file) => `${file} ist heruntergeladen.`,
  checkIt: "Selbst nachrechnen",
  checkText:
    "Laden Sie den Beleg herunter, besorgen Sie die Support-Regeln, die er nennt, und lassen Sie das offene Programm die Zeit noch einmal berechnen. Es sagt gleich, oder wo es abweicht.",
  checkCommand: "Befehl, der es noch einmal berechnet",
  checkFolder: (directory, version, page) =>
    rich`${directory} ist der Ordner der Fassung ${version}. Was sie sagt, steht unter ${page}; um den Ordner bitten Sie den Anbieter.`,
  foldedDays: (count) => `+ ${counted("de", count, "Geschäftstag", "Geschäftstage")}`,
  foldedTime: (open) => `+ ${open} Servicezeit`,
  foldedNothing: (count) => `+ ${counted("de", count, "geschlossener Abschnitt", "geschlossene Abschnitte")}`,
};
