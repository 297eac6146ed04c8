import type { At, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";

type Thing = { readonly id: At<string>; readonly also: readonly At<string>[] };

/** Each id and other name leads to one thing of its kind: two would make every look-up a guess. */
function checkUnique(things: readonly Thing[], kind: string, report: Report): void {
  const owners = new Map(things.map((thing) => [thing.id.value, thing.id.value]));
  for (const { id, also } of things) {
    for (const name of also) {
      const before = owners.get(name.value);
      if (before === undefined) {
        owners.set(name.value, id.value);
        continue;
      }
      report.add(
        "id-twice",
        name.at,
        `\`${name.value}\` already names the ${kind} \`${before}\`.`,
        `Keep the name under one ${kind}.`,
      );
    }
  }
}

/** Other names of plans, tiers and severities. Those of pricing plans are checked with the plans they lead to. */
export function checkNames({ form }: Source, report: Report): void {
  const named = form.plans.map(({ id, value }) => ({ id, also: value.also ?? [] }));
  checkUnique(named, "plan", report);
  const tiers = form.plans.flatMap((plan) => plan.value.tiers ?? []);
  const aliases = tiers.map(({ id, value }) => ({ id, also: value.also ?? [] }));
  checkUnique(aliases, "tier", report);
  const levels = (form.severities ?? []).map(({ id, value }) => ({ id, also: value.also ?? [] }));
  checkUnique(levels, "severity", report);
}
