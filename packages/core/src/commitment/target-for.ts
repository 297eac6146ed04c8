import { type Policy, type Target, targetOf } from "@troth/policy";
import { accountKey } from "./account-facts.ts";
import type { Rules } from "./commitment.ts";
import type { Terms } from "./terms.ts";
import { versionFor } from "./version-for.ts";

/**
 * Targets by the names of a case, one after the other. Looked up some hundred thousand times after a publication: a
 * text put together of all names would have to be made and hashed each time.
 */
class Cases {
  target: Target | null | undefined = undefined;
  readonly #further = new Map<string | null, Cases>();

  at(name: string | null): Cases {
    let found = this.#further.get(name);
    if (found === undefined) this.#further.set(name, (found = new Cases()));
    return found;
  }
}

/** Null for a policy in which the hour of opening decides, which no two tickets share. */
const answered = new WeakMap<Policy, Cases | null>();

const asksTheHour = (policy: Policy): boolean =>
  policy.targets.some((target) => target.openedIn !== undefined);

/**
 * `targetOf` under a clock's terms, asked once for each case of a policy: a policy never changes, and replaying every
 * open ticket after an edit asks the same few questions again and again.
 */
function targetFor(policy: Policy, terms: Terms, severity: string, metric: string): Target | null {
  const { plan, tier, intake, category, account } = terms;
  let known = answered.get(policy);
  if (known === undefined) answered.set(policy, (known = asksTheHour(policy) ? null : new Cases()));
  if (known === null) return asked(policy, terms, severity, metric);
  const plain = known.at(metric).at(severity).at(plan).at(tier).at(intake).at(category);
  const place = account === undefined ? plain : plain.at(accountKey(account));
  if (place.target === undefined) place.target = asked(policy, terms, severity, metric);
  return place.target;
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
