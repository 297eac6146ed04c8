import type { Instant } from "@troth/business-time";
import type { Intake } from "../vocabulary.ts";
import type { AccountFacts } from "./account-facts.ts";

/** The conditions a clock has run under; it keeps the best of all it had (C7, C8). */
export type Terms = {
  readonly policyVersion: string;
  readonly plan: string;
  readonly tier: string | null;
  readonly intake: Intake;
  readonly category: string | null;
  /** When the ticket was opened: some targets hold only for what came inside hours. */
  readonly openedAt?: Instant;
  readonly account?: AccountFacts;
};
