import { ALWAYS } from "../lower/calendars.ts";
import { planText } from "../text.ts";
import type { ContactLimit, Policy, Requirement } from "../types.ts";
import type { Item } from "./blocks.ts";
import { listed } from "./references.ts";
import {
  after,
  calendarName,
  categoryNames,
  channelNames,
  clauses,
  counted,
  languageNames,
  listedOr,
  planNames,
  plansHaving,
  productNames,
  quotaWords,
  severityNames,
} from "./sentences.ts";

const item = (id: string | null, text: string): Item => ({ id, text });

function contactLimit(limit: ContactLimit): string {
  if (limit.kind === "unlimited") return "any number of contacts";
  if (limit.kind === "number") return counted(limit.count, "contact");
  if (limit.kind === "formula") {
    return clauses(
      `${counted(limit.count, "contact")} for each ${limit.rounding} ${limit.per} ${limit.of}`,
      limit.atLeast === null ? "" : `at least ${limit.atLeast}`,
      limit.atMost === null ? "" : `at most ${limit.atMost}`,
    );
  }
  const steps = limit.steps.map(
    ({ from, count }, index) =>
      `${counted(count, "contact")} from ${from}${index === 0 ? ` ${limit.of}` : ""} on`,
  );
  const { beyond } = limit;
  return clauses(...steps, beyond === null ? "" : `then ${beyond.count} more for each ${beyond.per}`);
}

/** How many people may write, and who they are. */
export const contactItems = (policy: Policy): Item[] =>
  (policy.contacts ?? []).map((rule) =>
    item(
      null,
      `${planNames(policy, rule.plans) || "Every plan"}: ${clauses(
        rule.limit === null ? "" : contactLimit(rule.limit),
        rule.additional === null ? "" : `${rule.additional} more`,
        rule.atLeast === null ? "" : `at least ${rule.atLeast}`,
        after("for", severityNames(policy, rule.severities)),
        rule.who,
        after("without being named:", listed(rule.automatic)),
      )}`,
    ),
  );

/** Who may ask for what. */
export const eligibilityItems = (policy: Policy): Item[] =>
  (policy.eligibility ?? []).map((rule) => {
    const scope = clauses(
      categoryNames(policy, rule.categories),
      after("on", planNames(policy, rule.plans)),
      after("by", channelNames(policy, rule.channels)),
    );
    const points = (list: readonly Requirement[]) => list.map(({ text }) => item(null, text));
    const either: Item[] =
      rule.anyOf.length === 0 ? [] : [{ id: null, text: "One of these:", items: points(rule.anyOf) }];
    const items = [...points(rule.allOf), ...either];
    return { id: `eligibility-${rule.id}`, text: `${scope || "Every request"}:`, items };
  });

/** The name of a plan, or of a plan with the tier that has the id. */
function holderName({ plans }: Policy, id: string): string {
  const plan =
    plans.find((one) => one.id === id) ?? plans.find((one) => one.tiers.some((tier) => tier.id === id));
  return plan === undefined ? id : planText(plan, plan.tiers.find((tier) => tier.id === id) ?? null);
}

/** What is counted, and how much of it a plan has. */
export const quotaItems = (policy: Policy): Item[] =>
  (policy.quotas ?? []).map((quota) => {
    const limits = Object.entries(quota.limits).map(([holder, limit]) =>
      holder === "*" ? quotaWords(limit) : `${quotaWords(limit)} on ${holderName(policy, holder)}`,
    );
    const { rollOver } = quota;
    const carried =
      rollOver === null
        ? ""
        : clauses(
            `${rollOver.percent} % of what is left goes over`,
            after("until the end of the", rollOver.until),
          );
    const minutes = quota.minutes === null ? "" : `${counted(quota.minutes, "minute")} each`;
    return item(`quota-${quota.id}`, `${quota.name}: ${clauses(...limits, minutes, carried, quota.note)}`);
  });

const inCalendar = (policy: Policy, id: string): string =>
  id === ALWAYS ? "around the clock" : `in ${calendarName(policy, id)}`;

/** In which languages, when and for whom. */
export const languageItems = (policy: Policy): Item[] =>
  (policy.languages ?? []).map((language) => {
    const { urgent } = language;
    const text = clauses(
      language.level === "full" ? language.name : `${language.name}: best effort`,
      after("on", plansHaving(policy, language.plans)),
      language.calendar === undefined ? "" : inCalendar(policy, language.calendar),
      urgent === undefined
        ? ""
        : clauses(
            `but ${severityNames(policy, urgent.severities)}${after(" in", languageNames(policy, urgent.in === null ? [] : [urgent.in]))}`,
            urgent.calendar === null ? "" : inCalendar(policy, urgent.calendar),
          ),
      language.note,
    );
    return item(`language-${language.id}`, text);
  });

/** Where those who answer sit. */
export const staffItems = (policy: Policy): Item[] =>
  (policy.staff ?? []).map(({ id, text, plans, products }) => {
    const scope = clauses(
      after("on", planNames(policy, plans)),
      after("for", productNames(policy, products)),
    );
    return item(`staff-${id}`, scope === "" ? text : `${text} (${scope})`);
  });

function bytesWords(bytes: number): string {
  return bytes % 1_048_576 === 0 ? `${bytes / 1_048_576} MB` : `${Math.round(bytes / 1000) / 1000} MB`;
}

/** What the form asks for and takes, and what it says before. */
export function formItems(policy: Policy): Item[] {
  const { form } = policy;
  if (form === undefined) return [];
  const fields = form.fields.map((field) => {
    const scope = clauses(
      after("for", categoryNames(policy, field.categories)),
      after("at", severityNames(policy, field.severities)),
      after("for", productNames(policy, field.products)),
      after("on", planNames(policy, field.plans)),
    );
    const choices = field.choices.length === 0 ? "" : `one of ${listedOr(field.choices)}`;
    return item(
      `field-${field.id}`,
      clauses(`${field.label}${field.isRequired ? " (needed)" : ""}`, scope, choices, field.help),
    );
  });
  const files = form.attachments;
  const attachments =
    files === null
      ? ""
      : clauses(
          files.mostFiles === null ? "" : `at most ${counted(files.mostFiles, "file")}`,
          files.mostBytes === null ? "" : `at most ${bytesWords(files.mostBytes)} each`,
          after("of these kinds:", listed(files.types ?? [])),
          after("none of these kinds:", listed(files.refused)),
        );
  const texts = [
    ...form.first,
    attachments === "" ? null : `Files: ${attachments}`,
    form.consent,
    form.secrets,
  ];
  return [...fields, ...texts.flatMap((text) => (text === null ? [] : [item(null, text)]))];
}
