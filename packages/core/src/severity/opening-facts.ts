import type { Plan, Policy } from "@troth/policy";
import { type FactQuestion, type KnownFact, knownFacts, marksOf } from "./known-facts.ts";
import { type Proposed, proposeSeverity } from "./propose.ts";

/** What a ticket's opening records of its severity, so that later views show what was proposed then. */
export type OpeningFacts = {
  readonly known: readonly KnownFact[];
  readonly proposed: Proposed | null;
  /** What the facts mark the ticket with, e.g. `security`. */
  readonly marks: readonly string[];
};

/** What is known of a request's severity, and what the rules of the policy make of it. */
export function openingFactsOf(
  policy: Policy,
  question: FactQuestion & { readonly product: string | null; readonly plans: readonly Plan[] },
): OpeningFacts {
  const { category, product, plans } = question;
  const known = knownFacts(policy, question);
  return {
    known: known.filter(({ holds, source }) => holds || source !== "category"),
    proposed: proposeSeverity(policy, { category, product, plans, known }),
    marks: marksOf(policy, known),
  };
}
