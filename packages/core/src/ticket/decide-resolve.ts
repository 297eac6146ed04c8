import type { Exclusion, Instant, Outcome, Policy } from "@troth/policy";
import { wordsIn } from "../says-something.ts";
import { TAKEN_BACK } from "./acts.ts";
import { type Approval, isInForce, sameName } from "./approvals.ts";
import type { Invalid } from "./form-answers.ts";

export type Ending = {
  readonly outcome: string;
  /** What the outcome needs, e.g. the release or the id of the exclusion. */
  readonly detail: string | null;
  /** What the exclusion is about: the documentation, the software, the change. */
  readonly named: string | null;
};

/** What of a ticket and its organisation decides how it can end. */
export type EndingSituation = {
  readonly category: string;
  readonly approvals: readonly Approval[];
  readonly now: Instant;
};

/** Why an outcome cannot end a ticket as asked; empty when it can (P050, P051, P053–P055, P058). */
export function invalidOutcome(
  policy: Policy,
  ending: Ending,
  situation: EndingSituation,
): readonly Invalid[] {
  const ours = outcomesOfDesk(policy.outcomes);
  const outcome = ours.find((known) => known.id === ending.outcome);
  if (!outcome) {
    const known = ours.map(({ id }) => id).join(", ");
    if (ending.outcome === TAKEN_BACK) {
      const message = `Only the customer takes a ticket back. Choose one of: ${known}.`;
      return [{ path: "outcome", reason: "not-ours-to-take-back", message }];
    }
    return [
      {
        path: "outcome",
        reason: "outcome-unknown",
        message: `There is no outcome «${ending.outcome}». Choose one of: ${known}.`,
      },
    ];
  }
  const detail = wordsIn(ending.detail);
  if (detail === "" && isHandedOn(policy, outcome, situation.category)) return [];
  if (outcome.needs !== null && detail === "") {
    return [
      {
        path: "detail",
        reason: "detail-missing",
        message: `${outcome.name} needs its ${outcome.needs}. Name it.`,
        facts: { outcome: outcome.name },
      },
    ];
  }
  if (outcome.needs !== "exclusion") return [];
  const exclusion = policy.exclusions.find(({ id }) => id === detail);
  if (exclusion === undefined) {
    const known = policy.exclusions.map(({ id, number }) => `${id} (${number})`).join(", ");
    return [
      {
        path: "detail",
        reason: "exclusion-unknown",
        message: `There is no exclusion «${detail}». Choose one of: ${known}.`,
      },
    ];
  }
  return invalidExclusion(exclusion, wordsIn(ending.named), situation);
}

/** The outcomes with which the desk ends a ticket: taking it back is the customer's alone. */
export function outcomesOfDesk<O extends Pick<Outcome, "id">>(outcomes: readonly O[]): readonly O[] {
  return outcomes.filter(({ id }) => id !== TAKEN_BACK);
}

/** A request that support does not answer, such as for training, is not covered for what it is (P044). */
export function isHandedOn(policy: Policy, { needs }: Outcome, category: string): boolean {
  const route = policy.categories.find(({ id }) => id === category)?.route ?? "support";
  return needs === "exclusion" && route !== "support";
}

function invalidExclusion(
  exclusion: Exclusion,
  named: string,
  { approvals, now }: EndingSituation,
): Invalid[] {
  if (exclusion.needs !== null && named === "") {
    return [
      {
        path: "named",
        reason: "exclusion-unnamed",
        message: `This exclusion needs its ${exclusion.needs}. Name it: the customer reads it.`,
      },
    ];
  }
  if (exclusion.approved.some((one) => sameName(one, named))) {
    const message = `The policy approves ${named}, so this exclusion does not apply. Choose another outcome.`;
    return [{ path: "named", reason: "policy-approves", message, facts: { named } }];
  }
  const inForce = approvals.filter((one) => one.exclusion === exclusion.id && isInForce(one, now));
  const lifting = inForce.find(({ covers }) => named === "" || sameName(covers, named));
  if (lifting === undefined) return [];
  const { covers, document } = lifting;
  const message = `“${covers}” was approved in writing (${document}), so this exclusion does not apply. Choose another outcome, or name what else it is about.`;
  return [{ path: "named", reason: "approved-in-writing", message, facts: { covers, document } }];
}
