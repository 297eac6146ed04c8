import type { ChannelsForm, PlansForm } from "../grammar/plans.ts";
import type { At, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { type KnownNames, knownNames } from "./known.ts";

type Limits =
  | ChannelsForm[number]["value"]
  | NonNullable<PlansForm[number]["value"]["channels"]>[number]["value"];

/** What narrows channels, for everybody and on a plan, names things that exist (K05, K06, K13, K14). */
export function checkNarrowing(source: Source, report: Report): void {
  const { form } = source;
  const known = knownNames(source, report);
  for (const { value } of form.channels) {
    checkLimits(value, known);
    known("channel", value.fallbackFor);
  }
  for (const plan of form.plans) {
    for (const { value } of plan.value.channels ?? []) checkLimits(value, known);
  }
  for (const { value } of form.categories) known("plan", value.plans);
  checkFallbacks(form.channels, report);
}

function checkLimits(limits: Limits, known: KnownNames): void {
  known("category", limits.only);
  known("product", limits.products);
  known("severity", limits.severities);
  known("language", limits.languages);
  known("calendar", limits.hours);
}

/** Ways in that wait for one another: none of them would ever open. */
function checkFallbacks(channels: ChannelsForm, report: Report): void {
  const waits = new Map(channels.map(({ id, value }) => [id.value, value.fallbackFor ?? []]));
  for (const { id, value } of channels) {
    for (const first of value.fallbackFor ?? []) {
      if (!reaches(first, id.value, waits)) continue;
      report.add(
        "fallback-cycle",
        first.at,
        `\`${id.value}\` waits for \`${first.value}\` to be out of reach, and \`${first.value}\` waits for it.`,
        "Let one of them be open from the start.",
      );
    }
  }
}

function reaches(
  from: At<string>,
  wanted: string,
  waits: ReadonlyMap<string, readonly At<string>[]>,
): boolean {
  const seen = new Set<string>();
  const open = [from.value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === wanted) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(waits.get(next) ?? []).map((one) => one.value));
  }
  return false;
}
