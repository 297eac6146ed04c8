import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import type { WishWords } from "../words.ts";

const tickets = (count: number) => counted("de", count, "Ticket", "Tickets");
const askedBy = (from: number, count: number) =>
  `${counted("de", from, "Kunde hat", "Kunden haben")} darum gebeten (${tickets(count)})`;

export const wish: WishWords = {
  onTicket: "Worum es in diesem Ticket geht",
  noted: (title) => rich`Notiert als „${title}“.`,
  putBack: (title) => rich`Notiert als „${title}“. Es ist nicht mehr geplant.`,
  planned: (title, release) => rich`Notiert als „${title}“, geplant für Version ${release}.`,
  out: (title) => rich`Notiert als „${title}“. Es ist da.`,
  outWith: (title, release) => rich`Notiert als „${title}“. Es ist mit Version ${release} da.`,
  declined: (title) => rich`Notiert als „${title}“. Wir haben uns dagegen entschieden.`,
  reason: (reason) => rich`Grund: ${reason}`,

  wishes: "Wünsche",
  intro:
    "Worum Kunden bitten, das Häufigste zuerst. Ein Ticket wird in seinem eigenen Menü als Wunsch notiert; das Ticket endet, der Wunsch bleibt, und wer darum gebeten hat, erfährt, was daraus wird.",
  find: "Nach Titel suchen",
  state: "Zeigen",
  all: "alle",
  states: { noted: "notiert", planned: "geplant", out: "da", declined: "abgelehnt" },
  none: "Noch ist kein Wunsch notiert. Öffnen Sie ein Ticket, in dem um etwas gebeten wird, und notieren Sie es in seinem Menü.",
  noneFound: "Kein Wunsch passt. Wählen Sie andere Worte, oder zeigen Sie alle.",
  asked: (from, count) => (count === 0 ? "niemand bittet darum" : askedBy(from, count)),
  plannedFor: (release) => rich`geplant für ${release}`,
  outWithShort: (release) => rich`da mit ${release}`,
  since: (when) => rich`seit ${when}`,

  back: "Alle Wünsche",
  customersRead: "Kunden lesen",
  askingTickets: "Tickets, in denen darum gebeten wird",
  noneAsking: "In keinem Ticket wird darum gebeten.",
  moreAsking: (count) => `und ${tickets(count)} mehr`,
  history: "Verlauf",
  opened: (when, by) => rich`${when}, ${by}: notiert`,
  wasPlanned: (when, by, release) => rich`${when}, ${by}: für Version ${release} geplant`,
  wasOut: (when, by) => rich`${when}, ${by}: ist da`,
  wasOutWith: (when, by, release) => rich`${when}, ${by}: ist mit Version ${release} da`,
  wasDeclined: (when, by) => rich`${when}, ${by}: abgelehnt`,
  wasPutBack: (when, by) => rich`${when}, ${by}: nicht mehr geplant, wieder notiert`,
  somebody: "jemand",
  ended: {
    out: "Dieser Wunsch ist erfüllt. Wer darum gebeten hat, erfährt es im Ticket und per Mail; das dauert einen Augenblick.",
    declined:
      "Dieser Wunsch ist abgelehnt. Wer darum gebeten hat, erfährt den Grund im Ticket und per Mail; das dauert einen Augenblick.",
  },

  step: "Was daraus wird",
  steps: {
    planned: "Es ist für eine Version geplant",
    noted: "Es ist nicht mehr geplant",
    out: "Es ist da",
    declined: "Wir entscheiden uns dagegen",
  },
  outHint: "Für eine Version geplant, ist es von selbst da, sobald die Version da ist.",
  release: "Welche Version?",
  releaseNew: "Eine neue Version: Sie steht dann unter Produktversionen.",
  releaseKnown: "Diese Version ist bekannt.",
  releaseOut:
    "Diese Version ist schon da. Sagen Sie, dass der Wunsch erfüllt ist, oder nennen Sie eine, die noch kommt.",
  releaseSame: "Es ist schon für diese Version geplant.",
  why: "Grund, die Kunden lesen ihn",
  whyOptional: "Grund, die Kunden lesen ihn (darf leer bleiben)",
  effect: "Wer es erfährt",
  effectTold: (from, count) =>
    count === 0
      ? "Niemand bittet darum, also erfährt es niemand."
      : `${askedBy(from, count)}: Es steht in jedem Ticket, und seine Leute bekommen eine Mail.`,
  forGood: "Das lässt sich nicht zurücknehmen.",
  theyRead: "Sie lesen, jeweils in der Sprache ihres Tickets",
  chooseFirst: "Wählen Sie zuerst, was daraus wird.",
  releaseFirst: "Nennen Sie zuerst die Version.",
  reasonFirst: "Schreiben Sie zuerst den Grund.",
  acts: {
    planned: "Planen und Bescheid geben",
    noted: "Zurückstellen und Bescheid geben",
    out: "Es ist da: Bescheid geben",
    declined: "Ablehnen und Bescheid geben",
  },
  telling: "Bescheid wird gegeben.",
  said: {
    planned: "Geplant.",
    noted: "Zurückgestellt.",
    out: "Vermerkt: Es ist da.",
    declined: "Abgelehnt.",
  },

  fact: "Wunsch",
  note: "Notieren",
  noteTitle: (number) => `${number} als Wunsch notieren`,
  noteText: "Das Ticket endet wie immer; der Wunsch bleibt, und dieser Kunde erfährt, was daraus wird.",
  title: "Worum gebeten wird",
  titleHint:
    "Ein paar Worte, etwa „Dunkle Farben in der Konsole“. Wählen Sie beim Schreiben einen bekannten.",
  text: "Ein Satz für Kunden",
  textHint: "Jeder Kunde, der darum bittet, liest ihn im Ticket.",
  isNew: "Ein neuer Wunsch: Er steht dann unter Wünsche.",
  isKnown: (from, count) =>
    count === 0
      ? "Dieser Wunsch ist bekannt: Noch bittet niemand darum."
      : `Dieser Wunsch ist bekannt: ${askedBy(from, count)}.`,
  theyWillRead: "Der Kunde liest im Ticket",
  titleFirst: "Schreiben Sie zuerst, worum gebeten wird.",
  textFirst: "Schreiben Sie zuerst den Satz für Kunden.",
  notedSaid: "Notiert.",
  takeOff: "Herausnehmen",
  takeOffNamed: (title) => `Herausnehmen aus „${title}“`,
  takenOff: "Herausgenommen.",
  alreadyNoted: (title) => `Es ist schon als „${title}“ notiert. Nehmen Sie es zuerst heraus.`,
};
