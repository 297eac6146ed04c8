import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import type { CauseWords } from "../words.ts";

const tickets = (count: number) => counted("de", count, "Ticket", "Tickets");
const organisations = (count: number) => counted("de", count, "Organisation", "Organisationen");

export const cause: CauseWords = {
  rootCause: "Ursache",
  parts: {
    happened: "Was geschah",
    impact: "Auswirkung",
    cause: "Ursache",
    changed: "Was wir geändert haben",
  },
  ofTicket: (number) => `Ursache zu Ticket ${number}`,
  ofIncident: (title) => rich`Ursache der Störung „${title}“`,
  askedSince: (when) =>
    rich`Nach der Ursache wird seit ${when} gefragt. Die Beteiligten erfahren per Mail, wenn sie veröffentlicht ist.`,
  ask: "Nach der Ursache fragen",
  askHint: "Das Ticket bleibt beendet. Sie erfahren per Mail, wenn die Ursache veröffentlicht ist.",
  asked: "Nach der Ursache ist gefragt.",
  published: (nth, when) => rich`Fassung ${nth}, veröffentlicht ${when}`,
  publishedBy: (nth, when, by) => rich`Fassung ${nth}, veröffentlicht ${when} von ${by}`,
  read: "Lesen",
  fold: "Zuklappen",
  asPage: "Als Seite öffnen",
  print: "Drucken",
  download: "Als Markdown laden",
  saved: (file) => `${file} ist gespeichert.`,
  changedSince: (line) => rich`Geändert gegenüber der vorigen Fassung: ${line}`,
  earlier: "Frühere Fassungen",
  erased: "Wer diese Fassung schrieb, wurde gelöscht, und der Text mit ihm.",
  toTicket: (number) => `Ticket ${number}`,
  toIncident: (number) => `Störung ${number}`,
  documents: "Dokumente",
  intro:
    "Dokumente über Ursachen: was geschah, die Auswirkung, die Ursache und was Sie geändert haben. Ein Entwurf bleibt im Support; veröffentlicht lesen ihn die Kunden der Tickets.",
  askedFor: "Gefragt und nicht veröffentlicht",
  noneAsked: "Niemand wartet auf eine Ursache.",
  since: (when) => rich`seit ${when}`,
  inIncident: (number) => `Teil von Störung ${number}`,
  drafts: "Entwürfe",
  noDrafts: "Kein Entwurf. Beginnen Sie einen an einem Ticket oder an einer Störung.",
  publishedOnes: "Veröffentlicht",
  nonePublished: "Noch keines.",
  aboutTicket: (number, subject) => `Ticket ${number}: ${subject}`,
  aboutIncident: (number, title) => `Störung ${number}: ${title}`,
  draftBy: (by, when) => rich`Entwurf von ${by}, gespeichert ${when}`,
  onStatusPage: "auch auf der Statusseite",
  back: "Alle Dokumente",
  write: "Ursache aufschreiben",
  writeNext: "Nächste Fassung schreiben",
  open: "Dokument öffnen",
  panelAsked: (when) => rich`Der Kunde fragt seit ${when} nach der Ursache.`,
  decline: "Ablehnen",
  declineTitle: "Die Ursache nicht aufschreiben",
  declineText:
    "Die Bitte ist damit beendet. Die Beteiligten lesen Ihren Grund in der Unterhaltung und per Mail.",
  declined: "Abgelehnt. Die Beteiligten lesen, warum.",
  draftLabel: "Entwurf",
  newDraft: "Neuer Entwurf",
  partHints: {
    happened:
      "Mit Uhrzeiten. Eine Zeit wie 2026-07-06 14:45 UTC erscheint jedem Leser in seiner eigenen Zeitzone.",
    impact: "Wen es betraf, und wie; wenn niemanden, sagen Sie das.",
    cause: "Warum es geschah, oder dass es noch nicht bekannt ist.",
    changed: "Was Sie geändert haben, damit es nicht wiederkommt.",
  },
  markdown: "Markdown wie in Nachrichten. Nichts ist öffentlich, bis Sie es veröffentlichen.",
  save: "Entwurf speichern",
  saving: "Wird gespeichert.",
  draftSaved: "Entwurf gespeichert.",
  dropDraft: "Entwurf verwerfen",
  dropped: "Entwurf verworfen.",
  writeFirst: "Schreiben Sie zuerst mindestens ein Wort.",
  conflict: "Jemand hat dieses Dokument gespeichert, während Sie schrieben",
  conflictText:
    "Was dort steht, sehen Sie unter jedem Feld. Ihr Text ist noch in den Feldern: Speichern oder veröffentlichen Sie ihn über den anderen, oder übernehmen Sie den anderen.",
  theirs: "Inzwischen gespeichert",
  takeTheirs: "Den anderen Text übernehmen",
  publish: "Veröffentlichen",
  change: "Was sich gegenüber der vorigen Fassung geändert hat",
  changeHint: "Eine Zeile; Kunden lesen sie neben dem Datum.",
  statusTick: "Auch auf der öffentlichen Statusseite",
  statusHint:
    "Dort lesen es alle, mit denselben Worten. Ohne das Häkchen steht es nicht dort, auch wenn es vorher dort stand.",
  effect: "Wer es liest",
  effectOf: (count, from) =>
    count === 0
      ? "Kein Ticket gehört dazu, also erfährt es niemand."
      : `${tickets(count)} von ${organisations(from)}: Jedes zeigt es, und die Beteiligten bekommen eine Mail. Es lässt sich nicht zurücknehmen; eine spätere Fassung kann mehr sagen.`,
  effectPublic: "Alle, auf der Statusseite.",
  theyRead: "Per Mail lesen sie, jeder in seiner Sprache",
  missingParts: (parts) => `Vor dem Veröffentlichen fehlt noch: ${parts}.`,
  missingChange: "Sagen Sie zuerst, was sich geändert hat.",
  publishNow: (nth) => (nth === 1 ? "Veröffentlichen" : `Fassung ${nth} veröffentlichen`),
  publishing: "Wird veröffentlicht.",
  publishedNow: "Veröffentlicht. Jedes Ticket erfährt es; das dauert einen Augenblick.",
  versions: "Veröffentlichte Fassungen",
  readTickets: "Tickets, deren Kunden es lesen",
  moreTickets: (count) => `und ${tickets(count)} mehr`,
  mergedNow: "Dieses Ticket wurde zusammengelegt. Schreiben Sie über das, in dem es weitergeht.",
};
