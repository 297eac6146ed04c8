import type { Instant } from "@troth/business-time";
import type { QuotaLimit } from "./limits.ts";
import type { Clause } from "./words.ts";

/** A language that requests are answered in. */
export type Language = {
  readonly id: string;
  readonly name: string;
  readonly level: "full" | "best-effort";
  /** The support plans that have it; every plan when absent. */
  readonly plans?: readonly string[];
  /** The calendar of its answers; that of the target when absent. */
  readonly calendar?: string;
  /** Severities that are answered in another language, and in which calendar. */
  readonly urgent?: {
    readonly severities: readonly string[];
    readonly in: string | null;
    readonly calendar: string | null;
  };
  readonly note?: string;
};

/** How many people may write for a customer, as written: a number, a formula or steps. */
export type ContactLimit =
  | { readonly kind: "unlimited" }
  | { readonly kind: "number"; readonly count: number }
  | {
      readonly kind: "formula";
      readonly count: number;
      readonly per: number;
      /** What is counted, by the name under which the account tells it, e.g. `nodes`. */
      readonly of: string;
      readonly rounding: "begun" | "full";
      readonly atLeast: number | null;
      readonly atMost: number | null;
    }
  | {
      readonly kind: "steps";
      readonly of: string;
      /** Lowest first: from so many on, so many contacts. */
      readonly steps: readonly { readonly from: number; readonly count: number }[];
      /** Beyond the last step: so many more for each full so many. */
      readonly beyond: { readonly count: number; readonly per: number } | null;
    };

export type ContactRule = {
  /** The plans it is for; null for every plan. */
  readonly plans: readonly string[] | null;
  readonly limit: ContactLimit | null;
  /** Beside the limit of the plan. */
  readonly additional: number | null;
  readonly atLeast: number | null;
  /** What these contacts may open; null for everything. */
  readonly severities: readonly string[] | null;
  /** Who they are, in words. */
  readonly who: string | null;
  /** Who is one without being named, in words. */
  readonly automatic: readonly string[];
  readonly clause: Clause;
};

/** A perk that is counted. */
export type Quota = {
  readonly id: string;
  readonly name: string;
  /** By plan or tier, where the tier is stronger; the key `*` holds for every other plan. */
  readonly limits: Readonly<Record<string, QuotaLimit>>;
  /** Share of what is left that goes over into the next period, and when that lapses. */
  readonly rollOver: { readonly percent: number; readonly until: "quarter" | "year" | null } | null;
  readonly minutes: number | null;
  readonly note: string | null;
  readonly clause: Clause;
};

/** What the desk can check of a person; everything else is a statement that the person confirms. */
export type RequesterCheck =
  | "verified-address"
  | "registered-address"
  | "same-domain"
  | "member"
  | "active-member"
  | "named-contact"
  | "owner-or-admin";

export type Requirement =
  | { readonly kind: "check"; readonly id: RequesterCheck; readonly text: string }
  | { readonly kind: "statement"; readonly id: string; readonly text: string };

/** Who may ask for what: the requester meets all of `allOf`, and one of `anyOf` where there are any. */
export type EligibilityRule = {
  readonly id: string;
  readonly categories: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly plans: readonly string[] | null;
  readonly allOf: readonly Requirement[];
  readonly anyOf: readonly Requirement[];
  readonly clause: Clause;
};

export type FormField = {
  readonly id: string;
  readonly label: string;
  readonly help: string | null;
  readonly isRequired: boolean;
  readonly kind: "text" | "long-text" | "choice" | "files" | "instant" | "yes-no";
  readonly choices: readonly string[];
  /** Where it is asked; null: everywhere. */
  readonly categories: readonly string[] | null;
  readonly severities: readonly string[] | null;
  readonly products: readonly string[] | null;
  readonly plans: readonly string[] | null;
};

export type AttachmentRules = {
  readonly mostBytes: number | null;
  readonly mostFiles: number | null;
  /** File endings without the dot; null: any. */
  readonly types: readonly string[] | null;
  readonly refused: readonly string[];
};

