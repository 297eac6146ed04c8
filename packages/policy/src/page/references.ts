import { sameMetric } from "../grammar/targets.ts";
import { suggestion } from "../source/nearest.ts";
import { durationText, planText, severityText } from "../text.ts";
import type { Link, Policy, QueueKey, Target } from "../types.ts";
import { calendarHours, calendarZone } from "./calendar-words.ts";
import { stamp } from "./dates.ts";

/** What a reference stands for: words, and an address when the words are a link. */
export type Words = { readonly text: string; readonly href?: string };

export type Resolved =
  | { readonly ok: true; readonly words: Words }
  | { readonly ok: false; readonly why: string; readonly mend: string };

const words = (text: string, href?: string): Resolved => ({
  ok: true,
  words: href === undefined ? { text } : { text, href },
});
const broken = (why: string, wanted = "", known: readonly string[] = []): Resolved => ({
  ok: false,
  why,
  mend: known.length === 0 ? "" : suggestion(wanted, known),
});

type Row = { readonly id: string };

const idsOf = (rows: readonly Row[]): string[] => rows.map((row) => row.id);

function find<T extends Row>(
  rows: readonly T[],
  id: string,
  kind: string,
  say: (row: T) => Resolved,
): Resolved {
  const row = rows.find((one) => one.id === id);
  if (row !== undefined) return say(row);
  return broken(`there is no ${kind} \`${id}\``, id, idsOf(rows));
}

function linkWords(link: Link, part: string | undefined): Resolved {
  if (part === "href") return words(link.href);
  return part === "label" ? words(link.label) : words(link.label, link.href);
}

/** How many keys of a target a path cannot name; the figure for whatever comes is the one that names none of them. */
const furtherKeys = ({ intake, category, channel, cohort }: Target): number =>
  [intake, category, channel ?? null, cohort ?? null].filter((key) => key !== null).length;

/** `targets.<plan>[.<tier>].<metric>[.<severity>]`: the one figure that fits, of the case that names least. */
function targetWords(policy: Policy, path: readonly string[]): Resolved {
  const [planId = "", ...rest] = path;
  const plan = policy.plans.find((one) => one.id === planId);
  if (plan === undefined) return broken(`there is no plan \`${planId}\``, planId, idsOf(policy.plans));
  const tier = plan.tiers.some((one) => one.id === rest[0]) ? (rest.shift() ?? null) : null;
  const [metric = "", severity = null] = rest;
  const fits = (target: Target) =>
    (target.plan === plan.id || target.plan === null) &&
    target.tier === tier &&
    target.severity === severity &&
    target.amount !== null &&
    sameMetric(target.metric, metric);
  const matching = policy.targets.filter(fits);
  const own = matching.filter((target) => target.plan !== null);
  const named = own.length > 0 ? own : matching;
  const fewest = Math.min(...named.map(furtherKeys));
  const fitting = named.filter((target) => furtherKeys(target) === fewest);
  const always = fitting.filter((target) => target.when === null);
  const figures = new Set((always.length > 0 ? always : fitting).map((target) => durationText(target)));
  const [figure] = figures;
  if (figure === undefined) {
    const metrics = [...new Set(policy.targets.map((target) => target.metric))];
    return broken(`no target with a figure is written for \`${path.join(".")}\``, metric, metrics);
  }
  return figures.size > 1
    ? broken(`\`${path.join(".")}\` fits targets with different figures`)
    : words(figure);
}

function calendarWords(policy: Policy, id: string, part: string | undefined): Resolved {
  const calendar = Object.hasOwn(policy.calendars, id) ? policy.calendars[id] : undefined;
  if (calendar === undefined) {
    return broken(`there is no calendar \`${id}\``, id, Object.keys(policy.calendars));
  }
  if (part === "hours") return words(calendarHours(calendar));
  return words(part === "zone" ? calendarZone(calendar) : calendar.name);
}

function planWords(policy: Policy, id: string, part: string | undefined): Resolved {
  return find(policy.plans, id, "plan", (plan) => {
    if (part === undefined || part === "name") return words(plan.name);
    if (part === "summary") return words(plan.summary);
    if (part === "pricing") return words(listed(pricingOf(policy, id)));
    return find(plan.tiers, part, "tier", (tier) => words(planText(plan, tier)));
  });
}

const pricingOf = (policy: Policy, plan: string): string[] =>
  policy.pricing.filter((row) => row.plan === plan).map((row) => row.name);

