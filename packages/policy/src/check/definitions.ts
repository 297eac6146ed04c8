import type { ConditionForm, FactsForm } from "../grammar/conditions.ts";
import type { SeveritiesForm } from "../grammar/severities.ts";
import { conditionOf } from "../lower/severities.ts";
import type { At, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { truthOf } from "../truth.ts";
import type { Term } from "../types.ts";
import { type KnownNames, knownNames } from "./known.ts";
import { groundsOf } from "./severities.ts";

type Severity = SeveritiesForm[number];

/** Levels by facts: the facts exist, and examples and counter-examples agree with their level (K37–K39, K42). */
export function checkDefinitions(source: Source, report: Report): void {
  const known = knownNames(source, report);
  for (const severity of source.form.severities ?? []) {
    const { value } = severity;
    known("plan", value.plans);
    checkTerms(termsOf(value.when), known);
    for (const ground of groundsOf(severity)) {
      for (const one of [ground.value, ...(ground.value.points ?? []).map((point) => point.value)]) {
        checkTerms([...termsOf(one.when), ...(one.exceptWhen ?? [])], known);
      }
      if (!("products" in ground.value)) continue;
      known("product", ground.value.products);
      checkTerms(ground.value.facts ?? [], known);
    }
    checkExamples(severity, report);
  }
  for (const { value } of source.form.facts ?? []) checkFact(value, known);
  known("calendar", source.form.assessWithin?.calendar);
  checkCaps(source, known, report);
  checkDefaults(source, report);
}

const termsOf = ({ allOf = [], anyOf = [] }: Partial<ConditionForm> = {}): readonly At<Term>[] => [
  ...allOf,
  ...anyOf.flat(),
];

/** What a fact is known from, and what has to hold for it to be asked. */
function checkFact({ from, askedWhen }: FactsForm[number]["value"], known: KnownNames): void {
  checkTerms(termsOf(askedWhen), known);
  if (from?.value.startsWith("category.") !== true) return;
  known("category", { value: from.value.slice("category.".length), at: from.at });
}

const checkTerms = (terms: readonly At<Term>[], known: KnownNames): void =>
  known(
    "fact",
    terms.map(({ value, at }) => ({ value: value.fact, at })),
  );

/** What an example says of its facts decides whether it stands under the right level. */
function checkExamples({ id, value }: Severity, report: Report): void {
  if (value.when === undefined) return;
  const condition = conditionOf(value.when);
  const sides = [
    { grounds: value.examples ?? [], wrong: false, says: "does not meet" },
    { grounds: value.counterExamples ?? [], wrong: true, says: "meets" },
  ];
  for (const { grounds, wrong, says } of sides) {
    for (const ground of grounds) {
      const { facts } = ground.value;
      if (facts === undefined) continue;
      const held = new Map(facts.map((one) => [one.value.fact, one.value.holds]));
      if (truthOf(condition, (fact) => held.get(fact)) !== wrong) continue;
      const kind = wrong ? "counter-example" : "example";
      report.add(
        "example-contradicts-level",
        ground.id.at,
        `The ${kind} \`${ground.id.value}\` ${says} what \`when:\` of ${id.value} (${value.name?.value ?? id.value}) asks for.`,
        "Correct its facts or the condition, or move it to the level it belongs to.",
      );
    }
  }
}

const CONDITIONS = ["environment", "category", "product", "plan", "licence", "payment"] as const;

function checkCaps({ form }: Source, known: KnownNames, report: Report): void {
  for (const cap of form.severityCaps ?? []) {
    known("category", cap.category);
    known("product", cap.product);
    known("plan", cap.plan);
    known("severity", [cap.atMost, cap.always]);
    const isAbout = CONDITIONS.some((key) => cap[key] !== undefined);
    const says = [cap.atMost, cap.always].filter((one) => one !== undefined).length;
    if (isAbout && says === 1) continue;
    report.add(
      "cap-unclear",
      cap.at,
      isAbout
        ? `The cap ${says === 0 ? "names no severity" : "names both a limit and a fixed severity"}.`
        : "The cap does not say what it is about.",
      isAbout
        ? "Write `at-most:` for the worst one possible, or `always:` for the only one."
        : `Add one of ${CONDITIONS.map((key) => `\`${key}:\``).join(", ")}.`,
    );
  }
}

/** A request that names no severity has one that its plan may choose. */
function checkDefaults({ form }: Source, report: Report): void {
  const wanted = form.defaultSeverity;
  const level = form.severities?.find((one) => one.id.value === wanted?.value);
  const [first] = level?.value.plans ?? [];
  if (wanted === undefined || first === undefined) return;
  report.add(
    "default-severity-barred",
    wanted.at,
    `\`${wanted.value}\` is the severity of a request that names none, but only some plans may choose it (line ${first.at.line}).`,
    "Take a level that every plan has.",
  );
}