export type FormRules = {
  readonly fields: readonly FormField[];
  readonly attachments: AttachmentRules | null;
  /** What the customer is asked to allow, e.g. access to data. */
  readonly consent: string | null;
  /** What must never be sent. */
  readonly secrets: string | null;
  /** Shown before anything can be sent, e.g. self-help. */
  readonly first: readonly string[];
};

/** How long something lasts: elapsed time, or calendar months. */
export type Span = { readonly amount: number; readonly unit: "day" | "week" | "month" | "year" };

/** One stretch of a release's life, in the order of time. */
export type VersionPhase = {
  readonly id: string;
  readonly name: string;
  /** Reckoned from the release; null: without end. */
  readonly lasts: Span | null;
  /** So many releases back are in it, e.g. 2 for N-2; null: it goes by time alone. */
  readonly behind: number | null;
  readonly gives: string | null;
};

export type VersionRules = {
  readonly id: string;
  readonly name: string;
  readonly phases: readonly VersionPhase[];
  /** The oldest version that is supported, in words. */
  readonly minimum: string | null;
  readonly hotfix: Span | null;
  /** How long before its end the end of a version is told. */
  readonly notice: Span | null;
  readonly notes: readonly { readonly id: string; readonly text: string }[];
  readonly clause: Clause;
};

export type LifeCycle = {
  readonly isOneIssuePerTicket: boolean;
  readonly mayStaffOpen: boolean;
  /** Closing after the customer's silence, in milliseconds of elapsed time. */
  readonly silence: {
    readonly closesMs: number;
    readonly noticeMs: number | null;
    readonly attempts: number | null;
  } | null;
  readonly closedWhen: readonly { readonly id: string; readonly text: string }[];
  readonly solvedWhen: readonly { readonly id: string; readonly text: string }[];
  readonly notes: readonly { readonly id: string; readonly text: string }[];
  readonly clause: Clause;
};

export type EscalationStep = {
  readonly id: string;
  readonly text: string;
  readonly link: string | null;
  /** Elapsed time after the request for escalation (the first step: after opening) from which it is there. */
  readonly afterMs: number | null;
};

export type Escalation = {
  /** A word in a comment that asks for it, e.g. `#escalate`. */
  readonly marker: string | null;
  readonly hasButton: boolean;
  readonly steps: readonly EscalationStep[];
  readonly peerReview: string | null;
  readonly paging: {
    readonly severities: readonly string[];
    readonly acknowledgeMs: number | null;
    readonly afterwards: string | null;
  } | null;
  readonly clause: Clause;
};

/** Where those who answer sit, for some customers. */
export type Staffing = {
  readonly id: string;
  readonly text: string;
  readonly plans: readonly string[] | null;
  readonly products: readonly string[] | null;
  readonly link: string | null;
};

export type StatusRules = {
  readonly link: string | null;
  readonly isFirst: boolean;
  /** No ticket is needed for what an open incident covers. */
  readonly needsNoTicket: boolean;
  readonly updatesMs: number | null;
  readonly notifies: "ticket-owners" | "everyone" | null;
  readonly note: string | null;
};

/** When a new version of the policy counts. */
export type ChangeRules = {
  readonly effective: "at-posting" | "next-cycle" | "after-notice";
  readonly notice?: Span;
  /** How a customer changes the plan, in sentences. */
  readonly planChanges?: readonly { readonly id: string; readonly text: string }[];
  readonly note?: string;
};

/** A sentence of the policy that nobody runs and everybody reads. */
export type PolicyStatement = {
  readonly id: string;
  readonly text: string;
  /** Whether the form shows it as well as the page. */
  readonly isOnForm: boolean;
  readonly clause: Clause;
};

/** What an exclusion leads to. */
export type Consequence =
  | "refuse"
  | "redirect"
  | "best-effort"
  | "limited"
  | "not-binding"
  | "written-approval";

/** A stretch of a counted perk: used, left, and what was carried over. */
export type QuotaStanding = {
  readonly limit: QuotaLimit;
  /** Null for unlimited. */
  readonly left: number | null;
  readonly used: number;
  readonly carried: number;
  readonly from: Instant | null;
  readonly to: Instant | null;
};
