import type { Policy } from "../types.ts";
import { calendarChanges } from "./calendars.ts";
import { type Change, TOPICS } from "./change.ts";
import { channelChanges } from "./channels.ts";
import { planChanges } from "./plans.ts";
import { proseChanges } from "./prose.ts";
import { ruleChanges } from "./rules.ts";
import { severityChanges } from "./severities.ts";
import { targetChanges } from "./targets.ts";

/**
 * What changes for customers between two versions, topic by topic. Things are known by their ids, so a new name
 * is a new name and no removal. Empty when nothing a customer could notice differs; a field that this program
 * knows no words for is told by its own name. With the sides swapped, better and worse, added and removed swap.
 */
export function differenceOf(before: Policy, after: Policy): readonly Change[] {
  const changes = [
    ...planChanges(before, after),
    ...channelChanges(before, after),
    ...targetChanges(before, after),
    ...calendarChanges(before, after),
    ...severityChanges(before, after),
    ...ruleChanges(before, after),
    ...proseChanges(before, after),
  ];
  return TOPICS.flatMap((topic) => changes.filter((change) => change.topic === topic));
}
