import type { Instant } from "@troth/business-time";
import type { Plan, Tier } from "./plans.ts";
import type { Clause, Link, Statement } from "./words.ts";

/** A decision that ended support, in the words that whom it concerns were told; null where none can be read. */
export type SupportEnd = { readonly words: string | null };

/** Who asks, as far as entitlement cares. */
export type Account = {
  readonly organisation: string;
  /** Pricing plan as the vendor names it; null when the account has none. */
  readonly pricing: string | null;
  readonly tier: string | null;
  readonly subscription: "active" | "lapsed" | "suspended" | "none";
  /** There after a decision that ended support for the whole organisation for conduct (P125). */
  readonly supportEnd?: SupportEnd;
  /** What it bought beside its plan: ids of add-on plans, or the vendor's names for them. */
  readonly addOns?: readonly string[];
  readonly customerSince?: Instant;
  /** What the vendor counts of it, e.g. `{ nodes: 1200 }`. */
  readonly counts?: Readonly<Record<string, number>>;
  /** When it bought a plan or add-on, by the policy's id of it. */
  readonly boughtAt?: Readonly<Record<string, Instant>>;
  /** Products it owns, by the policy's ids. */
  readonly products?: readonly string[];
  /** What its contract sets; heard only where the policy lets contracts set it. */
  readonly contract?: { readonly plan?: string; readonly tier?: string; readonly addOns?: readonly string[] };
};

/** The person who asks; a fact that is absent is not known, and nothing rests on it. */
export type Requester = {
  readonly role: "owner" | "admin" | "member" | "restricted";
  readonly isAddressVerified?: boolean;
  /** Writes from the address that is registered with the vendor. */
  readonly isAddressRegistered?: boolean;
  /** Writes from the domain of the account or licence. */
  readonly isSameDomain?: boolean;
  readonly isNamedContact?: boolean;
  readonly isActive?: boolean;
  /** There after a decision that ended support for this person alone. */
  readonly supportEnd?: SupportEnd;
} | null;

export type EntitlementQuestion = {
  readonly account: Account;
  /** A door (`console`, `portal`, `email`, `api`, `agent`) or a channel id of the policy (`discord`, `video` …). */
  readonly channel: string;
  readonly category: string | null;
  readonly requester: Requester;
  readonly at: Instant;
  readonly severity?: string | null;
  readonly product?: string | null;
  readonly language?: string | null;
  /** Channels that the requester says, or that we know, cannot be reached now. */
  readonly unreachable?: readonly string[];
  /** How much of each quota is used up in its running period, by channel or quota id. */
  readonly used?: Readonly<Record<string, number>>;
  /** Whether the proof of identity that a channel asks for was given. */
  readonly isProven?: boolean;
  /** Ids of the statements that the requester confirmed; absent while nobody was asked yet. */
  readonly confirmed?: readonly string[];
};

export type Entitlement = {
  readonly decision: "allow" | "deny" | "redirect";
  /** Stable code, e.g. `plan-includes-channel`, `plan-lacks-channel`, `subscription-lapsed`, `unknown-plan`, `case-by-case`, `route-sales`. */
  readonly reason: string;
  /** One plain sentence for the person who asked. */
  readonly message: string;
  readonly clause: Clause;
  /** What to do now; empty when allowed outright. */
  readonly next: readonly Link[];
  readonly plan: string | null;
  readonly tier: string | null;
  /** Add-ons that go with the plan, lowest first; for `targetOf`. */
  readonly addOns?: readonly string[];
  /** Cohorts that the account belongs to; for `targetOf`. */
  readonly cohorts?: readonly string[];
  /** Statements that the requester must confirm, with the words to show. */
  readonly asks?: readonly AskedStatement[];
  /** The only kinds of request that the channel takes from this account. */
  readonly categories?: readonly string[];
  /** The only severities that the account may choose there. */
  readonly severities?: readonly string[];
};

/** A statement to confirm; of those with the same `oneOf` one is enough, and each without it must be. */
export type AskedStatement = Pick<Statement, "id" | "text"> & { readonly oneOf?: number };

/** The support plan and tier that a pricing plan gives, or why none can be told. */
export type PlanAnswer =
  | { readonly ok: true; readonly plan: Plan; readonly tier: Tier | null }
  | {
      readonly ok: false;
      readonly reason: "unknown-plan" | "unknown-tier" | "tier-missing";
      readonly message: string;
    };
