import {
  type Condition,
  type Ground,
  type GroundRule,
  isMet,
  type Plan,
  type Policy,
  proposedSeverity,
  type Severity,
  truthOf,
} from "@troth/policy";
import { type KnownFact, lookupOf } from "./known-facts.ts";

/** A severity that the policy's rules propose, with all that it rests on. People decide. */
export type Proposed = {
  readonly severity: string;
  /** The definition or example whose rule was met, or the level itself where that has the rule. */
  readonly rule: string;
  /** Every definition and example that was met for this severity, the rule first. */
  readonly grounds: readonly string[];
  /** The facts that met the rule. */
  readonly because: readonly KnownFact[];
  /** A worse one that the rules would propose, and the facts that hold it down: a cap, or an exception of its rule. */
  readonly held: {
    readonly from: string;
    readonly rule: string;
    readonly because: readonly KnownFact[];
  } | null;
};

export type ProposalRequest = {
  readonly category: string;
  readonly product: string | null;
  readonly plans: readonly Plan[];
  readonly known: readonly KnownFact[];
};

/** One rule that was looked at: what it proposes and what it is called. */
type Candidate = { readonly severity: string; readonly rule: string; readonly facts: GroundRule };

/**
 * The worst severity whose rule is met by what is known, within the policy's caps; null where no rule is met for
 * certain. The rules stand in the policy, never here, and what comes of them decides nothing.
 */
export function proposeSeverity(policy: Policy, request: ProposalRequest): Proposed | null {
  const { known, plans, category, product } = request;
  const lookup = lookupOf(known);
  const rank = (id: string) => policy.severities.findIndex((one) => one.id === id);
  const rules = policy.severities.flatMap((level) => rulesOf(level, product));
  const worstFirst = rules.toSorted((a, b) => rank(a.severity) - rank(b.severity));
  const met = worstFirst.filter(({ facts }) => isMet(facts, lookup));
  const [first] = met;
  if (first === undefined) return null;
  const environment = environmentOf(policy, known);
  // What a cap spares is judged by all that is met: one fact may stand under several definitions.
  const { severity } = proposedSeverity(policy, {
    chosen: first.severity,
    plans,
    category,
    product,
    environment: environment?.name ?? null,
    grounds: met.filter((one) => one.severity === first.severity).map(({ rule }) => rule),
  });
  if (severity !== first.severity) {
    const lower = met.filter((one) => one.severity === severity);
    const because = environment === null ? [] : [environment.fact];
    const held = { from: first.severity, rule: first.rule, because };
    const [own] = lower;
    return {
      severity,
      rule: own?.rule ?? first.rule,
      grounds: (own === undefined ? [first] : lower).map(({ rule }) => rule),
      because: factsThatMet(own ?? first, known),
      held,
    };
  }
  return {
    severity,
    rule: first.rule,
    grounds: met.filter((one) => one.severity === severity).map(({ rule }) => rule),
    because: factsThatMet(first, known),
    held: heldBack(
      worstFirst.filter((one) => rank(one.severity) < rank(severity)),
      known,
    ),
  };
}

function rulesOf(level: Severity, product: string | null): readonly Candidate[] {
  const own: readonly Candidate[] =
    level.when === undefined
      ? []
      : [{ severity: level.id, rule: level.id, facts: { proposedWhen: level.when } }];
  const isFor = ({ products }: Ground) =>
    products === undefined || (product !== null && products.includes(product));
  const grounds = level.grounds.filter(isFor).flatMap((ground) => {
    const severity = ground.proposedAs ?? level.id;
    return [ground, ...ground.points].map((one) => ({ severity, rule: one.id, facts: one }));
  });
  return [...own, ...grounds];
}

/** `production` and `non-production` are the environments that caps speak of; the fact that says which comes along. */
function environmentOf(policy: Policy, known: readonly KnownFact[]) {
  const about = policy.facts?.find(({ from }) => from === "project.production");
  const fact = known.find((one) => one.fact === about?.id);
  return fact === undefined ? null : { name: fact.holds ? "production" : "non-production", fact };
}

/** The facts of a condition that hold as it wants them, each once. */
function factsThatMet({ facts }: Candidate, known: readonly KnownFact[]): readonly KnownFact[] {
  const { proposedWhen } = facts;
  if (proposedWhen === undefined) return [];
  const lookup = lookupOf(known);
  const groups = proposedWhen.anyOf.filter((group) => truthOf(allOf(group), lookup) === true);
  const terms = [...proposedWhen.allOf, ...(groups[0] ?? [])];
  return known.filter(({ fact, holds }) => terms.some((term) => term.fact === fact && term.holds === holds));
}

const allOf = (terms: Condition["allOf"]): Condition => ({ allOf: terms, anyOf: [] });

/** The worst rule that only its exceptions kept from being met, with the facts that did. */
function heldBack(worse: readonly Candidate[], known: readonly KnownFact[]): Proposed["held"] {
  const lookup = lookupOf(known);
  for (const { severity, rule, facts } of worse) {
    if (facts.proposedWhen === undefined || truthOf(facts.proposedWhen, lookup) !== true) continue;
    const because = known.filter(({ fact, holds }) =>
      facts.exceptWhen?.some((term) => term.fact === fact && term.holds === holds),
    );
    return { from: severity, rule, because };
  }
  return null;
}
