import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

/** Words of the ticket form and of the dialog around it. */
export const widget = {
  title: "Create Support Ticket",
  supportTitle: "Support",
  myTickets: "My tickets",
  newTicket: "New ticket",
  back: "Back",
  unread: (count: number) => counted("en", count, "unread answer", "unread answers"),

  // the form
  kind: "Kind",
  project: "Project",
  branch: "Branch",
  endpoint: "Endpoint",
  noProject: "Not about one project",
  noBranch: "Whole project",
  noEndpoint: "Whole branch",
  production: "production",
  notProduction: "not production",
  whatHappened: "What happened?",
  whatHappenedHint: "What you did, what you saw, since when. Error messages help.",
  charactersLeft: (left: number) => counted("en", left, "character left", "characters left"),
  severity: "Severity, if you know it",
  severityNeeded: "Severity",
  product: "Product",
  noProduct: "Not about one product",
  notChosen: "Not chosen",
  optional: (label: string) => `${label} (optional)`,
  yes: "Yes",
  no: "No",
  confirm: "Please confirm",
  severityMeaning: "What these mean",
  severityMeaningHide: "Hide what these mean",
  youDecide: "You decide",
  youDecideHint: "A person assesses it and tells you why.",
  examples: "For example",
  // facts that a severity is proposed from
  facts: "A few facts, if you know them",
  factsHint:
    "Nobody has to answer these. From them the support policy proposes a severity; a person decides.",
  factKnown: "Filled in from what your console tells us.",
  notKnown: "Not known",
  proposes: "From these facts the policy proposes",
  useProposal: "Use it",
  proposalChosen: "This is the severity you chose.",
  impact: "What does it cost your business now?",
  impactHint: "One sentence is enough.",
  impactUnknown: "I do not know yet",
  impactUnknownHint: "Accepted all the same; we will ask.",
  send: "Send ticket",
  sending: "Sending.",

  // endpoint states (an idle endpoint is not an outage)
  endpointStand: {
    active: "active",
    starting: "starting",
    idle: "idle",
    disabled: "disabled",
    suspended: "suspended",
  },
  endpointMeaning: {
    active: (id: string) => `${id} is active.`,
    starting: (id: string) => `${id} is starting.`,
    idle: (id: string) =>
      `${id} is idle: it scaled to zero and wakes on the next connection. That is not an outage.`,
    disabled: (id: string) => `${id} was disabled by your team. That is not an outage.`,
  },
  endpointSuspended: (id: string, why: string) => `${id} is suspended: ${why}. That is not an outage.`,

  // what goes along
  sentAlong: "Sent along",
  factNames: {
    page: "page",
    region: "region",
    "request id": "request id",
    "failed operation": "failed operation",
  },
  takeOut: (name: string) => `Take out ${name}`,
  takenOut: (count: number) => `${counted("en", count, "fact", "facts")} taken out.`,
  putBack: "Put back",

  // what to expect
  expected: "When you hear from us",
  expectedUnknown: "The expected reply time could not be worked out just now. Sending works all the same.",
  handedOn: (place: string) =>
    `This goes to ${place}, not to the support queue; no support reply time applies.`,
  routes: { sales: "Sales" },

  // a question with a high severity
  aboveCategory: (severity: string, category: string) =>
    `${severity} is meant for problems in production, not for “${category}”. You can keep it; a person will assess it.`,
  keepSeverity: "Keep it",
  makeSeverity: (name: string) => `Make it ${name}`,

  // what is missing
  faults: {
    "description-empty": "Write what happened: one sentence is enough.",
    "description-long":
      "This is longer than we can take. Shorten it, or send the long part later in the conversation.",
    "answer-missing": "This is asked for here. A few words are enough.",
    "files-missing": "Attach at least one file here.",
    "product-missing": "Choose what it is about.",
    "severity-missing": "Choose how severe it is.",
    "impact-missing": "Write one sentence, or tick “I do not know yet”.",
    "impact-long": "This is longer than we can take. Shorten it.",
    "not-all-confirmed":
      "A request of this kind is taken only when each of these is true. Confirm them all, or choose another kind.",
    unconfirmed: "Please confirm what is true for you.",
  },

  // drafts
  draftKept: "Draft kept",
  draftHere: "Draft kept in this tab; the desk could not be reached.",
  draftSaving: "Keeping the draft.",

  // sent
  sentTitle: (number: number) => `Ticket ${number} is with us`,
  sentRouted: (number: number, place: string) => `Request ${number} is with ${place}`,
  sentWhere: (mail: string) => `You hear from us here and at ${mail}.`,
  sentFlagged: "A person will look at the severity first and tell you why if it changes.",
  openTicket: "Open ticket",
  writeAnother: "Write another",
  done: "Close",

  // not sent
  notSentTitle: "Not sent. Your text is kept.",
  notSent: {
    unreachable: "The desk could not be reached.",
    "signed-out": "Your sign-in in the console has ended. Sign in there again, then try again here.",
  },
  leavesOnReturn: "It is sent by itself if the connection comes back within 5 minutes.",
  copyText: "Copy text",
  byMail: "Write a mail instead",
  inPortal: "Open the portal",

  // no tickets on this plan; what may be written stands before it in the policy's words
  mailFor: (mail: ReactNode) => rich`Write to ${mail}.`,
};
