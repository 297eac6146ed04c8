import type { ConditionForm, FactsForm } from "../grammar/conditions.ts";
import type { CategoriesForm, SeveritiesForm } from "../grammar/severities.ts";
import { nameFromId, type Source } from "../source/source.ts";
import type {
  Category,
  Condition,
  Fact,
  Ground,
  GroundRule,
  Policy,
  Severity,
  SeverityCap,
} from "../types.ts";
import type { ClauseLookup } from "./clauses.ts";
import { plain, stated } from "./plain.ts";

type SeverityForm = SeveritiesForm[number]["value"];
type GroundForm = NonNullable<SeverityForm["definitions"] | SeverityForm["context"]>[number];

function groundOf(kind: Ground["kind"], form: GroundForm, proposedAs: string | null): Ground {
  return {
    id: form.id.value,
    kind,
    text: form.value.text.value,
    points: (form.value.points ?? []).map((point) => ({
      id: point.id.value,
      text: point.value.text.value,
      promise: point.value.promise?.value ?? null,
      ...ruleOf(point.value),
    })),
    promise: form.value.promise?.value ?? null,
    proposedAs,
    ...ruleOf(form.value),
    ...("facts" in form.value ? narrowedBy(form.value) : {}),
  };
}

function ruleOf({ when, exceptWhen }: Pick<GroundForm["value"], "when" | "exceptWhen">): GroundRule {
  return {
    ...stated("proposedWhen", when === undefined ? undefined : conditionOf(when)),
    ...stated(
      "exceptWhen",
      exceptWhen?.map((one) => one.value),
    ),
  };
}

function narrowedBy({ products, facts }: NonNullable<SeverityForm["definitions"]>[number]["value"]) {
  return {
    ...stated(
      "products",
      products?.map((one) => one.value),
    ),
    ...stated(
      "facts",
      facts?.map((one) => one.value),
    ),
  };
}

/** What a definition of facts asks for. */
export function conditionOf(form: ConditionForm): Condition {
  return {
    allOf: (form.allOf ?? []).map((term) => term.value),
    anyOf: (form.anyOf ?? []).map((group) => group.map((term) => term.value)),
  };
}

/** The one level of a policy that has no scale: every request is alike. */
const ONLY: Severity = {
  id: "any",
  rank: 1,
  name: "Any request",
  summary: "",
  grounds: [],
  asksBusinessImpact: false,
};

export function lowerSeverities(source: Source): Severity[] {
  if (source.form.severities === undefined) return [ONLY];
  return source.form.severities.map(({ id, value }, index) => ({
    id: id.value,
    rank: index + 1,
    name: value.name?.value ?? nameFromId(id.value),
    summary: value.summary?.value ?? "",
    grounds: [
      ...(value.definitions ?? []).map((ground) => groundOf("definition", ground, null)),
      ...(value.context ?? []).map((ground) =>
        groundOf("context", ground, ground.value.proposedAs?.value ?? id.value),
      ),
      ...(value.examples ?? []).map((ground) => groundOf("example", ground, null)),
    ],
    asksBusinessImpact: value.asksBusinessImpact?.value ?? false,
    ...stated(
      "aliases",
      value.also?.map((name) => name.value),
    ),
    ...stated(
      "plans",
      value.plans?.map((plan) => plan.value),
    ),
    ...stated("when", value.when === undefined ? undefined : conditionOf(value.when)),
    ...stated(
      "counterExamples",
      value.counterExamples?.map((ground) => groundOf("example", ground, null)),
    ),
    ...stated("duty", value.duty?.value),
  }));
}

/** The severity of a request that names none: as stated, else the only level there is. */
export const defaultSeverityOf = (source: Source): string =>
  source.form.defaultSeverity?.value ?? source.form.severities?.at(-1)?.id.value ?? ONLY.id;

export function lowerCaps(source: Source): SeverityCap[] {
  return (source.form.severityCaps ?? []).map((cap) => ({
    environment: cap.environment?.value ?? null,
    atMost: cap.atMost?.value ?? cap.always?.value ?? "",
    except: (cap.except ?? []).map((ground) => ground.value),
    ...(cap.always === undefined ? {} : { isForced: true as const }),
    ...stated("category", cap.category?.value),
    ...stated("product", cap.product?.value),
    ...stated("plan", cap.plan?.value),
    ...stated("licence", cap.licence?.value),
    ...stated("payment", cap.payment?.value),
  }));
}

/** Facts, who decides, and the customer's own scale. */
export function lowerDecision(
  { form }: Source,
  clauses: ClauseLookup,
): Pick<Policy, "assessWithin" | "customerPriority" | "facts" | "severityDecision"> {
  return {
    ...stated("facts", form.facts?.map(factOf)),
    ...stated("assessWithin", limitOf(form.assessWithin)),
    ...stated("severityDecision", decisionOf(form.severityDecision, clauses)),
    ...stated("customerPriority", priorityOf(form.customerPriority)),
  };
}

function factOf({ id, value }: FactsForm[number]): Fact {
  const { choices, askedWhen } = value;
  return {
    id: id.value,
    text: value.text.value,
    ...stated("asks", value.asks?.value),
    ...stated("choices", choices === undefined ? undefined : plain(choices)),
    ...stated("from", value.from?.value),
    ...stated("askedWhen", askedWhen === undefined ? undefined : conditionOf(askedWhen)),
    ...stated("marks", value.marks?.value),
  };
}

function limitOf(form: Source["form"]["assessWithin"]): Policy["assessWithin"] {
  if (form === undefined) return undefined;
  return { ms: form.time.value, calendar: form.calendar?.value ?? null };
}

function decisionOf(
  form: Source["form"]["severityDecision"],
  clauses: ClauseLookup,
): Policy["severityDecision"] {
  if (form === undefined) return undefined;
  const { explained, clause, ...said } = plain(form);
  return { ...said, ...stated("isExplained", explained), clause: clauses.at(clause, "severity") };
}

function priorityOf(form: Source["form"]["customerPriority"]): Policy["customerPriority"] {
  if (form === undefined) return undefined;
  return {
    name: form.name.value,
    note: form.note?.value ?? null,
    levels: form.levels.map(({ id, value }) => ({
      id: id.value,
      name: value.name?.value ?? nameFromId(id.value),
    })),
  };
}

function categoryOf({ id, value }: CategoriesForm[number], clauses: ClauseLookup): Category {
  return {
    id: id.value,
    name: value.name?.value ?? nameFromId(id.value),
    description: value.description?.value ?? "",
    route: value.route?.value ?? "support",
    defaultSeverity: value.defaultSeverity?.value ?? null,
    warnsAt: (value.warnsAt ?? []).map((severity) => severity.value),
    isIssue: value.issue?.value ?? false,
    asks: (value.asks ?? []).map((field) => field.value),
    clause: clauses.at(value.clause?.value, "eligibility"),
    ...(value.cause?.value === true ? { asksForCause: true } : {}),
    ...(value.openTo === undefined ? {} : { isOpenToAll: true }),
    ...stated(
      "plans",
      value.plans?.map((plan) => plan.value),
    ),
  };
}

export const lowerCategories = (source: Source, clauses: ClauseLookup): Category[] =>
  source.form.categories.map((category) => categoryOf(category, clauses));
