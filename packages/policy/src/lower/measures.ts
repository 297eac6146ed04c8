import type { CreditsForm } from "../grammar/credits.ts";
import { REPEATING, sameMetric } from "../grammar/targets.ts";
import { nameFromId, type Source } from "../source/source.ts";
import type { Credit, CreditPeriod, Metric, Policy, SeverityLowering } from "../types.ts";
import type { ClauseLookup } from "./clauses.ts";

const valuesOf = (list: readonly { readonly value: string }[] | undefined): readonly string[] | null =>
  list === undefined || list.length === 0 ? null : list.map((one) => one.value);

type CreditForm = CreditsForm[number]["value"];

/** The metric as the policy's targets write it. */
function metricOf(name: string, source: Source): string {
  const used = source.form.targets.map(({ metric }) => metric.value);
  return used.find((one) => sameMetric(one, name)) ?? name;
}

function triggerOf(form: CreditForm, source: Source): Credit["trigger"] {
  if (form.for.value === "outage") {
    const bands = (form.bands ?? []).map(({ below, percent }) => ({
      below: below.value,
      percent: percent.value,
    }));
    return { kind: "outage", bands: bands.toSorted((a, b) => b.below - a.below) };
  }
  const misses = form.moreThan?.value ?? null;
  const ends = valuesOf(form.periodEnds);
  const per: CreditPeriod = { unit: misses?.unit ?? "quarter", ends: ends === null ? null : ends.toSorted() };
  return {
    kind: "misses",
    metric: metricOf(form.for.value, source),
    severities: valuesOf(form.severity),
    moreThan: misses?.count ?? 0,
    per,
    percent: form.gives?.value ?? null,
  };
}

function creditsOf(source: Source, clauses: ClauseLookup): Credit[] {
  return (source.form.credits ?? []).map(({ id, value }) => ({
    id: id.value,
    name: value.name?.value ?? nameFromId(id.value),
    plans: valuesOf(value.plan),
    trigger: triggerOf(value, source),
    of: value.of?.value ?? null,
    as: value.as?.value ?? null,
    atMost: value.atMost?.value ?? null,
    claim: {
      withinDays: value.claim?.within?.value ?? null,
      by: value.claim?.by?.value ?? null,
      says: value.claim?.says?.value ?? null,
      names: valuesOf(value.claim?.names) ?? [],
    },
    clause: clauses.at(value.clause?.value, "response-times"),
  }));
}

function loweringsOf(source: Source, clauses: ClauseLookup): SeverityLowering[] {
  return (source.form.lowerSeverity ?? []).map(({ id, value }) => ({
    id: id.value,
    text: value.text.value,
    when: value.when?.value ?? null,
    from: valuesOf(value.from),
    to: value.to?.value ?? null,
    clause: clauses.at(value.clause?.value, "severity"),
  }));
}

const metricsOf = (source: Source): Metric[] =>
  (source.form.metrics ?? []).map(({ id, value }) => ({
    id: id.value,
    name: value.name.value,
    repeats: value.repeats?.value ?? REPEATING.has(id.value),
  }));

/** Own metrics, credits and lowerings. A key that the author left out is absent, so that a policy's hash stays. */
export function lowerMeasures(
  source: Source,
  clauses: ClauseLookup,
): Pick<Policy, "metrics" | "credits" | "severityLowerings"> {
  const { metrics, credits, lowerSeverity } = source.form;
  return {
    ...(metrics === undefined ? {} : { metrics: metricsOf(source) }),
    ...(credits === undefined ? {} : { credits: creditsOf(source, clauses) }),
    ...(lowerSeverity === undefined ? {} : { severityLowerings: loweringsOf(source, clauses) }),
  };
}
