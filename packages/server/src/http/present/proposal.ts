import type { HeldFact, SeverityProposal, SeverityProposed as WireProposed } from "@troth/contract";
import { type KnownFact, levelOf, type OpeningFacts } from "@troth/core";
import type { Policy } from "@troth/policy";
import type { z } from "zod";
import type { SeverityProposed } from "../../verbs/ticket/propose-severity.ts";
import { named } from "./policy.ts";

/** What the rules proposed, in the words of the policy that proposed it; null where they proposed nothing. */
export function presentProposal(
  policy: Policy,
  facts: OpeningFacts | null,
): z.infer<typeof SeverityProposal> | null {
  const proposed = facts?.proposed;
  if (!proposed) return null;
  const { severity, rule, grounds, because, held } = proposed;
  const factsIn = (known: readonly KnownFact[]) => known.map((fact) => presentFact(policy, fact));
  return {
    severity: levelOf(policy, severity),
    rule,
    grounds: grounds.map((id) => ({ id, text: groundText(policy, id) })),
    because: factsIn(because),
    held: held && { from: levelOf(policy, held.from), because: factsIn(held.because) },
  };
}

/** What the form asks, and what is proposed from what is known. */
export function presentProposed({ policy, facts, asks }: SeverityProposed): z.infer<typeof WireProposed> {
  return {
    proposal: presentProposal(policy, facts),
    asks: asks.map(({ fact, answer, isKnown }) => ({
      id: fact.id,
      question: fact.asks ?? fact.text,
      choices: (fact.choices ?? []).map(({ id, text }) => ({ id, text })),
      answer,
      isKnown,
    })),
  };
}

/** The words of a definition, an example or one of its points; the level's own where that has the rule. */
export function groundText(policy: Policy, id: string): string {
  const grounds = policy.severities.flatMap((one) => one.grounds);
  const all = [...grounds, ...grounds.flatMap(({ points }) => points)];
  return all.find((one) => one.id === id)?.text ?? named(policy.severities, id).name;
}

function presentFact(policy: Policy, { fact, holds, source }: KnownFact): z.infer<typeof HeldFact> {
  return { fact, text: factText(policy, fact), holds, source };
}

function factText(policy: Policy, name: string): string {
  for (const { id, text, choices = [] } of policy.facts ?? []) {
    if (id === name) return text;
    const choice = choices.find((one) => `${id}.${one.id}` === name);
    if (choice !== undefined) return choice.text;
  }
  return name;
}
