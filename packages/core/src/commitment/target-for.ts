import { type Policy, type Target, type TargetQuestion, targetOf } from "@troth/policy";

/** Null for a policy in which the hour of opening decides, which no two tickets share. */
const answered = new WeakMap<Policy, Map<string, Target | null> | null>();

const asksTheHour = (policy: Policy): boolean =>
  policy.targets.some((target) => target.openedIn !== undefined);

/**
 * `targetOf`, asked once for each case of a policy: a policy never changes, and replaying every open ticket after
 * an edit asks the same few questions again and again.
 */
export function targetFor(policy: Policy, question: TargetQuestion): Target | null {
  const { plan, tier, severity, intake, category, metric } = question;
  const { addOns, cohorts, language, region, channel } = question;
  let known = answered.get(policy);
  if (known === undefined) answered.set(policy, (known = asksTheHour(policy) ? null : new Map()));
  if (known === null) return targetOf(policy, question);
  // No id has a line break in it, and none is empty.
  let key = `${metric}\n${plan}\n${tier ?? ""}\n${severity}\n${intake}\n${category ?? ""}`;
  if (addOns ?? cohorts ?? language ?? region ?? channel) {
    key += `\n${JSON.stringify([addOns, cohorts, language, region, channel])}`;
  }
  const before = known.get(key);
  if (before !== undefined) return before;
  const target = targetOf(policy, question);
  known.set(key, target);
  return target;
}
