import { severityText } from "../text.ts";
import type { Condition, Ground, Policy, Severity, Term } from "../types.ts";
import type { Block, Item } from "./blocks.ts";
import { listed } from "./references.ts";
import {
  after,
  clauses,
  listedOr,
  planNames,
  plansHaving,
  productNames,
  severityNames,
} from "./sentences.ts";

const item = (id: string | null, text: string): Item => ({ id, text });

const termWords = (policy: Policy, { fact, holds }: Term): string => {
  const text = policy.facts?.find((one) => one.id === fact)?.text ?? fact;
  return holds ? text : `Not: ${text}`;
};

/** What must hold, one to a line; of several that are enough, each is a line of its own. */
function conditionBlocks(policy: Policy, { allOf, anyOf }: Condition): Block[] {
  const words = (term: Term) => termWords(policy, term);
  const groups = anyOf.map((group) => item(null, group.map(words).join("; and ")));
  if (allOf.length === 0) return section("It is this severe when one of these holds:", false, groups);
  const either: Item[] = groups.length === 0 ? [] : [{ id: null, text: "One of these:", items: groups }];
  const all = allOf.map((term) => item(null, words(term)));
  return section(
    all.length + either.length === 1
      ? "It is this severe when:"
      : "It is this severe when all of this holds:",
    false,
    [...all, ...either],
  );
}

function groundItem(policy: Policy, ground: Ground): Item {
  const notes = clauses(
    after("for", productNames(policy, ground.products)),
    ground.proposedAs === null ? "" : `a match is proposed as ${severityText(policy, ground.proposedAs)}`,
  );
  const text = notes === "" ? ground.text : `${ground.text} (${notes})`;
  const points = ground.points.map((point) => item(point.id, point.text));
  return { id: ground.id, text, ...(points.length > 0 ? { items: points } : {}) };
}

function section(title: string, isNumbered: boolean, items: readonly Item[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "text", text: title },
    { kind: "list", isNumbered, items },
  ];
}

const textBlocks = (...texts: readonly string[]): Block[] =>
  texts.filter((text) => text !== "").map((text) => ({ kind: "text", text }));

/** One level: its words, what makes a problem that severe, examples for and against. */
export function severityBlocks(policy: Policy, severity: Severity, level: number): Block[] {
  const grounds = (kind: Ground["kind"]) =>
    severity.grounds.filter((ground) => ground.kind === kind).map((ground) => groundItem(policy, ground));
  const against = (severity.counterExamples ?? []).map((ground) => groundItem(policy, ground));
  const plans = plansHaving(policy, severity.plans);
  return [
    { kind: "heading", level, id: `severity-${severity.id}`, text: severityText(policy, severity.id) },
    ...textBlocks(severity.summary),
    ...(severity.when === undefined ? [] : conditionBlocks(policy, severity.when)),
    ...section("It is this severe when there is:", false, grounds("definition")),
    ...section("Also listed here:", false, grounds("context")),
    ...section("Examples:", true, grounds("example")),
    ...section("Not this severe:", false, against),
    ...textBlocks(
      severity.asksBusinessImpact
        ? "Whoever chooses this level is asked what the problem costs the business."
        : "",
      severity.duty ?? "",
      plans === "" ? "" : `Only for ${plans}.`,
    ),
  ];
}

/** How far a severity may go where something holds. */
export const capItems = (policy: Policy): Item[] =>
  policy.severityCaps.map((cap) => {
    const where = clauses(
      cap.environment,
      policy.categories.find((one) => one.id === cap.category)?.name,
      productNames(policy, cap.product === undefined ? [] : [cap.product]),
      after("on", planNames(policy, cap.plan === undefined ? [] : [cap.plan])),
      after("licence:", cap.licence),
      after("paid by", cap.payment),
    );
    const level = severityText(policy, cap.atMost);
    const how = cap.isForced === true ? `always ${level}` : `at most ${level}`;
    return item(null, clauses(`${where}: ${how}`, after("except for", listedOr(cap.except))));
  });

/** What a severity is proposed from: the questions of the form with their answers, and what the desk knows. */
export const factItems = (policy: Policy): Item[] =>
  (policy.facts ?? []).map(({ id, text, asks, choices = [] }) => {
    const answers = choices.map((choice) => item(null, choice.text));
    const words = asks === undefined ? text : `${asks} (${text})`;
    return { ...item(`fact-${id}`, words), ...(answers.length > 0 ? { items: answers } : {}) };
  });

/** When a severity goes down without anybody asking. */
export const loweringItems = (policy: Policy): Item[] =>
  (policy.severityLowerings ?? []).map((rule) => {
    const steps = clauses(
      after("from", severityNames(policy, rule.from)),
      rule.to === null ? "" : `to ${severityText(policy, rule.to)}`,
    );
    return item(`lowering-${rule.id}`, steps === "" ? rule.text : `${rule.text} (${steps})`);
  });

const NAMED = { customer: "You name it first.", vendor: "We name it first." } as const;
const DECIDED = {
  customer: "You decide.",
  vendor: "We decide.",
  both: "We decide together with you.",
} as const;
const CHANGED = { customer: "You may change it later.", vendor: "We may change it later." } as const;

/** Who proposes, decides and changes a severity. */
export function decisionItems(policy: Policy): Item[] {
  const rules = policy.severityDecision;
  if (rules === undefined) return [];
  const { proposedBy, decidedBy, changedBy, isExplained, mayObject, note } = rules;
  const all = [
    proposedBy === undefined ? "" : NAMED[proposedBy],
    decidedBy === undefined ? "" : DECIDED[decidedBy],
    ...(changedBy ?? []).map((one) => CHANGED[one]),
    changedBy?.length === 0 ? "It stays as it was sent." : "",
    isExplained === true ? "A change comes with its reason." : "",
    mayObject === true ? "You may object, and it is looked at again." : "",
    note ?? "",
  ];
  return all.filter((text) => text !== "").map((text) => item(null, text));
}

/** The customer's own scale. */
export function priorityItems(policy: Policy): Item[] {
  const own = policy.customerPriority;
  if (own === undefined) return [];
  const levels = listed(own.levels.map((one) => one.name));
  return [item(null, clauses(after(`${own.name}:`, levels), own.note))];
}
