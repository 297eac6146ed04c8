import type { Instant } from "@troth/business-time";
import type { Plan, Tier } from "./plans.ts";
import type { Span } from "./service.ts";
import type { Clause } from "./words.ts";

/** Customers from before (or since) a date, for whom something else holds. */
export type Cohort = {
  readonly id: string;
  readonly name: string;
  /** Belongs: became a customer, or bought `of`, before this instant. Null for no upper bound. */
  readonly before: Instant | null;
  /** … and not before this one. */
  readonly since: Instant | null;
  /** … and not longer ago than this. */
  readonly forFirst?: Span;
  /** Belongs: counts at least so much of each, by the name under which the account tells it. */
  readonly atLeast?: Readonly<Record<string, number>>;
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
