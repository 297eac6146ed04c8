import { nameFromId } from "../source/source.ts";
import { planText } from "../text.ts";
import type { Plan, Policy, Price } from "../types.ts";
import type { Block, Item, Table } from "./blocks.ts";
import { dateWords } from "./dates.ts";
import { listed } from "./references.ts";
import { after, clauses, counted, planNames } from "./sentences.ts";

/** “the greater of 50 EUR and 5 % of net spend, per month”. */
export function priceWords({ flat, percent, of, currency, per, note }: Price): string {
  const fixed = flat === null ? "" : `${flat}${currency === null ? "" : ` ${currency}`}`;
  const share = percent === null ? "" : `${percent} %${of === null ? "" : ` of ${of}`}`;
  const both = fixed !== "" && share !== "" ? `the greater of ${fixed} and ${share}` : fixed || share;
  const rate =
    fixed !== "" && share === "" && per !== null ? `${fixed} per ${per}` : clauses(both, after("per", per));
  return clauses(rate, note);
}

function sourceOf(policy: Policy, plan: Plan): string {
  const pricing = policy.pricing.filter((row) => row.plan === plan.id);
  const sold = listed(
    pricing.map((row) => (row.isLegacy === true ? `${row.name} (no longer sold)` : row.name)),
  );
  if (plan.addOn === undefined) return sold || "bought apart";
  const to = planNames(policy, plan.addOn.to);
  return clauses(to === "" ? "bought beside any plan" : `bought beside ${to}`, after("per", plan.addOn.per));
}

/** Which pricing plan gives which support plan, its tiers, and what is bought beside. */
export function planBlocks(policy: Policy): Block[] {
  const hasTiers = policy.plans.some((plan) => plan.tiers.length > 0);
  const hasPrice = policy.plans.some((plan) => plan.price !== undefined);
  const table: Table = {
    kind: "table",
    caption: "Support plan of each pricing plan",
    columns: [
      "Support plan",
      "Pricing plans",
      ...(hasTiers ? ["Tiers"] : []),
      ...(hasPrice ? ["Price"] : []),
    ],
    rows: policy.plans.map((plan) => ({
      heading: plan.isLegacy === true ? `${plan.name} (no longer sold)` : plan.name,
      cells: [
        sourceOf(policy, plan),
        ...(hasTiers ? [listed(plan.tiers.map((tier) => planText(plan, tier))) || "none"] : []),
        ...(hasPrice ? [plan.price === undefined ? "" : priceWords(plan.price)] : []),
      ],
    })),
  };
  const items = policy.plans.flatMap((plan): Item[] =>
    plan.summary === "" ? [] : [{ id: null, text: `${plan.name}: ${plan.summary}` }],
  );
  const fallback = planNames(policy, policy.defaultPlan === undefined ? [] : [policy.defaultPlan]);
  return [
    table,
    ...(items.length > 0 ? [{ kind: "list" as const, isNumbered: false, items }] : []),
    ...(fallback === ""
      ? []
      : [{ kind: "text" as const, text: `Without a pricing plan, the support plan is ${fallback}.` }]),
  ];
}

/** Customers for whom something else holds, and what contracts may set. */
export function cohortItems(policy: Policy): Item[] {
  const cohorts = (policy.cohorts ?? []).map((cohort): Item => {
    const what = cohort.of === null ? "customers" : `bought ${planNames(policy, [cohort.of])}`;
    const when = clauses(
      cohort.since === null ? "" : `since ${dateWords(cohort.since)}`,
      cohort.before === null ? "" : `before ${dateWords(cohort.before)}`,
      cohort.forFirst === undefined
        ? ""
        : `for the first ${counted(cohort.forFirst.amount, cohort.forFirst.unit)}`,
      ...Object.entries(cohort.atLeast ?? {}).map(
        ([id, count]) => `with at least ${count} ${nameFromId(id).toLowerCase()}`,
      ),
    );
    const keeps = Object.entries(cohort.keeps).map(([from, to]) => {
      const sold = policy.pricing.find((row) => row.id === from)?.name ?? planNames(policy, [from]);
      return `${sold} gives ${planNames(policy, [to])}`;
    });
    const text = [
      `${cohort.name} (${clauses(what, when)})${keeps.length > 0 ? `: ${listed(keeps)}` : ""}.`,
      cohort.note ?? "",
    ]
      .join(" ")
      .trim();
    return { id: `cohort-${cohort.id}`, text };
  });
  const { contracts } = policy;
  if (contracts === undefined) return cohorts;
  const text = clauses(
    contracts.maySet.length === 0 ? "" : `a contract may set: ${listed(contracts.maySet)}`,
    contracts.note,
  );
  return text === "" ? cohorts : [...cohorts, { id: "contracts", text }];
}
