import type { CategoriesForm, SeveritiesForm } from "../grammar/severities.ts";
import type { Source } from "../source/source.ts";
import type { Category, Ground, Severity, SeverityCap } from "../types.ts";
import type { ClauseLookup } from "./clauses.ts";

type GroundForm = SeveritiesForm[number]["value"]["definitions"][number];

function groundOf(kind: Ground["kind"], form: GroundForm, proposedAs: string | null): Ground {
  return {
    id: form.id.value,
    kind,
    text: form.value.text.value,
    points: (form.value.points ?? []).map((point) => ({
      id: point.id.value,
      text: point.value.text.value,
      promise: point.value.promise?.value ?? null,
    })),
    promise: form.value.promise?.value ?? null,
    proposedAs,
  };
}

export function lowerSeverities(source: Source): Severity[] {
  return source.form.severities.map(({ id, value }, index) => ({
    id: id.value,
    rank: index + 1,
    name: value.name.value,
    summary: value.summary.value,
    grounds: [
      ...value.definitions.map((ground) => groundOf("definition", ground, null)),
      ...(value.context ?? []).map((ground) =>
        groundOf("context", ground, ground.value.proposedAs?.value ?? id.value),
      ),
      ...(value.examples ?? []).map((ground) => groundOf("example", ground, null)),
    ],
    asksBusinessImpact: value.asksBusinessImpact?.value ?? false,
  }));
}

export function lowerCaps(source: Source): SeverityCap[] {
  return (source.form.severityCaps ?? []).map((cap) => ({
    environment: cap.environment.value,
    atMost: cap.atMost.value,
    except: (cap.except ?? []).map((ground) => ground.value),
  }));
}

function categoryOf({ id, value }: CategoriesForm[number], clauses: ClauseLookup): Category {
  return {
    id: id.value,
    name: value.name.value,
    description: value.description?.value ?? "",
    route: value.route?.value ?? "support",
    defaultSeverity: value.defaultSeverity?.value ?? null,
    warnsAt: (value.warnsAt ?? []).map((severity) => severity.value),
    isIssue: value.issue?.value ?? false,
    asks: (value.asks ?? []).map((field) => field.value),
    clause: clauses.at(value.clause?.value, "eligibility"),
  };
}

export const lowerCategories = (source: Source, clauses: ClauseLookup): Category[] =>
  source.form.categories.map((category) => categoryOf(category, clauses));
