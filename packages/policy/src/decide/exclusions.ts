import { lineOf } from "../cover.ts";
import type { Consequence, Exclusion, Link, Plan, Policy } from "../types.ts";

/** What an exclusion leads to on a plan, and where a redirected request goes. Unstated: it is refused. */
export function consequenceOf(
  policy: Policy,
  exclusion: Exclusion,
  plan: Plan,
): { readonly consequence: Consequence; readonly next: readonly Link[] } {
  const { leadsTo = {}, link } = exclusion;
  const named = lineOf(policy, plan).find((one) => Object.hasOwn(leadsTo, one.id));
  const consequence = leadsTo[named?.id ?? "*"] ?? "refuse";
  const target = link === undefined ? undefined : policy.links[link];
  return { consequence, next: consequence === "redirect" && target !== undefined ? [target] : [] };
}
