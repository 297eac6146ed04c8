export type Firmness =
  | "commitment"
  | "target"
  | "expectation"
  | "aspiration"
  | "best-effort"
  | "per-contract"
  | "unstated"
  | "none";

export type Unit =
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "business_hour"
  | "business_day"
  | "business_week"
  /** Until the next date with open hours is over, or as the reading says. */
  | "next_business_day"
  /** Until the date of the request is over. */
  | "same_business_day"
  /** An hour of the named calendar, where the vendor calls it so. */
  | "service_hour"
  | "continuous";

/** How the request reached us (formats.md, intake). */
export type Intake = "console" | "portal" | "email" | "api" | "agent";

/** A place in the published page that a decision can cite. */
export type Clause = { readonly id: string; readonly title: string; readonly policyVersion: string };

export type Link = { readonly id: string; readonly label: string; readonly href: string };

/** Sentence of the policy that both the page and a form or a mail show, with its stable id. */
export type Statement = { readonly id: string; readonly text: string; readonly clause: Clause };
