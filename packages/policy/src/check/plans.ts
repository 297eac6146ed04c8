import { ancestryOf } from "../lower/plans.ts";
import type { At, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { checkKnown, idsOf } from "./lookup.ts";

/** Plans, what they include, their tiers and channels (P016, P030, P038). */
export function checkPlans(source: Source, report: Report): void {
  const { form } = source;
  const channels = idsOf(form.channels);
  for (const { id, value } of form.plans) {
    checkKnown(value.includes, idsOf(form.plans), "plan-undefined", "plan", report);
    for (const channel of value.channels ?? []) {
      checkKnown(channel.id, channels, "channel-undefined", "channel", report);
    }
    checkTiers(id, value, report);
    checkCycle(source, id, report);
  }
  checkPricing(source, report);
  checkUnusedChannels(source, report);
}

type PlanForm = Source["form"]["plans"][number]["value"];

function checkTiers(id: At<string>, plan: PlanForm, report: Report): void {
  const tiers = idsOf(plan.tiers);
  checkKnown(plan.defaultTier, tiers, "tier-undefined", "tier", report);
  if (tiers.size === 0 || plan.defaultTier !== undefined) return;
  report.add(
    "tier-default-missing",
    id.at,
    `\`${id.value}\` has tiers, but no default for an account that names none.`,
    `Add \`default-tier: ${[...tiers][0] ?? "…"}\`, or another of its tiers.`,
  );
}

function checkCycle(source: Source, id: At<string>, report: Report): void {
  const chain = ancestryOf(source.form.plans, id.value);
  const last = chain.at(-1)?.value.includes;
  if (last === undefined || last.value !== id.value) return;
  const first = source.form.plans.find((plan) => chain.includes(plan));
  if (first?.id.value !== id.value || first.value.includes === undefined) return;
  report.add(
    "plan-cycle",
    first.value.includes.at,
    `\`${id.value}\` includes itself, by way of ${chain.map((plan) => `\`${plan.id.value}\``).join(", ")}.`,
    "Let each plan include only a lower one.",
  );
}

/** Every pricing plan leads to exactly one support plan (P026). */
function checkPricing(source: Source, report: Report): void {
  const { form } = source;
  const sold = idsOf(form.pricing);
  const mapped = new Map<string, string>();
  for (const { id, value } of form.plans) {
    for (const pricing of value.pricing ?? []) {
      if (form.pricing !== undefined) {
        checkKnown(pricing, sold, "pricing-undefined", "pricing plan", report);
      }
      const before = mapped.get(pricing.value);
      if (before !== undefined) reportTwice(pricing, [before, id.value], report);
      mapped.set(pricing.value, id.value);
    }
  }
  for (const { id } of form.pricing ?? []) {
    if (mapped.has(id.value)) continue;
    report.add(
      "pricing-unmapped",
      id.at,
      `The pricing plan \`${id.value}\` leads to no support plan.`,
      `Add \`${id.value}\` to \`pricing:\` of the support plan that its customers get.`,
    );
  }
  checkAliases(source, report);
}

function reportTwice(pricing: At<string>, plans: readonly [string, string], report: Report): void {
  report.add(
    "pricing-twice",
    pricing.at,
    `The pricing plan \`${pricing.value}\` leads to two support plans: \`${plans[0]}\` and \`${plans[1]}\`.`,
    "Keep it under one of them.",
  );
}

function checkAliases(source: Source, report: Report): void {
  const names = new Map<string, string>((source.form.pricing ?? []).map(({ id }) => [id.value, id.value]));
  for (const { id, value } of source.form.pricing ?? []) {
    for (const alias of value.also ?? []) {
      const before = names.get(alias.value);
      if (before !== undefined) {
        report.add(
          "pricing-twice",
          alias.at,
          `\`${alias.value}\` already names the pricing plan \`${before}\`.`,
          "Keep the name under one pricing plan.",
        );
      }
      names.set(alias.value, id.value);
    }
  }
}

function checkUnusedChannels(source: Source, report: Report): void {
  const used = new Set(source.form.plans.flatMap((plan) => [...idsOf(plan.value.channels)]));
  for (const { id, value } of source.form.channels) {
    if (used.has(id.value) || value.official?.value === false) continue;
    report.add(
      "channel-unused",
      id.at,
      `No plan has the channel \`${id.value}\`.`,
      "Give it to a plan, or take it out.",
    );
  }
}