/** “a”, “a and b”, “a, b and c”. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

type Say = (policy: Policy, path: readonly string[]) => Resolved;

const FACTS: Readonly<Record<string, Say>> = {
  plans: (policy, [, id = "", part]) => planWords(policy, id, part),
  tiers: (policy, [, id = ""]) =>
    find(policy.plans, id, "plan", (plan) => words(listed(plan.tiers.map((tier) => planText(plan, tier))))),
  pricing: (policy, [, id = ""]) => pricingWords(policy, id),
  channels: (policy, [, id = "", part]) =>
    find(policy.channels, id, "channel", (channel) =>
      words(part === "note" ? (channel.note ?? "") : channel.name),
    ),
  calendars: (policy, [, id = "", part]) => calendarWords(policy, id, part),
  severities: (policy, [, id = "", part]) =>
    find(policy.severities, id, "severity", (one) =>
      words(part === "name" ? one.name : part === "summary" ? one.summary : severityText(policy, id)),
    ),
  categories: (policy, [, id = ""]) => find(policy.categories, id, "category", (one) => words(one.name)),
  links: (policy, [, id = "", part]) =>
    find(Object.values(policy.links), id, "link", (link) => linkWords(link, part)),
  targets: (policy, [, ...path]) => targetWords(policy, path),
};

/** Blocks that not every policy has. */
const FURTHER: Readonly<Record<string, Say>> = {
  products: (policy, [, id = ""]) => find(policy.products ?? [], id, "product", (one) => words(one.name)),
  languages: (policy, [, id = ""]) => find(policy.languages ?? [], id, "language", (one) => words(one.name)),
  metrics: (policy, [, id = ""]) => find(policy.metrics ?? [], id, "metric", (one) => words(one.name)),
  cohorts: (policy, [, id = ""]) => find(policy.cohorts ?? [], id, "cohort", (one) => words(one.name)),
  quotas: (policy, [, id = ""]) => find(policy.quotas ?? [], id, "quota", (one) => words(one.name)),
  statements: (policy, [, id = ""]) =>
    find(policy.statements ?? [], id, "statement", (one) => words(one.text)),
};

const BLOCKS: Readonly<Record<string, Say>> = { ...FACTS, ...FURTHER };

function factWords(policy: Policy, path: readonly string[]): Resolved {
  const [head = ""] = path;
  const say = Object.hasOwn(BLOCKS, head) ? BLOCKS[head] : undefined;
  return say === undefined ? singleWords(policy, path.join(".")) : say(policy, path);
}

/** `pricing.<id>`, or `pricing.paid` for all that are paid for. */
function pricingWords(policy: Policy, id: string): Resolved {
  if (id === "paid") return words(listed(policy.pricing.filter((row) => row.isPaid).map((row) => row.name)));
  return find(policy.pricing, id, "pricing plan", (row) => words(row.name));
}

const QUEUE_WORDS: Readonly<Record<QueueKey, string>> = {
  severity: "severity",
  plan: "support plan",
  due: "due time",
  age: "age",
};

/** Facts that stand alone, by their whole path. */
const SINGLE: Readonly<Record<string, (policy: Policy) => Resolved>> = {
  title: (policy) => words(policy.title),
  version: (policy) => words(policy.version),
  updated: (policy) => words(stamp(policy.updatedAt)),
  "vendor.name": (policy) => words(policy.vendor.name),
  "vendor.product": (policy) => words(policy.vendor.product),
  terms: (policy) => words(policy.terms.name, policy.terms.href),
  email: (policy) =>
    policy.supportEmail === null
      ? broken("the policy has no `email:`")
      : words(policy.supportEmail, `mailto:${policy.supportEmail}`),
  queue: (policy) => words(listed(policy.queue.map((key) => QUEUE_WORDS[key]))),
  "reopen-within": (policy) => words(`${policy.reopenDays} ${policy.reopenDays === 1 ? "day" : "days"}`),
  "issue.text": (policy) =>
    policy.issue === null ? broken("the policy has no `issue:`") : words(policy.issue.text),
  "conduct.text": (policy) => words(policy.conduct.text),
  "billing.advice": (policy) =>
    policy.billing === null ? broken("the policy has no `billing:`") : words(policy.billing.advice),
};

function singleWords(policy: Policy, path: string): Resolved {
  const say = Object.hasOwn(SINGLE, path) ? SINGLE[path] : undefined;
  return (
    say?.(policy) ??
    broken(`nothing is called \`${path}\``, path.split(".")[0] ?? "", [
      ...Object.keys(SINGLE),
      ...Object.keys(BLOCKS),
    ])
  );
}

/** What a reference can begin with, for those who propose them: blocks whose ids follow, and facts that stand alone. */
export const REFERENCE_BLOCKS: readonly string[] = Object.keys(FACTS);
export const FURTHER_BLOCKS: readonly string[] = Object.keys(FURTHER);
export const SINGLE_REFERENCES: readonly string[] = Object.keys(SINGLE);

/** What `{{ path }}` stands for in this policy. */
export function resolveReference(policy: Policy, path: string): Resolved {
  const resolved = factWords(policy, path.split("."));
  if (resolved.ok && resolved.words.text === "") return broken(`\`${path}\` is empty`);
  return resolved;
}
