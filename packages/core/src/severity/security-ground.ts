import type { Ground, Policy, Term } from "@troth/policy";

/**
 * Whether one of these definitions or examples is about security: it is met by a fact that the policy marks so. What
 * is assessed on one is shown to few from then on (P088).
 */
export function isOnSecurityGround(policy: Policy, grounds: readonly string[]): boolean {
  const marked = markedFacts(policy);
  const known = policy.severities.flatMap((level) => level.grounds);
  return known.some((ground) => grounds.includes(ground.id) && termsOf(ground).some(isMarked(marked)));
}

function markedFacts(policy: Policy): ReadonlySet<string> {
  const ids = (policy.facts ?? []).flatMap(({ id, marks, choices = [] }) => [
    ...(marks === "security" ? [id] : []),
    ...choices.flatMap((one) => (one.marks === "security" ? [`${id}.${one.id}`] : [])),
  ]);
  return new Set(ids);
}

function termsOf({ proposedWhen }: Ground): readonly Term[] {
  return proposedWhen ? [...proposedWhen.allOf, ...proposedWhen.anyOf.flat()] : [];
}

const isMarked =
  (marked: ReadonlySet<string>) =>
  ({ fact, holds }: Term): boolean =>
    holds && marked.has(fact);
