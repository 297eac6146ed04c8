import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

/** Words of conduct: reports, decisions, reviews. */
export const conduct = {
  conduct: "Conduct",
  intro:
    "Whoever writes here does so with respect, customers and our people alike. Words can be reported; a person decides, never a list of words.",

  // reporting
  report: "Report",
  reportOf: (name: string) => `Report what ${name} wrote`,
  reportWhy: "What is wrong with it?",
  reportHint: "Whoever decides reads it. The person you report does not learn who reported it.",
  reportSend: "Report it",
  reporting: "Reporting.",
  reportEmpty: "Write what is wrong with it first.",
  reported: (number: number) =>
    `Reported, as case ${number}. A person looks at it, and you hear what was decided under Conduct and by mail.`,

  // one's own
  yourReports: "What you reported",
  noReports: "You have reported nothing. “Report” stands beside each message that somebody else wrote.",
  reportLine: (number: number, ticket: number) => `Case ${number}, words on ticket ${ticket}`,
  received: (when: ReactNode) => rich`received ${when}; a person has not decided yet`,
  answered: (when: ReactNode) => rich`received ${when}; decided. The answer:`,
  aboutYou: "Decisions about you",
  noneAboutYou: "No decision concerns you.",
  decisions: {
    "no-action": "no action",
    word: "a word",
    warning: "a warning",
    "end-support": "the end of support",
  },
  decisionsTitle: {
    "no-action": "No action",
    word: "A word to the person",
    warning: "A warning",
    "end-support": "End of support",
  },
  scopes: { person: "for the person alone", organisation: "for the whole organisation" },
  scopesYou: { person: "for you", organisation: "for your organisation" },
  decided: (what: string, when: ReactNode) => rich`Decided: ${what}, ${when}. The reason:`,
  reinstated: "Taken back, and support is open again. The reason:",
  inForce: "In force now.",
  reviewAsked: "You asked for a review:",
  askReview: "Ask for a review",
  reviewWhy: "Why do you see it otherwise?",
  reviewHint: "A lead or administrator looks at it again and answers here and by mail.",
  reviewSend: "Ask for it",
  reviewSent: "Asked. You hear of its outcome here and by mail.",
  reviewEmpty: "Write why you see it otherwise first.",

  // support has ended
  ended: {
    person: (when: ReactNode) => rich`Support for you ended ${when}. The reason:`,
    organisation: (when: ReactNode) => rich`Support for this organisation ended ${when}. The reason:`,
  },
  endedStays:
    "Status and billing stay open to you, your tickets stay readable, and the decision can be reviewed.",
  endedReply: "Nothing new can be written here, because support has ended.",
  seeDecision: "See the decision",

  // the desk
  cases: "Cases",
  noCases: "No case. When somebody reports a message, it waits here for a person's decision.",
  waiting: "Waiting for a decision",
  done: "Decided",
  noneWaiting: "Nothing waits.",
  casesForLeads: "Leads and administrators decide cases, never one about their own words.",
  caseTitle: (number: number) => `Case ${number}`,
  states: {
    reported: "reported",
    decided: "decided",
    review: "review asked for",
    reinstated: "reinstated",
  },
  channels: { ticket: "message", note: "internal note" },
  about: (what: string, ticket: ReactNode) => rich`${what} on ticket ${ticket}`,
  writtenBy: (name: string, organisation: string | null) =>
    organisation === null ? `Written by ${name}, of our own people` : `Written by ${name}, ${organisation}`,
  reportedBy: (name: string, when: ReactNode) => rich`Reported by ${name}, ${when}`,
  theWords: "The words",
  wordsGone: "These words were erased.",
  theReport: "The report",
  theDecision: "The decision",
  decidedBy: (what: string, name: string, when: ReactNode) => rich`${what}, by ${name}, ${when}`,
  toPerson: "The person concerned reads",
  toReporter: "The reporter reads",
  review: "The review asked for",
  decide: "Decide",
  decideAgain: "Decide again",
  decision: "Decision",
  scope: "For whom",
  words: "What the person concerned reads",
  wordsHint: "The reason, plainly. They read it here and by mail; at the end of support, with each refusal.",
  answer: "What the reporter reads",
  answerHint: "What was decided, as far as it is theirs to know.",
  effect: "What happens",
  effectNone: "Nobody but the reporter is told.",
  effectTold: (name: string) => `${name} is told in these words. Nothing else changes.`,
  effectEnd: (people: number, closes: string) =>
    `${counted("en", people, "person", "people")} can no longer use: ${closes}. They are refused with this reason.`,
  effectTickets: (count: number) =>
    count === 0
      ? "No open ticket changes."
      : `${counted("en", count, "open ticket", "open tickets")}: readable as before, promised times withdrawn.`,
  effectStays: (list: string) => `Open to them stay: the status page, their tickets, billing, ${list}.`,
  save: "Decide it",
  saving: "Deciding.",
  saved: "Decided.",
  chooseDecision: "Choose a decision first.",
  chooseScope: "Say for whom support ends.",
  writeWords: "Write the reason that the person concerned reads.",
  writeAnswer: "Write what the reporter reads.",
  reinstate: "Reinstate support",
  reinstateWords: "The reason for it",
  reinstateHint: "The people concerned read it here and by mail. Every door is open to them at once.",
  reinstateSend: "Reinstate it",
  reinstateEmpty: "Write the reason first.",
  keepNow: "Leave it as it is by doing nothing; the decision stays in force.",
  open: "Open",
  back: "All of conduct",
};
