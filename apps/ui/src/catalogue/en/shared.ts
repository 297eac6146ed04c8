import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";
import { answers } from "./answers.ts";
import { files } from "./files.ts";

/** Words that more than one app says. */
export const shared = {
  // acts
  send: "Send",
  cancel: "Cancel",
  close: "Close",
  copy: "Copy",
  copyText: "Copy my text",
  copied: "Copied",
  tryAgain: "Try again",
  more: "More",
  signIn: "Sign in",
  signOut: "Sign out",
  show: "Show",
  optional: "optional",

  // time
  yourTime: "your time",
  you: "You",
  utc: "UTC",
  desk: "Desk",
  customer: "Customer",
  policyZone: "Policy",
  timesOf: (short: string) => `${short}: this instant elsewhere`,
  copyTime: "Copy this time",
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => counted("en", count, "day", "days"),
  lessThanAMinute: "less than a minute",
  justNow: "just now",
  since: (when: ReactNode) => rich`since ${when}`,
  endOfDay: (day: string, clock: string, city: string) => `the end of ${day} (${clock} ${city})`,

  // promises
  firmness: {
    commitment: "Commitment",
    target: "Target",
    expectation: "Expectation",
    aspiration: "Aim",
    "best-effort": "Best effort",
    "per-contract": "By contract",
    unstated: "No time stated",
    none: "No promised time",
  },
  severityOf: (rank: number) => `Severity ${rank}`,
  basis: (firmness: string, target: string, severity: string, plan: string) =>
    `${firmness}: ${[target, severity, plan].filter((part) => part !== "").join(", ")}.`,
  willReplyBefore: (when: ReactNode) => rich`We will reply before ${when}.`,
  willReplyBy: (when: ReactNode) => rich`We will reply by ${when}.`,
  usuallyReplyBefore: (when: ReactNode) => rich`We usually reply before ${when}.`,
  usuallyReplyBy: (when: ReactNode) => rich`We usually reply by ${when}.`,
  hoursUnknown:
    "We owe you an answer, but the hours we count in depend on where you are, and we have not been told that yet. A person reads it all the same.",
  noPromisedTime: "No reply time is promised for this. A person reads it all the same.",
  weAreLate: (when: ReactNode) => rich`We are late. We promised a reply before ${when}.`,
  takesLonger: (when: ReactNode) =>
    rich`This takes longer than usual: we expected to reply by ${when}. It is not lost.`,
  lateNext: (name: string | null) =>
    name === null
      ? "Every agent sees it marked as late now. You need not do anything; the record keeps that we were late."
      : `${name} has it now. You need not do anything; the record keeps that we were late.`,
  longerNext: (name: string | null) =>
    name === null
      ? "Every agent sees that it takes longer than expected. You need not do anything."
      : `${name} has it now. You need not do anything.`,
  promiseKept: (answered: ReactNode, due: ReactNode) =>
    rich`Promise kept: answered ${answered}; it was due ${due}.`,
  answeredAsExpected: (answered: ReactNode, due: ReactNode) =>
    rich`Answered ${answered}; it was expected ${due}.`,
  answeredOn: (answered: ReactNode) => rich`Answered ${answered}.`,
  answeredLate: (duration: string) =>
    `We answered ${duration} after the promised time; the record keeps that.`,
  answeredLaterThanExpected: (duration: string) => `We answered ${duration} later than we expected to.`,
  weWaitForYou: "We are waiting for your answer. Our clock stands meanwhile.",
  promiseWithdrawn:
    "The promised time no longer applies, because the plan it came from, or support itself, ended.",
  promiseCancelled: "The promised time no longer applies.",

  // due, as the desk says it
  due: (when: ReactNode) => rich`due ${when}`,
  expected: (when: ReactNode) => rich`expected ${when}`,
  left: (duration: string) => `${duration} left`,
  openTimeLeft: (duration: string) => `${duration} open time left`,
  wallTimeLeft: (duration: string) => `${duration} by the wall clock`,
  theirTurn: "their turn",
  kept: "kept",
  keptEarly: (duration: string) => `kept, ${duration} early`,
  answeredEarly: (duration: string) => `answered, ${duration} before expected`,
  lateBy: (duration: string) => `late ${duration}`,
  wasDue: (when: ReactNode) => rich`was due ${when}`,
  wasExpected: (when: ReactNode) => rich`was expected ${when}`,
  longerBy: (duration: string) => `${duration} longer than expected`,
  answeredLateBy: (duration: string) => `answered ${duration} late`,
  withdrawn: "withdrawn: subscription ended",
  cancelled: "cancelled",
  hoursNotKnown: "hours not known yet",
  noTime: "no promised time",
  answeredNoTime: "answered",

  // the receipt
  whyThisTime: "Why this time?",
  receiptTitle: "How this time comes about",
  receiptDue: (policyTime: string, ownTime: string) => `Due ${policyTime}, that is ${ownTime} for you`,
  receiptExpected: (policyTime: string, ownTime: string) =>
    `Expected ${policyTime}, that is ${ownTime} for you`,
  receiptDueSame: (time: string) => `Due ${time}`,
  receiptExpectedSame: (time: string) => `Expected ${time}`,
  inCity: (time: string, city: string) => `${time} in ${city}`,
  whenIn: (city: string) => `When (${city})`,
  counts: "Counts",
  why: "Why",
  sumOf: (target: string) => `Sum, of ${target}`,
  nothing: "nothing",
  rowReason: {
    open: "open",
    closed: "not a business day",
    holiday: "closed",
    special: "special hours",
    break: "break",
    paused: "waiting for the customer",
    gap: "no subscription",
  },
  closedNamed: (name: string) => `closed: ${name}`,
  namedHours: (reason: string, name: string) => `${reason}: ${name}`,
  beforeOpening: "closed at this hour",
  dueInStrip: "due",
  showFolded: "Show them",
  policyLine: (version: string, clause: string) => `Policy ${version}, “${clause}”`,
  policyChangedOn: (when: ReactNode) => rich`The support policy changed on ${when}.`,
  whatChanged: "What changed",
  policyVersion: (version: string) => `Policy ${version}`,
  calendarLine: (name: string, version: string) => `calendar ${name}, version ${version}`,
  strictly: "A reply at exactly this time would be late.",
  inTime: "A reply at exactly this time is in time.",
  json: "JSON",
  copyReceipt: "Copy",
  receiptSentence: (from: string, due: string, target: string, open: number, skipped: number) =>
    `Counted from ${from}: ${target} of open time in ${counted("en", open, "span", "spans")}, ${counted("en", skipped, "closed span", "closed spans")} skipped, which leads to ${due}.`,
  dueMoved: (from: ReactNode, to: ReactNode) => rich`Due moved from ${from} to ${to}`,

  // severity and plan
  notYetAssessed: "not yet assessed",
  customerChose: (name: string) => `customer chose ${name}`,
  proposedBecause: "Because this applies:",
  proposedFrom: "It rests on:",
  notProposed: (severity: ReactNode) => rich`Not ${severity}, because:`,
  factNo: "no",
  factSources: {
    customer: "said in the form",
    directory: "known from the console",
    category: "from the kind of request",
    incident: "from the open incidents",
  },
  plan: "Plan",
  noPlan: "no support plan",

  // states
  loading: "Loading.",
  loadingStill: "This takes longer than usual. Nothing is lost; it is still being fetched.",
  offlineSince: (clock: string) => `No connection since ${clock}. What you write is kept.`,
  staleAsOf: (when: ReactNode) => rich`As of ${when}; newer facts did not arrive.`,
  failedTitle: "That did not work",
  notFoundTitle: "Not found",
  requestId: "Request",
  copyRequestId: "Copy the request number",
  clauseLine: (title: string, version: string) => `Policy, “${title}”, ${version}`,

  // conversation
  conversation: "Conversation",
  timeline: "Timeline",
  authorYou: "You",
  byAutomation: "sent automatically",
  byAi: "written by a machine",
  erased: "This text was erased on request.",
  noteNotice: "Internal. The customer never sees this.",
  showWhole: "Show all of it",
  showLess: "Show less",
  events: {
    issueConfirmed: (by: string) => `${by} confirmed it as an Issue`,
    misuseMarked: (by: string) => `${by} marked it as misuse of support`,
    misuseWithdrawn: (by: string) => `${by} took the mark of misuse back`,
    assigned: (by: string, to: string | null) =>
      to === null ? `${by} put the ticket back into the queue` : `${by} gave the ticket to ${to}`,
    took: (by: string) => `${by} took the ticket`,
    assessed: (by: string, to: string) => `${by} assessed the severity as ${to}`,
    reassessed: (by: string, from: string, to: string) => `${by} changed the severity from ${from} to ${to}`,
    resolved: (by: string, outcome: string) => `${by} ended the ticket: ${outcome}`,
    inRelease: (ended: string, release: string) => `${ended}, release ${release}`,
    planChanged: (plan: string) => `The support plan changed to ${plan}`,
    supportEnded: "Support was ended by a decision, and with it the plan's promises",
    planEnded: "The subscription ended, and with it the plan's promises",
    breached: "The promised time passed without a reply",
    outlasted: "The expected time passed without a reply",
    incidentLinked: (by: string, number: string) => `${by} made the ticket part of incident ${number}`,
    incidentUnlinked: (by: string, number: string) => `${by} took the ticket out of incident ${number}`,
    releaseOut: (name: string) => `Release ${name} is out, and those who wait for it were told`,
    wishNoted: (by: string, title: string) => `${by} noted the ticket as “${title}”`,
    wishLeft: (by: string, title: string) => `${by} took the ticket off “${title}”`,
    wishPlanned: (title: string, release: string) => `“${title}” is planned for release ${release}`,
    wishBack: (title: string) => `“${title}” is no longer planned`,
    wishOut: (title: string) => `“${title}” is out`,
    wishOutWith: (title: string, release: string) => `“${title}” is out with release ${release}`,
    wishDeclined: (title: string) => `We decided against “${title}”`,
    incidentEnded: (number: string) =>
      `Incident ${number} ended, and the customer was asked whether all is well`,
    corrected: "The breach noted before was wrong and is corrected",
    marks: {
      half: "Half of the reply time has passed",
      "four-fifths": "Four fifths of the reply time have passed",
      "last-hour": "One hour of open time is left",
    },
    other: (kind: string, by: string) => (by === "" ? kind : `${by}: ${kind}`),
  },
  promiseReasons: {
    started: "The clock started.",
    "severity-raised": "The severity was raised.",
    "severity-lowered": "The severity was lowered.",
    "severity-restored": "The severity went back to what it was.",
    "plan-changed": "The support plan changed.",
    "confirmed-in-console": "The ticket was confirmed in the console.",
    "policy-changed": "The support policy changed.",
    "schedule-changed": "The desk's hours changed.",
    lapsed: "The subscription or support ended.",
    reinstated: "The subscription came back.",
    resumed: "The clock went on after waiting.",
    merged: "Another ticket was merged into this one.",
  },
  reasonGiven: (reason: string) => `Reason: ${reason}`,

  // a change of severity, as the customer is told of it
  notice: {
    same: (to: string) => `We treat this as ${to}.`,
    changed: (to: string, from: string) => `We now treat this as ${to} instead of ${from}.`,
    changedBecause: (to: string, from: string, reason: string) =>
      `We now treat this as ${to} instead of ${from}, because ${reason}`,
    raised: (to: string) => `We now treat this as ${to}.`,
    dueLater: (to: string, from: string) => `Our reply is due ${to} instead of ${from}.`,
    dueEarlier: (to: string) => `Our reply is due earlier: ${to}.`,
    object: "If you see it otherwise, say so here; the clock runs on.",
  },

  // ticket states, as a customer and an agent read them
  state: {
    open: "new",
    "waiting-on-us": "with us",
    "waiting-on-customer": "waiting for the customer",
    resolved: "done",
    closed: "closed",
    merged: "merged",
  },

  /** Usual outcomes by id; English shows the policy's own names. */
  outcomes: { unanswered: "closed without an answer" } as Readonly<Record<string, string>>,

  files,

  /** Answers of the policy, by the code of their reason. */
  answers,

  /** What the desk says comes in English already. */
  said: {} as Readonly<Record<string, string>>,
};
