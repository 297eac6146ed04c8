import type { Policy } from "../types.ts";
import { calendarChanges } from "./calendars.ts";
import { type Change, TOPICS } from "./change.ts";
import { channelChanges } from "./channels.ts";
import { planChanges } from "./plans.ts";
import { proseChanges } from "./prose.ts";
import { ruleChanges } from "./rules.ts";
import { severityChanges } from "./severities.ts";
import { targetChanges } from "./targets.ts";

/** Plans lowest first, those that are gone behind them, what concerns everybody last; in each, topic by topic. */
function inOrder(before: Policy, after: Policy, changes: readonly Change[]): Change[] {
  const plans = [...after.plans, ...before.plans].map((plan) => plan.id);
  const placeOf = ({ plan, topic }: Change): number =>
    (plan === null ? plans.length : plans.indexOf(plan.id)) * TOPICS.length + TOPICS.indexOf(topic);
  return changes.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/**
 * What changes for customers between two versions, plan by plan and then for everybody. Things are known by their ids, so a new name
 * is a new name and no removal. Empty when nothing a customer could notice differs; a field that this program
 * knows no words for is told by its own name. With the sides swapped, better and worse, added and removed swap.
 */
export function differenceOf(before: Policy, after: Policy): readonly Change[] {
  return inOrder(before, after, [
    ...planChanges(before, after),
    ...channelChanges(before, after),
    ...targetChanges(before, after),
    ...calendarChanges(before, after),
    ...severityChanges(before, after),
    ...ruleChanges(before, after),
    ...proseChanges(before, after),
  ]);
}
