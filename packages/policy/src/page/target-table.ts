import { METRICS, sameMetric } from "../grammar/targets.ts";
import { durationText, planText, severityText } from "../text.ts";
import type { Firmness, Policy, Target } from "../types.ts";
import type { Table } from "./blocks.ts";

const WITHOUT_FIGURE: Readonly<Record<Firmness, string>> = {
  commitment: "as agreed",
  target: "as agreed",
  expectation: "as agreed",
  aspiration: "as agreed",
  "best-effort": "best effort, no figure",
  "per-contract": "as the contract says",
  unstated: "not stated",
  none: "not offered",
};

const FIRM: Readonly<Record<Firmness, string>> = {
  commitment: "a commitment",
  target: "a target",
  expectation: "an expectation, not a commitment",
  aspiration: "an aspiration",
  "best-effort": "best effort",
  "per-contract": "by contract",
  unstated: "",
  none: "",
};

/** “less than 2 business hours, in Normal Business Hours”. */
export function targetWords(policy: Policy, target: Target): string {
  const figure = durationText(target);
  if (figure === "") return WITHOUT_FIGURE[target.firmness];
  const op = target.op === "less-than" ? "less than" : "within";
  const calendar = target.lowered === null ? undefined : policy.calendars[target.lowered.calendar];
  if (calendar === undefined) return `${op} ${figure}`;
  const hours = calendar.schedules.length === 0 ? "around the clock" : `in ${calendar.name}`;
  return `${op} ${figure}, ${hours}`;
}

type Column = { readonly name: string; readonly plan: string; readonly tier: string | null };

function columnsOf(policy: Policy, only: string | null, targets: readonly Target[]): Column[] {
  return policy.plans
    .filter((plan) => (only === null ? targets.some((target) => target.plan === plan.id) : plan.id === only))
    .flatMap((plan): Column[] => {
      const tiers = plan.tiers.filter((tier) =>
        targets.some((one) => one.plan === plan.id && one.tier === tier.id),
      );
      const whole = { name: plan.name, plan: plan.id, tier: null };
      return tiers.length === 0
        ? [whole]
        : tiers.map((tier) => ({ name: planText(plan, tier), plan: plan.id, tier: tier.id }));
    });
}

/** For a plan's own table only what is written for that plan's tiers or severities counts, if anything is. */
function rowsFor(targets: readonly Target[], only: string | null): readonly Target[] {
  const mine = targets.filter((target) => only === null || target.plan === only || target.plan === null);
  const detailed = mine.filter((target) => target.severity !== null);
  return detailed.length > 0 && only !== null ? detailed : mine;
}

/** The targets of one metric as a table: severities down, plans or tiers across. */
export function targetsTable(policy: Policy, plan: string | null, metric: string): Table {
  const measured = policy.targets.filter((target) => sameMetric(target.metric, metric));
  const targets = rowsFor(measured, plan);
  const columns = columnsOf(policy, plan, targets);
  const severities = [
    ...policy.severities
      .map((severity) => severity.id)
      .filter((id) => targets.some((one) => one.severity === id)),
    ...(targets.some((target) => target.severity === null) ? [null] : []),
  ];
  const cell = (severity: string | null, column: Column): string => {
    const fits = targets.filter(
      (one) =>
        one.severity === severity &&
        (one.plan === column.plan || one.plan === null) &&
        (one.tier === column.tier || one.tier === null),
    );
    return fits.map((one) => targetWords(policy, one)).join("; ") || "none";
  };
  const firm = [...new Set(targets.map((target) => FIRM[target.firmness]))].filter((word) => word !== "");
  const name = METRICS.get(metric.replaceAll("_", "-")) ?? metric;
  return {
    kind: "table",
    caption: `Time to ${name}${firm.length === 0 ? "" : ` (${firm.join("; ")})`}`,
    columns: ["Severity", ...columns.map((column) => column.name)],
    rows: severities.map((severity) => ({
      heading: severity === null ? "Any severity" : severityText(policy, severity),
      cells: columns.map((column) => cell(severity, column)),
    })),
  };
}
