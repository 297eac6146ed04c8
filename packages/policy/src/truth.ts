import type { Condition, GroundRule, Policy, Term } from "./types.ts";

/** Whether a fact holds; undefined where nobody knows. */
export type KnownFacts = (fact: string) => boolean | undefined;

/** Whether a term holds; undefined where its fact is not known. */
const holds = (term: Term, known: KnownFacts): boolean | undefined => {
  const fact = known(term.fact);
  return fact === undefined ? undefined : fact === term.holds;
};

function all(terms: readonly (boolean | undefined)[]): boolean | undefined {
  if (terms.includes(false)) return false;
  return terms.includes(undefined) ? undefined : true;
}

/** Whether a condition holds; undefined where the known facts do not decide it. */
export function truthOf({ allOf, anyOf }: Condition, known: KnownFacts): boolean | undefined {
  const groups = anyOf.map((group) => all(group.map((term) => holds(term, known))));
  const some =
    groups.includes(true) || groups.length === 0 ? true : groups.includes(undefined) ? undefined : false;
  return all([...allOf.map((term) => holds(term, known)), some]);
}

/**
 * Whether a definition or an example is met by what is known: its condition holds for certain, and none of the facts
 * that take it out does. Without a condition people judge it.
 */
export function isMet({ proposedWhen, exceptWhen = [] }: GroundRule, known: KnownFacts): boolean {
  if (proposedWhen === undefined || truthOf(proposedWhen, known) !== true) return false;
  return !exceptWhen.some((term) => holds(term, known));
}

/**
 * The worst severity whose facts are all there, and the severities above it that some unknown fact may still make it.
 * Null where none is certain. Levels without `when:` are never found so: people judge those.
 */
export function severityByFacts(
  policy: Policy,
  facts: Readonly<Record<string, boolean>>,
): { readonly severity: string | null; readonly open: readonly string[] } {
  const open: string[] = [];
  for (const { id, when } of policy.severities) {
    if (when === undefined) continue;
    const truth = truthOf(when, (fact) => (Object.hasOwn(facts, fact) ? facts[fact] : undefined));
    if (truth === true) return { severity: id, open };
    if (truth === undefined) open.push(id);
  }
  return { severity: null, open };
}
