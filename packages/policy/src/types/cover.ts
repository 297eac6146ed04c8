import type { Clause, Instant, Plan, Tier } from "../types.ts";

/** How many, in which stretch of time. `unlimited` is said by a null count. */
export type QuotaLimit = {
  readonly count: number | null;
  /** What is counted, where it is not the thing itself, e.g. `hours`. */
  readonly unit: string | null;
  readonly per: QuotaPeriod;
};

export type QuotaPeriod =
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "half-year"
  | "year"
  | "subscription"
  | "always";

/** What narrows a channel, for everybody or on one plan. A key that is absent narrows nothing. */
export type ChannelLimits = {
  readonly categories?: readonly string[];
  readonly products?: readonly string[];
  readonly severities?: readonly string[];
  readonly languages?: readonly string[];
  /** The calendar of its opening hours. */
  readonly hours?: string;
  readonly quota?: QuotaLimit;
  readonly note?: string;
};

/** A plan that is bought beside another. `to` is null where it goes with any plan. */
export type AddOn = {
  readonly to: readonly string[] | null;
  readonly per: "organisation" | "account" | "project" | "cluster" | "ticket" | null;
};

/** What a plan costs: the greater of the two where both are given. */
export type Price = {
  readonly flat: number | null;
  readonly percent: number | null;
  /** What the percentage is of, in words. */
  readonly of: string | null;
  readonly currency: string | null;
  readonly per: "month" | "year" | "ticket" | null;
  readonly note: string | null;
};

/** Customers from before (or since) a date, for whom something else holds. */
export type Cohort = {
  readonly id: string;
  readonly name: string;
  /** Belongs: became a customer, or bought `of`, before this instant. Null for no upper bound. */
  readonly before: Instant | null;
  /** … and not before this one. */
  readonly since: Instant | null;
  /** The plan or add-on whose purchase counts; null: being a customer. */
  readonly of: string | null;
  /** Pricing plan or support plan to the support plan these customers have in its place. */
  readonly keeps: Readonly<Record<string, string>>;
  readonly note: string | null;
  readonly clause: Clause;
};

/** What a contract of one customer may set in place of the policy. */
export type ContractRules = {
  readonly maySet: readonly ("plan" | "tier" | "add-ons")[];
  readonly note: string | null;
};

/** A product of the vendor, where rights or definitions differ by product. */
export type Product = { readonly id: string; readonly name: string };

/** What an account has: its plan and tier, and what it bought beside them. */
export type Cover = {
  readonly plan: Plan;
  readonly tier: Tier | null;
  /** Lowest first. An add-on that another one includes is left out. */
  readonly addOns: readonly Plan[];
  /** Names among the account's add-ons that the policy does not know, or that do not go with this plan. */
  readonly unknownAddOns: readonly string[];
  /** The cohorts the account belongs to, in the order of writing; the first that keeps a plan decides it. */
  readonly cohorts: readonly Cohort[];
};

export type CoverAnswer =
  | ({ readonly ok: true } & Cover)
  | {
      readonly ok: false;
      readonly reason: "unknown-plan" | "unknown-tier" | "tier-missing";
      readonly message: string;
    };
