import { sameMetric } from "../grammar/targets.ts";
import { isAddOn } from "../lower/plans.ts";
import { suggestion } from "../source/nearest.ts";
import type { Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { type KnownNames, knownNames, metricIds } from "./known.ts";

type PlanForm = Source["form"]["plans"][number];

/** Plans bought beside others, prices, and targets that are taken over (K03, K04, K51). */
export function checkAddOns(source: Source, report: Report): void {
  const { form } = source;
  const known = knownNames(source, report);
  const addOns = new Set(form.plans.filter(({ value }) => isAddOn(value)).map(({ id }) => id.value));
  known("plan", form.defaultPlan);
  if (form.defaultPlan !== undefined && addOns.has(form.defaultPlan.value)) {
    report.add(
      "add-on-base",
      form.defaultPlan.at,
      `\`${form.defaultPlan.value}\` is an add-on, and an add-on needs a plan beside it.`,
      "Name a plan that stands alone.",
    );
  }
  for (const plan of form.plans) {
    checkBases(plan, addOns, known, report);
    checkPrice(plan, report);
    checkOverlay(plan, source, known, report);
  }
}

function checkBases(
  { id, value }: PlanForm,
  addOns: ReadonlySet<string>,
  known: KnownNames,
  report: Report,
): void {
  known("plan", value.to);
  const stray = value.to?.[0] ?? value.per;
  if (stray !== undefined && !isAddOn(value)) {
    report.add(
      "add-on-base",
      stray.at,
      `\`${id.value}\` says what it is bought beside, but not that it is an add-on.`,
      "Add `add-on: yes`, or take the line out.",
    );
  }
  for (const base of value.to ?? []) {
    if (!addOns.has(base.value)) continue;
    report.add(
      "add-on-base",
      base.at,
      `\`${base.value}\` is an add-on itself; \`${id.value}\` cannot be bought beside it alone.`,
      "Name the plans that both go with; where it holds more than the other, write `includes:`.",
    );
  }
  const tier = isAddOn(value) ? value.tiers?.[0] : undefined;
  if (tier === undefined) return;
  report.add(
    "add-on-base",
    tier.id.at,
    `The add-on \`${id.value}\` has tiers, and a contract's tier is that of the plan beside it.`,
    "Make an add-on of each.",
  );
}

function checkPrice({ id, value }: PlanForm, report: Report): void {
  const { price } = value;
  if (price === undefined) return;
  const gap =
    price.percent !== undefined && price.of === undefined
      ? ["does not say what the share is of", "Add `of:`, e.g. `of: net spend of the month`."]
      : price.flat !== undefined && price.currency === undefined
        ? ["has an amount without a currency", "Add `currency:`, e.g. `currency: EUR`."]
        : price.flat === undefined && price.percent === undefined && price.note === undefined
          ? ["says nothing", "Write `flat:`, `percent:`, or a few words."]
          : null;
  if (gap === null) return;
  report.add("key-missing", price.at, `The price of \`${id.value}\` ${gap[0] ?? ""}.`, gap[1] ?? "");
}

function checkOverlay({ id, value }: PlanForm, source: Source, known: KnownNames, report: Report): void {
  const overlay = value.targetsOf;
  if (overlay === undefined) return;
  known("plan", overlay.plan);
  known("calendar", overlay.calendar);
  known("severity", overlay.severities);
  const metrics = metricIds(source);
  for (const metric of overlay.metrics ?? []) {
    if (metrics.some((one) => sameMetric(one, metric.value))) continue;
    const mend = `Name one that exists. ${suggestion(metric.value, metrics)}`;
    report.add("metric-undefined", metric.at, `\`${metric.value}\` is not measured here.`, mend);
  }
  const over = new Map(source.form.plans.map((plan) => [plan.id.value, plan.value.targetsOf?.plan.value]));
  const seen = new Set<string>();
  for (let next = over.get(id.value); next !== undefined && !seen.has(next); next = over.get(next)) {
    seen.add(next);
  }
  if (!seen.has(id.value)) return;
  report.add(
    "plan-cycle",
    overlay.plan.at,
    `\`${id.value}\` takes over its own targets, by way of ${[...seen].map((one) => `\`${one}\``).join(", ")}.`,
    "Let each plan take over those of a plan that states its own.",
  );
}
