import type { CreditsForm } from "../grammar/credits.ts";
import { METRICS, sameMetric } from "../grammar/targets.ts";
import type { At, Place, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { checkKnown, idsOf } from "./lookup.ts";

type CreditForm = CreditsForm[number];

/** Credits and automatic lowerings: names that exist, all that it takes to tell when one is due. */
export function checkCredits(source: Source, report: Report): void {
  const { form } = source;
  const [plans, severities] = [idsOf(form.plans), idsOf(form.severities)];
  for (const credit of form.credits ?? []) {
    const { plan, severity } = credit.value;
    for (const one of plan ?? []) checkKnown(one, plans, "plan-undefined", "plan", report);
    for (const one of severity ?? []) checkKnown(one, severities, "severity-undefined", "severity", report);
    if (credit.value.for.value === "outage") checkOutage(credit, report);
    else checkMisses(credit, source, report);
  }
  checkLowerings(source, report);
}

function unclear(at: Place, message: string, mend: string, report: Report): void {
  report.add("credit-unclear", at, message, mend);
}

function checkMisses({ id, value }: CreditForm, source: Source, report: Report): void {
  checkMetric(value.for, source, report);
  const misses = value.moreThan?.value ?? null;
  if (value.moreThan === undefined) {
    const mend =
      "Write e.g. `more-than: 4 per quarter`; `more-than: 0 per quarter` where the first one counts.";
    unclear(id.at, `\`${id.value}\` does not say how many answers may be missed.`, mend, report);
  } else if (misses?.isFiscal === true && value.periodEnds === undefined) {
    const mend = "Add `period-ends: [01-31, 04-30, 07-31, 10-31]` with your own dates.";
    unclear(value.moreThan.at, "Nothing says when a fiscal quarter or year ends.", mend, report);
  }
  if (value.gives !== undefined) return;
  unclear(
    id.at,
    `\`${id.value}\` does not say what missed answers give.`,
    "Write e.g. `gives: 20 %`.",
    report,
  );
}

function checkMetric(metric: At<string>, source: Source, report: Report): void {
  const known = [...METRICS.keys(), ...idsOf(source.form.metrics)];
  if (!known.some((one) => sameMetric(one, metric.value))) {
    checkKnown(metric, new Set(["outage", ...known]), "metric-undefined", "metric", report);
    return;
  }
  if (source.form.targets.some((target) => sameMetric(target.metric.value, metric.value))) return;
  const message = `No target measures \`${metric.value}\`, so that nothing of it can be missed.`;
  unclear(metric.at, message, "Name a metric that has a target, or add the target.", report);
}

/** A month that was worse must not give less. */
function checkOutage({ id, value }: CreditForm, report: Report): void {
  const bands = (value.bands ?? []).toSorted((a, b) => b.below.value - a.below.value);
  bands.forEach(({ below, percent }, index) => {
    const better = bands[index - 1];
    if (better === undefined || percent.value >= better.percent.value) return;
    const message = `A month below ${below.value} gives ${percent.value} %, less than one below ${better.below.value} (${better.percent.value} %).`;
    unclear(below.at, message, "Let the lower share give more.", report);
  });
  if (value.moreThan === undefined && value.severity === undefined) return;
  const mend = "Take `more-than:` and `severity:` out, or name a metric in `for:`.";
  unclear(id.at, `\`${id.value}\` counts missed answers, but is for outages.`, mend, report);
}

function checkLowerings({ form }: Source, report: Report): void {
  const levels = (form.severities ?? []).map(({ id }) => id.value);
  const known = new Set(levels);
  for (const { value } of form.lowerSeverity ?? []) {
    checkKnown(value.to, known, "severity-undefined", "severity", report);
    for (const from of value.from ?? []) {
      checkKnown(from, known, "severity-undefined", "severity", report);
      const { to } = value;
      if (to === undefined || !known.has(to.value) || !known.has(from.value)) continue;
      if (levels.indexOf(to.value) > levels.indexOf(from.value)) continue;
      report.add(
        "lowering-raises",
        to.at,
        `Going from \`${from.value}\` to \`${to.value}\` lowers nothing.`,
        "Name a milder severity, or leave `to:` out for the next one.",
      );
    }
  }
}
