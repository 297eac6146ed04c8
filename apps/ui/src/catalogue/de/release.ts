import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import type { ReleaseWords } from "../words.ts";

const tickets = (count: number) => counted("de", count, "Ticket", "Tickets");
const organisations = (count: number) => counted("de", count, "Organisation", "Organisationen");
const waiting = (count: number, from: number) =>
  `${count === 1 ? "wartet" : "warten"} ${tickets(count)} von ${organisations(from)}`;

export const release: ReleaseWords = {
  releases: "Produktversionen",
  intro:
    "Versionen des Produkts, auf die Kunden warten. Wer ein Ticket mit einer Behebung in einer Version beendet, benennt eine; ist sie da, erfahren es alle, die warten.",
  coming: "Kommt noch",
  noneComing:
    "Auf keine Version wird gewartet. Benennen Sie hier eine, oder beenden Sie ein Ticket mit einer Behebung darin.",
  out: "Ist da",
  noneOut: "Noch keine.",
  plan: "Version benennen",
  name: "Name",
  nameHint: "Etwa 2026-12.1. Groß- und Kleinschreibung sind gleich.",
  note: "Hinweis",
  noteHint: "Kann leer bleiben. Kunden lesen ihn, wenn die Version da ist.",
  planIt: "Benennen",
  saving: "Wird gespeichert.",
  planned: "Version benannt.",
  writeName: "Schreiben Sie zuerst den Namen.",
  titled: (name) => `Version ${name}`,
  plannedAt: (when) => rich`benannt ${when}`,
  outAt: (when) => rich`da seit ${when}`,
  waiting: (count, from) => (count === 0 ? "niemand wartet darauf" : `darauf ${waiting(count, from)}`),
  back: "Alle Versionen",
  waitingTickets: "Tickets, die darauf warten",
  noneWaiting: "Kein Ticket wartet darauf.",
  moreWaiting: (count) => `und ${tickets(count)} mehr`,
  isOut:
    "Diese Version ist da. Wer darauf gewartet hat, erfährt es im Ticket und per Mail; das dauert einen Augenblick.",
  markOut: "Version ist da",
  markOutNow: "Sie ist da: Bescheid geben",
  markingOut: "Bescheid wird gegeben.",
  markedOut: "Vermerkt: Die Version ist da.",
  effect: "Wer es erfährt",
  effectOut: (count, from) =>
    count === 0
      ? "Kein Ticket wartet darauf. Das lässt sich nicht zurücknehmen."
      : `${tickets(count)} von ${organisations(from)}: Es steht in jedem Ticket, und seine Leute bekommen eine Mail. Das lässt sich nicht zurücknehmen.`,
  wishesOut: (count) =>
    `${count === 1 ? "Ein Wunsch ist" : `${count} Wünsche sind`} dafür geplant und mit ihr erfüllt; wer darum gebeten hat, erfährt es:`,
  wishAsked: (count, from) => `${tickets(count)} von ${organisations(from)}`,
  theyRead: "Sie lesen, jeweils in der Sprache ihres Tickets",
  known: (count, from) =>
    `Diese Version ist bekannt: ${count === 0 ? "Noch wartet niemand darauf" : `Darauf ${waiting(count, from)}`}. Der Kunde erfährt es, wenn sie da ist.`,
  knownOut: "Diese Version ist schon da: Der Kunde erfährt es mit Ihrer Nachricht, sonst folgt nichts.",
  isNew:
    "Eine neue Version: Sie steht dann unter Produktversionen, und der Kunde erfährt es, wenn sie da ist.",
};
