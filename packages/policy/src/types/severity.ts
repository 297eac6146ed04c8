import type { Clause } from "./words.ts";

/** What the desk knows by itself, from the vendor's directory, its incidents, or the kind of request. */
export type FactSource =
  | "project.production"
  | "endpoint.at-rest"
  | "endpoint.one-of-many"
  | "organisation.several-projects"
  | "region.incident"
  | `category.${string}`;

/** What a ticket is marked with where a fact holds: `security` keeps it to those who need it. */
export type FactMark = "security";

/** One answer to a fact that is more than yes or no; conditions name it as `fact.choice`. */
export type FactChoice = { readonly id: string; readonly text: string; readonly marks?: FactMark };

/** Something that holds or does not, e.g. `production`; the form may ask for it, the desk may know it by itself. */
export type Fact = {
  readonly id: string;
  readonly text: string;
  /** The question of the form; absent where it does not ask. */
  readonly asks?: string;
  readonly choices?: readonly FactChoice[];
  readonly from?: FactSource;
  /** What has to hold for the form to ask. */
  readonly askedWhen?: Condition;
  readonly marks?: FactMark;
};

export type Term = { readonly fact: string; readonly holds: boolean };

/** All of `allOf` hold, and every term of at least one group of `anyOf` where there are groups. */
export type Condition = {
  readonly allOf: readonly Term[];
  readonly anyOf: readonly (readonly Term[])[];
};

/** When a definition or example is met, by facts that are known; see `isMet`. */
export type GroundRule = {
  readonly proposedWhen?: Condition;
  /** Facts that take it out where one of them is known to hold. */
  readonly exceptWhen?: readonly Term[];
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
