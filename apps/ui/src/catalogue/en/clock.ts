import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

/** Words of a ticket's clocks, their history and the receipt's acts, in every app. */
export const clock = {
  // every clock of a ticket
  promises: "Promises",
  promiseHistory: "Promise history",
  metrics: {
    "first-response": "First reply",
    "next-response": "Next reply",
    acknowledge: "Acknowledgement",
    "acknowledge-and-assign": "Acknowledgement",
    "update-every": "Update",
    mitigation: "Mitigation",
    workaround: "Workaround",
    "workaround-or-resolution": "Workaround or resolution",
    resolution: "Resolution",
  },
  dueBefore: (when: ReactNode) => rich`due before ${when}`,
  dueBy: (when: ReactNode) => rich`due by ${when}`,
  expectedBefore: (when: ReactNode) => rich`expected before ${when}`,
  expectedBy: (when: ReactNode) => rich`expected by ${when}`,
  pausedNow: "stands while we wait for the customer",
  pausedNowCustomer: "stands while we wait for you",
  kept: (answered: ReactNode, due: ReactNode) => rich`kept, answered ${answered}; it was due ${due}`,
  asExpected: (answered: ReactNode, due: ReactNode) => rich`answered ${answered}; it was expected ${due}`,
  answeredNoDue: (answered: ReactNode) => rich`answered ${answered}`,
  late: (due: ReactNode) => rich`late, it was due ${due}`,
  longer: (due: ReactNode) => rich`takes longer than expected; it was expected ${due}`,
  lateAnswered: (answered: ReactNode, due: ReactNode, duration: string) =>
    rich`late, answered at ${answered}, ${duration} after it was due on ${due}`,
  longerAnswered: (answered: ReactNode, due: ReactNode, duration: string) =>
    rich`answered at ${answered}, ${duration} after it was expected on ${due}`,
  withdrawn: "withdrawn, the subscription ended",
  cancelled: "cancelled",
  noHours: "no time yet: the hours go by where the customer is",
  noTime: "no promised time",

  // how it moved
  started: (when: ReactNode) => rich`${when}: the clock started.`,
  moved: (when: ReactNode, from: ReactNode, to: ReactNode) => rich`${when}: due moved from ${from} to ${to}.`,
  movedExpected: (when: ReactNode, from: ReactNode, to: ReactNode) =>
    rich`${when}: expected time moved from ${from} to ${to}.`,
  keptDue: (when: ReactNode, due: ReactNode) => rich`${when}: due stays at ${due}.`,
  keptExpected: (when: ReactNode, due: ReactNode) => rich`${when}: expected time stays at ${due}.`,
  ended: (when: ReactNode, from: ReactNode) =>
    rich`${when}: no time is promised any more; it was due ${from}.`,
  endedExpected: (when: ReactNode, from: ReactNode) =>
    rich`${when}: no time is expected any more; it was expected ${from}.`,
  given: (when: ReactNode, to: ReactNode) => rich`${when}: due ${to}; before, no time was promised.`,
  givenExpected: (when: ReactNode, to: ReactNode) =>
    rich`${when}: expected ${to}; before, no time was promised.`,
  movedBy: (name: string) => `By ${name}.`,
  neverMoved: "It never moved.",

  // how much of the time has passed
  marks: {
    half: "half the time is used",
    "four-fifths": "80 % is used",
    "last-hour": "last open hour",
  },
  crossed: {
    "four-fifths": (number: number, subject: string) =>
      `Ticket ${number}, ${subject}: 80 % of the reply time is used.`,
    "last-hour": (number: number, subject: string) =>
      `Ticket ${number}, ${subject}: the last open hour has begun.`,
    late: (number: number, subject: string) => `Ticket ${number}, ${subject}: the promised time has passed.`,
    outlasted: (number: number, subject: string) =>
      `Ticket ${number}, ${subject}: the expected time has passed.`,
  },

  // the receipt's acts
  downloadJson: "Download the receipt as JSON",
  downloaded: (file: string) => `${file} is downloaded.`,
  checkIt: "Check it yourself",
  checkText:
    "Download the receipt, fetch the support policy it names, and have the open program compute the time again. It says equal, or where it differs.",
  checkCommand: "Command that computes it again",
  checkFolder: (directory: string, version: string, page: ReactNode) =>
    rich`${directory} is the folder of version ${version}. What it says stands at ${page}; ask the vendor for the folder.`,
  foldedDays: (count: number) => `+ ${counted("en", count, "business day", "business days")}`,
  foldedTime: (open: string) => `+ ${open} of open time`,
  foldedNothing: (count: number) => `+ ${counted("en", count, "closed span", "closed spans")}`,
};
