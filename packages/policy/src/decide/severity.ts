import { severitiesOf } from "../cover.ts";
import { severityText } from "../text.ts";
import type { Clause, Plan, Policy, SeverityCap } from "../types.ts";

/** What is known of a request that bears on its severity; null or absent for what is not. */
export type SeverityQuestion = {
  /** What the customer chose; null when they chose nothing. */
  readonly chosen: string | null;
  readonly plans: readonly Plan[];
  readonly category?: string | null;
  readonly product?: string | null;
  readonly environment?: string | null;
  readonly licence?: string | null;
  readonly payment?: string | null;
  /** Definitions and examples that a match was found for. */
  readonly grounds?: readonly string[];
};

/** Why a proposal is not the severity that was chosen. */
export type SeverityReason = {
  readonly code: "default" | "category-default" | "not-on-plan" | "capped" | "forced";
  readonly message: string;
  readonly clause: Clause;
};

export type SeverityProposal = { readonly severity: string; readonly reasons: readonly SeverityReason[] };

const KEYS = ["environment", "category", "product", "licence", "payment"] as const;

function applies(cap: SeverityCap, question: SeverityQuestion): boolean {
  if (cap.except.some((ground) => question.grounds?.includes(ground) === true)) return false;
  if (cap.plan !== undefined && !question.plans.some((plan) => plan.id === cap.plan)) return false;
  return KEYS.every((key) => (cap[key] ?? null) === null || cap[key] === question[key]);
}

/**
 * The severity a request begins with: what was chosen, else the category's or the policy's default; not worse than the
 * plan may choose, and within the caps that apply. Every step away from the choice is told with its reason. People
 * assess afterwards and are not bound by it.
 */
export function proposedSeverity(policy: Policy, question: SeverityQuestion): SeverityProposal {
  const clause = policy.clauseFor.severity;
  const reasons: SeverityReason[] = [];
  const say = (code: SeverityReason["code"], message: string) => reasons.push({ code, message, clause });
  const words = (id: string) => severityText(policy, id);
  const rank = (id: string) => policy.severities.findIndex((one) => one.id === id);

  let severity = question.chosen ?? policy.defaultSeverity;
  const category = policy.categories.find((one) => one.id === question.category);
  if (question.chosen === null && category?.defaultSeverity != null) {
    severity = category.defaultSeverity;
    say("category-default", `No severity was chosen; “${category.name}” is ${words(severity)}.`);
  } else if (question.chosen === null) {
    say("default", `No severity was chosen; then it is ${words(severity)}.`);
  }
  const mine = severitiesOf(policy, question.plans);
  const [worst] = mine;
  if (!mine.includes(severity) && worst !== undefined) {
    const next = mine.find((id) => rank(id) >= rank(severity)) ?? worst;
    say("not-on-plan", `${words(severity)} is not part of this plan; ${words(next)} is the nearest.`);
    severity = next;
  }
  const caps = policy.severityCaps.filter((cap) => applies(cap, question));
  for (const cap of caps.toSorted((a, b) => Number(a.isForced ?? false) - Number(b.isForced ?? false))) {
    const isOver = cap.isForced === true ? severity !== cap.atMost : rank(severity) < rank(cap.atMost);
    if (!isOver) continue;
    severity = cap.atMost;
    const about = aboutOf(cap);
    if (cap.isForced === true) say("forced", `With ${about} every request is ${words(severity)}.`);
    else say("capped", `With ${about} a request is at most ${words(severity)}.`);
  }
  return { severity, reasons };
}

const aboutOf = (cap: SeverityCap): string =>
  [...KEYS, "plan" as const].flatMap((key) => (cap[key] == null ? [] : `${key} “${cap[key]}”`)).join(", ");
