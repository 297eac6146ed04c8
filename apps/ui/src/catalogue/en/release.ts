import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

const tickets = (count: number) => counted("en", count, "ticket", "tickets");
const organisations = (count: number) => counted("en", count, "organisation", "organisations");
const waits = (count: number, from: number) =>
  `${tickets(count)} of ${organisations(from)} ${count === 1 ? "waits" : "wait"} for it`;

/** Words of releases on the desk. */
export const release = {
  releases: "Releases",
  intro:
    "Releases of the product that customers wait for. Ending a ticket with a fix in a release names one; marked out, it tells whoever waits.",
  coming: "To come",
  noneComing: "No release is waited for. Name one here, or end a ticket with a fix in one.",
  out: "Out",
  noneOut: "None yet.",
  plan: "Name a release",
  name: "Name",
  nameHint: "Such as 2026-12.1. Upper and lower case are alike.",
  note: "Note",
  noteHint: "May stay empty. Customers read it when the release is out.",
  planIt: "Name it",
  saving: "Saving.",
  planned: "Release named.",
  writeName: "Write its name first.",
  titled: (name: string) => `Release ${name}`,
  plannedAt: (when: ReactNode) => rich`named ${when}`,
  outAt: (when: ReactNode) => rich`out since ${when}`,
  waiting: (count: number, from: number) => (count === 0 ? "nobody waits for it" : waits(count, from)),
  back: "All releases",
  waitingTickets: "Tickets that wait for it",
  noneWaiting: "No ticket waits for it.",
  moreWaiting: (count: number) => `and ${tickets(count)} more`,
  isOut: "This release is out. Whoever waited for it is told on the ticket and by mail; that takes a moment.",
  markOut: "Mark it out",
  markOutNow: "It is out: tell them",
  markingOut: "Telling them.",
  markedOut: "Marked out.",
  effect: "Who is told",
  effectOut: (count: number, from: number) =>
    count === 0
      ? "No ticket waits for it. It cannot be taken back."
      : `${tickets(count)} of ${organisations(from)}: each ticket says so, and its people get one mail. It cannot be taken back.`,
  wishesOut: (count: number) =>
    `${count === 1 ? "A wish is" : `${count} wishes are`} planned for it and out with it; who asked is told:`,
  wishAsked: (count: number, from: number) => `${tickets(count)} of ${organisations(from)}`,
  theyRead: "They read, each in the language of their ticket",
  known: (count: number, from: number) =>
    `This release is known: ${count === 0 ? "nobody waits for it yet" : waits(count, from)}. The customer is told when it is marked out.`,
  knownOut: "This release is out already: the customer is told with your message, and nothing more.",
  isNew: "A new release: it is kept under Releases, and the customer is told when it is marked out.",
};
