import type { ExclusionsForm } from "../grammar/rules.ts";
import { nameFromId, type Source } from "../source/source.ts";
import type { Exception, Exclusion, Outcome, Policy, Statement } from "../types.ts";
import type { ClauseLookup } from "./clauses.ts";
import { plain, stated } from "./plain.ts";

export const lowerOutcomes = (source: Source): Outcome[] =>
  source.form.outcomes.map(({ id, value }) => ({
    id: id.value,
    name: value.name?.value ?? nameFromId(id.value),
    needs: value.needs?.value ?? null,
  }));

export const lowerExclusions = (source: Source, clauses: ClauseLookup): Exclusion[] =>
  (source.form.exclusions ?? []).map(({ id, value }, index) => ({
    id: id.value,
    number: index + 1,
    text: value.text.value,
    needs: value.needs?.value ?? null,
    approved: (value.approved ?? []).map((one) => one.value),
    liftedBy: value.liftedBy?.value ?? null,
    decided: value.decided?.value ?? "after-diagnosis",
    clause: clauses.at(value.clause?.value, "exclusions"),
    ...stated("leadsTo", value.leadsTo === undefined ? undefined : consequencesOf(value.leadsTo)),
    ...stated("link", value.link?.value),
    ...stated("unless", value.unless?.value),
  }));

type ExclusionForm = ExclusionsForm[number]["value"];

/** By plan; the key `*` holds for every other one. */
function consequencesOf({ all, byPlan }: NonNullable<ExclusionForm["leadsTo"]>): Exclusion["leadsTo"] {
  const each = byPlan.map(({ id, value }) => [id.value, value.said.value] as const);
  return Object.fromEntries(all === null ? each : [["*", all.value], ...each]);
}

export const lowerExceptions = (source: Source, clauses: ClauseLookup): Exception[] =>
  (source.form.exceptions ?? []).map((form) => ({
    plan: form.plan.value,
    door: form.door?.value ?? null,
    category: form.category.value,
    note: form.note.value,
    clause: clauses.at(form.clause?.value, "channels"),
  }));

type Rules = Pick<Policy, "issue" | "conduct" | "billing" | "responsibilities" | "changes" | "factors">;

export function lowerRules(source: Source, clauses: ClauseLookup): Rules {
  const { issue, conduct, billing, responsibilities, changes, factors } = source.form;
  const statements = (responsibilities ?? []).map(
    ({ id, value }): Statement => ({
      id: id.value,
      text: value.text.value,
      clause: clauses.at(undefined, "responsibilities"),
    }),
  );
  return {
    issue:
      issue === undefined
        ? null
        : { text: issue.text.value, asks: (issue.asks ?? []).map((question) => question.value) },
    conduct: {
      text: conduct?.text.value ?? "",
      bindsAgents: conduct?.bindsAgents?.value ?? false,
      mayEndSupport: conduct?.mayEndSupport?.value ?? false,
      ...stated("scope", conduct?.scope?.value),
      ...stated("decision", conduct?.decision?.value),
      ...stated("reinstatement", conduct?.reinstatement?.value),
    },
    billing:
      billing === undefined
        ? null
        : {
            advice: billing.advice.value,
            mayFollowDispute: (billing.mayFollowDispute ?? []).map(({ value }) => value.text.value),
          },
    responsibilities: statements,
    changes: { effective: "at-posting", ...(changes === undefined ? {} : plain(changes)) },
    factors: (factors ?? []).map(({ id, value }) => ({ id: id.value, name: value.name.value })),
  };
}
