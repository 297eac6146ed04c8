import type { Source } from "../source/source.ts";
import { nameFromId } from "../source/source.ts";
import type { Cohort, Policy } from "../types.ts";
import type { ClauseLookup } from "./clauses.ts";
import { stated } from "./plain.ts";

const midnight = (date: string | undefined): number | null =>
  date === undefined ? null : Date.parse(`${date}T00:00:00Z`);

const countsOf = (
  counts: readonly {
    readonly id: { readonly value: string };
    readonly value: { readonly count: { readonly value: number } };
  }[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(counts.map(({ id, value }) => [id.value, value.count.value]));

function cohortsOf(source: Source, clauses: ClauseLookup): readonly Cohort[] | undefined {
  return source.form.cohorts?.map(({ id, value }) => ({
    id: id.value,
    name: value.name.value,
    before: midnight(value.before?.value),
    since: midnight(value.since?.value),
    ...stated("forFirst", value.forFirst?.value),
    ...stated("atLeast", value.atLeast === undefined ? undefined : countsOf(value.atLeast)),
    of: value.of?.value ?? null,
    keeps: Object.fromEntries((value.keeps ?? []).map((one) => [one.id.value, one.value.plan.value])),
    note: value.note?.value ?? null,
    clause: clauses.at(value.clause?.value, "plans"),
  }));
}

function contractsOf(source: Source): Policy["contracts"] {
  const form = source.form.contracts;
  if (form === undefined) return undefined;
  return { maySet: (form.maySet ?? []).map((one) => one.value), note: form.note?.value ?? null };
}

/** Products, cohorts and contracts, and who has a plan without having bought one. */
export function lowerCohorts(
  source: Source,
  clauses: ClauseLookup,
): Pick<Policy, "cohorts" | "contracts" | "defaultPlan" | "products"> {
  const products = source.form.products?.map(({ id, value }) => ({
    id: id.value,
    name: value.name?.value ?? nameFromId(id.value),
  }));
  return {
    ...stated("products", products),
    ...stated("cohorts", cohortsOf(source, clauses)),
    ...stated("contracts", contractsOf(source)),
    ...stated("defaultPlan", source.form.defaultPlan?.value),
  };
}
