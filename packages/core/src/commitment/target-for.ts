import { type Policy, type Target, type TargetQuestion, targetOf } from "@troth/policy";

const answered = new WeakMap<Policy, Map<string, Target | null>>();

/**
 * `targetOf`, asked once for each case of a policy: a policy never changes, and replaying every open ticket after
 * an edit asks the same few questions again and again.
 */
export function targetFor(policy: Policy, question: TargetQuestion): Target | null {
  const { plan, tier, severity, intake, category, metric } = question;
  const key = JSON.stringify([plan, tier, severity, intake, category, metric]);
  const known = answered.get(policy) ?? new Map<string, Target | null>();
  const before = known.get(key);
  if (before !== undefined) return before;
  const target = targetOf(policy, question);
  answered.set(policy, known.set(key, target));
  return target;
}
