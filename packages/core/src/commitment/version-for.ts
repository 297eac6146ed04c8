import { type RunnablePolicy, settledFor } from "@troth/policy";
import type { AccountFacts } from "./account-facts.ts";
import type { Rules } from "./commitment.ts";

/** A policy version as it is for this account. */
export function versionFor(
  rules: Rules,
  policyVersion: string,
  account: AccountFacts | undefined,
): RunnablePolicy {
  return settledFor(rules(policyVersion), account?.bindings);
}
