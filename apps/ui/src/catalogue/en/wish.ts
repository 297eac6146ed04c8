import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

const tickets = (count: number) => counted("en", count, "ticket", "tickets");
const customers = (count: number) => counted("en", count, "customer", "customers");

/** Words of wishes: on the customer's ticket and on the desk. */
export const wish = {
  // on a ticket
  onTicket: "What this ticket asks for",
  noted: (title: ReactNode) => rich`Noted as “${title}”.`,
  putBack: (title: ReactNode) => rich`Noted as “${title}”. It is no longer planned.`,
  planned: (title: ReactNode, release: ReactNode) =>
    rich`Noted as “${title}”, planned for release ${release}.`,
  out: (title: ReactNode) => rich`Noted as “${title}”. It is out.`,
  outWith: (title: ReactNode, release: ReactNode) =>
    rich`Noted as “${title}”. It is out with release ${release}.`,
  declined: (title: ReactNode) => rich`Noted as “${title}”. We decided against it.`,
  reason: (reason: ReactNode) => rich`Reason: ${reason}`,

  // the list
  wishes: "Wishes",
  intro:
    "What customers ask for, most asked first. A ticket is noted as a wish from its own menu; the ticket ends, the wish lives on, and whoever asked is told what becomes of it.",
  find: "Find by title",
  state: "Show",
  all: "all",
  states: { noted: "noted", planned: "planned", out: "out", declined: "declined" },
  none: "No wish is noted yet. Open a ticket that asks for something, and note it from its menu.",
  noneFound: "No wish fits. Choose other words, or show all.",
  asked: (from: number, count: number) =>
    count === 0 ? "nobody asks for it" : `${customers(from)} asked for it (${tickets(count)})`,
  plannedFor: (release: ReactNode) => rich`planned for ${release}`,
  outWithShort: (release: ReactNode) => rich`out with ${release}`,
  since: (when: ReactNode) => rich`since ${when}`,

  // one wish
  back: "All wishes",
  customersRead: "Customers read",
  askingTickets: "Tickets that ask for it",
  noneAsking: "No ticket asks for it.",
  moreAsking: (count: number) => `and ${tickets(count)} more`,
  history: "History",
  opened: (when: ReactNode, by: ReactNode) => rich`${when}, ${by}: noted`,
  wasPlanned: (when: ReactNode, by: ReactNode, release: ReactNode) =>
    rich`${when}, ${by}: planned for release ${release}`,
  wasOut: (when: ReactNode, by: ReactNode) => rich`${when}, ${by}: out`,
  wasOutWith: (when: ReactNode, by: ReactNode, release: ReactNode) =>
    rich`${when}, ${by}: out, with release ${release}`,
  wasDeclined: (when: ReactNode, by: ReactNode) => rich`${when}, ${by}: declined`,
  wasPutBack: (when: ReactNode, by: ReactNode) => rich`${when}, ${by}: no longer planned, noted again`,
  somebody: "somebody",
  ended: {
    out: "This wish is out. Whoever asked for it is told on the ticket and by mail; that takes a moment.",
    declined:
      "This wish was declined. Whoever asked for it is told why, on the ticket and by mail; that takes a moment.",
  },

  // what becomes of it
  step: "What becomes of it",
  steps: {
    planned: "It is planned for a release",
    noted: "It is no longer planned",
    out: "It is out",
    declined: "We decide against it",
  },
  outHint: "Planned for a release, it is out by itself once the release is marked out.",
  release: "Which release?",
  releaseNew: "A new release: it is kept under Releases.",
  releaseKnown: "This release is known.",
  releaseOut: "This release is out already. Say that the wish is out, or name one that is to come.",
  releaseSame: "It is planned for this release already.",
  why: "Reason, the customers read it",
  whyOptional: "Reason, the customers read it (may stay empty)",
  effect: "Who is told",
  effectTold: (from: number, count: number) =>
    count === 0
      ? "Nobody asks for it, so nobody is told."
      : `${customers(from)} asked for it (${tickets(count)}): each ticket says so, and its people get one mail.`,
  forGood: "It cannot be taken back.",
  theyRead: "They read, each in the language of their ticket",
  chooseFirst: "Choose what becomes of it first.",
  releaseFirst: "Name the release first.",
  reasonFirst: "Write the reason first.",
  acts: {
    planned: "Plan it and tell them",
    noted: "Put it back and tell them",
    out: "It is out: tell them",
    declined: "Decline it and tell them",
  },
  telling: "Telling them.",
  said: {
    planned: "Planned.",
    noted: "Put back.",
    out: "Marked out.",
    declined: "Declined.",
  },

  // noting a ticket
  fact: "Wish",
  note: "Note it",
  noteTitle: (number: number) => `Note ${number} as a wish`,
  noteText: "The ticket ends as ever; the wish lives on, and this customer is told what becomes of it.",
  title: "What is wished for",
  titleHint: "A few words, such as “Dark colours in the console”. Choose a known one as you type.",
  text: "A sentence for customers",
  textHint: "Every customer who asks for it reads this on the ticket.",
  isNew: "A new wish: it is kept under Wishes.",
  isKnown: (from: number, count: number) =>
    count === 0
      ? "This wish is known: nobody asks for it yet."
      : `This wish is known: ${customers(from)} asked for it (${tickets(count)}).`,
  theyWillRead: "The customer reads on the ticket",
  titleFirst: "Say what is wished for first.",
  textFirst: "Write the sentence for customers first.",
  notedSaid: "Noted.",
  takeOff: "Take it off",
  takeOffNamed: (title: string) => `Take it off “${title}”`,
  takenOff: "Taken off.",
  alreadyNoted: (title: string) => `It is noted as “${title}” already. Take it off first.`,
};
