import type { Clause } from "./words.ts";

/** Something that holds or does not, e.g. `production`; the form may ask for it. */
export type Fact = { readonly id: string; readonly text: string };

export type Term = { readonly fact: string; readonly holds: boolean };

/** All of `allOf` hold, and every term of at least one group of `anyOf` where there are groups. */
export type Condition = {
  readonly allOf: readonly Term[];
  readonly anyOf: readonly (readonly Term[])[];
};

/** Who decides how severe a request is, and how that changes. A key that is absent is not stated. */
export type SeverityDecision = {
  readonly proposedBy?: "customer" | "vendor";
  readonly decidedBy?: "customer" | "vendor" | "both";
  /** Who may change it later; empty where it is fixed once the request is sent. */
  readonly changedBy?: readonly ("customer" | "vendor")[];
  /** A change comes with its reason. */
  readonly isExplained?: boolean;
  readonly mayObject?: boolean;
  readonly note?: string;
  readonly clause: Clause;
};

/** A second scale that is the customer's own and moves no clock. */
export type CustomerPriority = {
  readonly name: string;
  readonly note: string | null;
  /** Highest first. */
  readonly levels: readonly { readonly id: string; readonly name: string }[];
};
