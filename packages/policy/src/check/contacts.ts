import type { ContactsForm } from "../grammar/contacts.ts";
import { CHECKS } from "../lower/contacts.ts";
import { suggestion } from "../source/nearest.ts";
import type { Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { type KnownNames, knownNames } from "./known.ts";
import { checkKnown, idsOf } from "./lookup.ts";

/** Who may ask, how many of them, and what is counted (K07–K09). */
export function checkContacts(source: Source, report: Report): void {
  const known = knownNames(source, report);
  const tiers = source.form.plans.flatMap((plan) => [...idsOf(plan.value.tiers)]);
  const holders = new Set([...idsOf(source.form.plans), ...tiers]);
  for (const rule of source.form.contacts ?? []) checkRule(rule, known, report);
  for (const { value } of source.form.quotas ?? []) {
    known("plan", value.plans);
    for (const { id } of value.limit.byPlan)
      checkKnown(id, holders, "plan-undefined", "plan or tier", report);
  }
  checkEligibility(source, known, report);
}

function checkRule(rule: ContactsForm[number], known: KnownNames, report: Report): void {
  known("plan", rule.plans);
  known("severity", rule.severities);
  const { limit, additional, atLeast, who, automatic } = rule;
  if ([limit, additional, atLeast, who, automatic].every((one) => one === undefined)) {
    report.add(
      "key-missing",
      rule.at,
      "The rule says neither how many contacts there are nor who they are.",
      "Add `limit:`, `additional:`, `at-least:` or `who:`.",
    );
  }
  if (limit === undefined) return;
  if ("formula" in limit) {
    const { value, at } = limit.formula;
    if (value.kind !== "formula" || value.rounding !== null) return;
    const written = `${value.count} per`;
    const rest = `${value.per} ${value.of}`;
    report.add(
      "rounding-open",
      at,
      `The limit does not say whether a part of ${rest} counts.`,
      `Write \`${written} begun ${rest}\` where it does, \`${written} full ${rest}\` where it does not.`,
    );
    return;
  }
  const from = limit.steps.steps.find(({ id }) => !/^\d{1,9}$/.test(id.value));
  if (from === undefined) return;
  const mend = "Write e.g. `{ 1: 4, 11: 8 }`: from 1 on 4 contacts, from 11 on 8.";
  report.add("value-format", from.id.at, `\`${from.id.value}\` is not a whole number.`, mend);
}

function checkEligibility(source: Source, known: KnownNames, report: Report): void {
  const checks = [...CHECKS.keys()];
  for (const { id, value } of source.form.eligibility ?? []) {
    known("category", value.categories);
    known("channel", value.channels);
    known("plan", value.plans);
    const wanted = [...(value.allOf ?? []), ...(value.anyOf ?? [])];
    if (wanted.length === 0) {
      const message = `\`${id.value}\` asks for nothing.`;
      report.add(
        "key-missing",
        id.at,
        message,
        "Add `all-of:` or `any-of:` with what the requester must meet.",
      );
    }
    for (const one of wanted) {
      if (one.value.text !== undefined || checks.some((check) => check === one.id.value)) continue;
      report.add(
        "requirement-unknown",
        one.id.at,
        `\`${one.id.value}\` is nothing that the desk can check, and no sentence says what it means.`,
        `Write \`${one.id.value}: …\` with a sentence for the requester to confirm. ${suggestion(one.id.value, checks)}`,
      );
    }
  }
}
