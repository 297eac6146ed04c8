import { type Policy, type Target, targetOf } from "@troth/policy";
import { accountKey } from "./account-facts.ts";
import type { Rules } from "./commitment.ts";
import type { Terms } from "./terms.ts";
import { versionFor } from "./version-for.ts";

/** Null for a policy in which the hour of opening decides, which no two tickets share. */
const answered = new WeakMap<Policy, Map<string, Target | null> | null>();

const asksTheHour = (policy: Policy): boolean =>
  policy.targets.some((target) => target.openedIn !== undefined);

/**
 * `targetOf` under a clock's terms, asked once for each case of a policy: a policy never changes, and replaying every
 * open ticket after an edit asks the same few questions again and again.
 */
function targetFor(policy: Policy, terms: Terms, severity: string, metric: string): Target | null {
  const { plan, tier, intake, category, account } = terms;
  let known = answered.get(policy);
  if (known === undefined) answered.set(policy, (known = asksTheHour(policy) ? null : new Map()));
  if (known === null) return asked(policy, terms, severity, metric);
  // No id has a line break in it, and none is empty.
  let key = `${metric}\n${plan}\n${tier ?? ""}\n${severity}\n${intake}\n${category ?? ""}`;
  if (account !== undefined) key += `\n${accountKey(account)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const target = asked(policy, terms, severity, metric);
  known.set(key, target);
  return target;
}

function asked(policy: Policy, terms: Terms, severity: string, metric: string): Target | null {
  const { policyVersion: _, account, ...question } = terms;
  return targetOf(policy, { ...question, ...account, severity, metric });
}

/** The target for a case under a clock's terms; null when the policy states none. */
export function targetUnder(
  rules: Rules,
  terms: Terms,
  { severity, metric }: { readonly severity: string; readonly metric: string },
): Target | null {
  const { policyVersion, account } = terms;
  const { policy } = versionFor(rules, policyVersion, account);
  return targetFor(policy, terms, severity, metric);
}
