import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import type { ConductWords } from "../words.ts";

export const conduct: ConductWords = {
  conduct: "Umgang",
  intro:
    "Wer hier schreibt, tut es mit Respekt, Kundschaft wie unsere Leute. Worte können gemeldet werden; ein Mensch entscheidet, nie eine Wortliste.",

  report: "Melden",
  reportOf: (name) => `Melden, was ${name} geschrieben hat`,
  reportWhy: "Was stimmt damit nicht?",
  reportHint: "Wer entscheidet, liest es. Die gemeldete Person erfährt nicht, wer sie gemeldet hat.",
  reportSend: "Melden",
  reporting: "Wird gemeldet.",
  reportEmpty: "Schreiben Sie zuerst, was damit nicht stimmt.",
  reported: (number) =>
    `Gemeldet als Fall ${number}. Ein Mensch sieht es an; was entschieden wurde, lesen Sie unter Umgang und per Mail.`,

  yourReports: "Was Sie gemeldet haben",
  noReports: "Sie haben nichts gemeldet. „Melden“ steht neben jeder Nachricht, die jemand anderes schrieb.",
  reportLine: (number, ticket) => `Fall ${number}, Worte in Ticket ${ticket}`,
  received: (when) => rich`eingegangen ${when}; noch hat niemand entschieden`,
  answered: (when) => rich`eingegangen ${when}; entschieden. Die Antwort:`,
  aboutYou: "Entscheidungen über Sie",
  noneAboutYou: "Keine Entscheidung betrifft Sie.",
  decisions: {
    "no-action": "keine Maßnahme",
    word: "ein Wort",
    warning: "eine Verwarnung",
    "end-support": "das Ende des Supports",
  },
  decisionsTitle: {
    "no-action": "Keine Maßnahme",
    word: "Ein Wort an die Person",
    warning: "Eine Verwarnung",
    "end-support": "Ende des Supports",
  },
  scopes: { person: "nur für die Person", organisation: "für die ganze Organisation" },
  scopesYou: { person: "für Sie", organisation: "für Ihre Organisation" },
  decided: (what, when) => rich`Entschieden: ${what}, ${when}. Der Grund:`,
  reinstated: "Zurückgenommen, der Support steht wieder offen. Der Grund:",
  inForce: "Gilt jetzt.",
  reviewAsked: "Sie haben um eine Überprüfung gebeten:",
  askReview: "Um Überprüfung bitten",
  reviewWhy: "Warum sehen Sie es anders?",
  reviewHint: "Eine Leitung oder Administration sieht es noch einmal an und antwortet hier und per Mail.",
  reviewSend: "Darum bitten",
  reviewSent: "Gebeten. Vom Ergebnis lesen Sie hier und per Mail.",
  reviewEmpty: "Schreiben Sie zuerst, warum Sie es anders sehen.",

  ended: {
    person: (when) => rich`Der Support für Sie endete ${when}. Der Grund:`,
    organisation: (when) => rich`Der Support für diese Organisation endete ${when}. Der Grund:`,
  },
  endedStays:
    "Status und Abrechnung bleiben Ihnen offen, Ihre Tickets bleiben lesbar, und die Entscheidung kann überprüft werden.",
  endedReply: "Hier kann nichts Neues geschrieben werden, weil der Support beendet ist.",
  seeDecision: "Entscheidung ansehen",

  cases: "Fälle",
  noCases:
    "Kein Fall. Wenn jemand eine Nachricht meldet, wartet sie hier auf die Entscheidung eines Menschen.",
  waiting: "Wartet auf eine Entscheidung",
  done: "Entschieden",
  noneWaiting: "Nichts wartet.",
  casesForLeads: "Leitung und Administration entscheiden Fälle, nie einen über die eigenen Worte.",
  caseTitle: (number) => `Fall ${number}`,
  states: {
    reported: "gemeldet",
    decided: "entschieden",
    review: "Überprüfung erbeten",
    reinstated: "zurückgenommen",
  },
  channels: { ticket: "Nachricht", note: "interne Notiz" },
  about: (what, ticket) => rich`${what} in Ticket ${ticket}`,
  writtenBy: (name, organisation) =>
    organisation === null
      ? `Geschrieben von ${name}, aus unserem Team`
      : `Geschrieben von ${name}, ${organisation}`,
  reportedBy: (name, when) => rich`Gemeldet von ${name}, ${when}`,
  theWords: "Die Worte",
  wordsGone: "Diese Worte wurden gelöscht.",
  theReport: "Die Meldung",
  theDecision: "Die Entscheidung",
  decidedBy: (what, name, when) => rich`${what}, durch ${name}, ${when}`,
  toPerson: "Die betroffene Person liest",
  toReporter: "Wer gemeldet hat, liest",
  review: "Die erbetene Überprüfung",
  decide: "Entscheiden",
  decideAgain: "Noch einmal entscheiden",
  decision: "Entscheidung",
  scope: "Für wen",
  words: "Was die betroffene Person liest",
  wordsHint: "Der Grund, klar gesagt. Zu lesen hier und per Mail; am Ende des Supports bei jeder Ablehnung.",
  answer: "Was liest, wer gemeldet hat",
  answerHint: "Was entschieden wurde, soweit es diese Person angeht.",
  effect: "Was geschieht",
  effectNone: "Nur wer gemeldet hat, erfährt davon.",
  effectTold: (name) => `${name} erfährt es in diesen Worten. Sonst ändert sich nichts.`,
  effectEnd: (people, closes) =>
    `${counted("de", people, "Person kann", "Personen können")} nicht mehr nutzen: ${closes}. Abgelehnt wird mit diesem Grund.`,
  effectTickets: (count) =>
    count === 0
      ? "Kein offenes Ticket ändert sich."
      : `${counted("de", count, "offenes Ticket", "offene Tickets")}: lesbar wie zuvor, zugesagte Zeiten zurückgezogen.`,
  effectStays: (list) => `Offen bleiben: die Statusseite, die eigenen Tickets, die Abrechnung, ${list}.`,
  save: "So entscheiden",
  saving: "Wird entschieden.",
  saved: "Entschieden.",
  chooseDecision: "Wählen Sie zuerst eine Entscheidung.",
  chooseScope: "Sagen Sie, für wen der Support endet.",
  writeWords: "Schreiben Sie den Grund, den die betroffene Person liest.",
  writeAnswer: "Schreiben Sie, was liest, wer gemeldet hat.",
  reinstate: "Support wieder öffnen",
  reinstateWords: "Der Grund dafür",
  reinstateHint: "Die Betroffenen lesen ihn hier und per Mail. Jeder Weg steht ihnen sofort wieder offen.",
  reinstateSend: "Wieder öffnen",
  reinstateEmpty: "Schreiben Sie zuerst den Grund.",
  keepNow: "Wer nichts tut, lässt sie, wie sie ist; die Entscheidung gilt weiter.",
  open: "Öffnen",
  back: "Alles zum Umgang",
};
