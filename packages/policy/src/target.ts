import { sameMetric } from "./grammar/targets.ts";
import type { Policy, Target, TargetQuestion } from "./types.ts";

const KEYS = ["plan", "tier", "severity", "intake", "category"] as const;

/** How many of plan, tier, severity, intake and category a cell names: the more, the stronger it is. */
export function specificityOf(target: Target): number {
  return KEYS.filter((key) => target[key] !== null).length;
}

/**
 * The cell that governs a case: of all that fit, the one that names most. Null when none fits.
 * Two equally specific cells for one case are refused at compile time (`target-twice`).
 */
export function targetOf(policy: Policy, question: TargetQuestion): Target | null {
  let best: Target | null = null;
  for (const target of policy.targets) {
    const fits =
      sameMetric(target.metric, question.metric) &&
      target.when === (question.when ?? null) &&
      KEYS.every((key) => target[key] === null || target[key] === question[key]);
    if (fits && (best === null || specificityOf(target) > specificityOf(best))) best = target;
  }
  return best;
}
