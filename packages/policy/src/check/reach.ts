import type { PlacedTarget } from "../lower/targets.ts";
import type { Report } from "../source/report.ts";
import { cellFor } from "../target.ts";
import type { Policy, Target } from "../types.ts";
import { casesOf } from "./cases.ts";

/** Warns of figures that no ticket can ever meet: the plan has no tickets, the door is shut, another cell always wins. */
export function checkReach(policy: Policy, placed: readonly PlacedTarget[], report: Report): void {
  if (!policy.channels.some((channel) => channel.kind === "ticket")) return;
  const cases = casesOf(policy);
  if (cases.length === 0) return;
  const metrics = new Set(policy.targets.map((target) => target.metric));
  const conditions = new Set(policy.targets.map((target) => target.when));
  const reached = new Set<Target | null>();
  for (const one of cases) {
    for (const metric of metrics) {
      for (const when of conditions)
        reached.add(cellFor(policy, { ...one, metric }, (target) => target.when === when));
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
