import type { Clause } from "./words.ts";

/** A calendar quarter, or one that ends on dates of the vendor's own (`MM-DD`). */
export type CreditPeriod = {
  readonly unit: "month" | "quarter" | "year";
  /** Ends of the vendor's own quarters or year, in order; null for those of the calendar. */
  readonly ends: readonly string[] | null;
};

/** What has to happen before a customer may claim. */
export type CreditTrigger =
  /** More than `moreThan` missed answers in a period. */
  | {
      readonly kind: "misses";
      readonly metric: string;
      readonly severities: readonly string[] | null;
      readonly moreThan: number;
      readonly per: CreditPeriod;
      readonly percent: number | null;
    }
  /** The service was up for less than a share of the month; the lowest band that fits counts. */
  | {
      readonly kind: "outage";
      readonly bands: readonly { readonly below: number; readonly percent: number }[];
    };

/** What a customer may claim when a promise is missed. A fact of the policy: the desk pays nothing. */
export type Credit = {
  readonly id: string;
  readonly name: string;
  /** Support plans it is for; null for all. */
  readonly plans: readonly string[] | null;
  readonly trigger: CreditTrigger;
  /** Of which fee the percentage is taken. */
  readonly of: string | null;
  /** Form of the remedy, e.g. `cash refund`. */
  readonly as: string | null;
  /** Most that one period can give, in percent; null when unstated. */
  readonly atMost: number | null;
  readonly claim: {
    /** Days after the period, or after the outage, within which it must be claimed; null when unstated. */
    readonly withinDays: number | null;
    readonly by: string | null;
    /** Words that the claim must hold, e.g. in its subject. */
    readonly says: string | null;
    /** What the claim must name. */
    readonly names: readonly string[];
  };
  readonly clause: Clause;
};

/** A case in which a severity goes down without anybody asking. */
export type SeverityLowering = {
  readonly id: string;
  readonly text: string;
  /** What the desk is told; null where only a person can say that it is so. */
  readonly when: "core-function-restored" | "customer-unavailable" | null;
  /** Severities that it lowers; null for all. */
  readonly from: readonly string[] | null;
  /** The severity afterwards; null for the next milder one. */
  readonly to: string | null;
  readonly clause: Clause;
};
