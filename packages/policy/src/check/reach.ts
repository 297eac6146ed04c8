import { opensTickets } from "../doors.ts";
import type { PlacedTarget } from "../lower/targets.ts";
import type { Report } from "../source/report.ts";
import { cellFor } from "../target.ts";
import type { Policy, Target } from "../types.ts";
import { addOnCases, casesOf } from "./cases.ts";

/** Warns of figures that no ticket can ever meet: the plan has no tickets, the door is shut, another cell always wins. */
export function checkReach(policy: Policy, placed: readonly PlacedTarget[], report: Report): void {
  if (!policy.channels.some(opensTickets)) return;
  const plain = casesOf(policy);
  if (plain.length === 0) return;
  const cases = [...plain, ...addOnCases(policy, plain)];
  const reached = new Set<Target | null>();
  for (const [metric, targets] of Map.groupBy(policy.targets, (target) => target.metric)) {
    const measured = { ...policy, targets };
    const conditions = new Set(targets.map((target) => target.when));
    const channels = new Set([null, ...targets.flatMap((target) => target.channel ?? [])]);
    const cohorts = [...new Set([null, ...targets.flatMap((target) => target.cohort ?? [])])];
    const among = cases.flatMap((one) =>
      cohorts.map((cohort) => (cohort === null ? one : { ...one, cohorts: [cohort] })),
    );
    for (const one of among) {
      for (const channel of channels) {
        for (const when of conditions) {
          reached.add(cellFor(measured, { ...one, channel, metric }, (target) => target.when === when));
        }
      }
    }
  }
  for (const { target, at } of placed) {
    if (reached.has(target) || target.amount === null) continue;
    report.add(
      "target-unreachable",
      at,
      "No ticket can come under this target: its plan has no tickets through that door, its category goes elsewhere, or a more specific target always wins.",
      "Open the door to the plan, or take the target out.",
    );
  }
}
