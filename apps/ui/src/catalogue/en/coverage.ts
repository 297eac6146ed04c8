import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

/** Words of what support covers: Issues, exclusions, approvals, misuse, and assessments that wait. */
export const coverage = {
  // both sides
  notCovered: "Why support does not cover it",
  exclusionLine: (number: number, text: string) => `Exclusion ${number}: ${text}.`,
  categoryLine: (text: string) => `“${text}” is no part of support.`,
  namedLine: (what: string) => `It is about: ${what}.`,
  takenBy: (link: ReactNode) => rich`It goes on here: ${link}.`,
  clauseLine: (title: string, version: string) => `Policy, “${title}”, ${version}`,
  proposedThen: "Proposed when it was opened:",

  // triage
  unassessed: (when: ReactNode) => rich`not assessed since ${when}`,

  // the Issue
  issue: "Issue",
  issueNone: "not confirmed",
  issueBy: (name: string, when: ReactNode) => rich`confirmed by ${name}, ${when}`,
  confirmIssue: "Confirm Issue",
  confirmTitle: (number: number) => `Confirm the Issue of ${number}`,
  asks: {
    material: "Why does it matter?",
    verifiable: "How was it verified?",
    documentation: "Which documentation does it fail? The customer reads this.",
  } as Readonly<Record<string, string>>,
  askOther: (what: string) => `What about “${what}”?`,
  answerAll: "Answer each question first.",
  confirmed: "Issue confirmed.",
  noIssueAsked: "This policy does not say what an Issue is, so none can be confirmed.",

  // exclusions
  named: {
    documentation: "Which documentation? The customer reads this.",
    software: "Which software? The customer reads this.",
  } as Readonly<Record<string, string>>,
  namedOther: "Which change or use, in a few words? The customer reads this.",
  namedFirst: "Name what the exclusion is about first.",
  approvedSoftware: (names: string) => `Approved, and so covered: ${names}.`,
  liftedByApproval: "An approval in writing for this customer lifts it.",
  handedOn: "This kind of request is no part of support, so no exclusion has to be named.",

  // misuse
  misuse: "Misuse",
  markMisuse: "Mark as misuse",
  takeMisuseBack: "Take the mark back",
  misuseTitle: (number: number) => `Mark ${number} as misuse of support`,
  misuseBackTitle: (number: number) => `Take back the mark on ${number}`,
  misuseText:
    "It counts in the customer's account at the desk. The customer is not told and nothing else changes.",
  misuseReason: "Reason, only the desk reads it",
  misuseReasonFirst: "Write the reason first.",
  misuseMarked: "Marked as misuse.",
  misuseTaken: "Mark taken back.",
  misuseLine: (name: string, when: ReactNode) => rich`marked as misuse by ${name}, ${when}`,
  misuses: (count: number) => counted("en", count, "ticket marked as misuse", "tickets marked as misuse"),

  // the account
  account: "Account",
  accountTitle: (name: string) => `${name}: approvals and misuse`,
  approvals: "Approvals in writing",
  noApprovals: "Nothing was approved in writing for this customer.",
  approvalLine: (covers: string, document: string) => `${covers} (${document})`,
  approvalBy: (name: string, when: ReactNode) => rich`registered by ${name}, ${when}`,
  approvalUntil: (when: ReactNode) => rich`until ${when}`,
  approvalPast: "no longer in force",
  approvalWithdrawn: (name: string, when: ReactNode) => rich`withdrawn by ${name}, ${when}`,
  withdraw: "Withdraw",
  withdrawName: (covers: string) => `Withdraw the approval of ${covers}`,
  withdrawn: "Approval withdrawn.",
  register: "Register an approval",
  registerIt: "Register",
  registered: "Approval registered.",
  lifts: "Which exclusion does it lift?",
  covers: "What is approved?",
  document: "Which document says so?",
  until: "Until which day? Leave it empty for no end.",
  registerFirst: "Name what is approved and the document first.",
  onlyLeads: "Leads and administrators register and withdraw approvals.",
  noMisuse: "No ticket of this customer is marked as misuse.",
};
