import type { ContactsForm, QuotasForm } from "../grammar/contacts.ts";
import { nameFromId, type Source } from "../source/source.ts";
import type { ContactLimit, EligibilityRule, Policy, Quota, RequesterCheck, Requirement } from "../types.ts";
import type { ClauseLookup } from "./clauses.ts";
import { stated } from "./plain.ts";

/** What the desk can check of a person, and how the form says it. */
export const CHECKS: ReadonlyMap<RequesterCheck, string> = new Map([
  ["verified-address", "Your e-mail address is verified"],
  ["registered-address", "You write from the address that is registered with us"],
  ["same-domain", "You write from the domain of the account"],
  ["member", "You are a member of the account"],
  ["active-member", "You are an active member of the account"],
  ["named-contact", "You are one of the account's named contacts"],
  ["owner-or-admin", "You are an owner or admin of the account"],
]);

function limitOf(form: NonNullable<ContactsForm[number]["limit"]>): ContactLimit {
  if ("formula" in form) {
    const written = form.formula.value;
    return written.kind === "formula" ? { ...written, rounding: written.rounding ?? "full" } : written;
  }
  const { of, steps, beyond } = form.steps;
  return {
    kind: "steps",
    of: of.value,
    steps: steps
      .map(({ id, value }) => ({ from: Number(id.value), count: value.contacts.value }))
      .toSorted((a, b) => a.from - b.from),
    beyond: beyond?.value ?? null,
  };
}

const contactsOf = (form: ContactsForm, clauses: ClauseLookup): Policy["contacts"] =>
  form.map((rule) => ({
    plans: rule.plans?.map((one) => one.value) ?? null,
    limit: rule.limit === undefined ? null : limitOf(rule.limit),
    additional: rule.additional?.value ?? null,
    atLeast: rule.atLeast?.value ?? null,
    severities: rule.severities?.map((one) => one.value) ?? null,
    who: rule.who?.value ?? null,
    automatic: (rule.automatic ?? []).map((one) => one.value),
    clause: clauses.at(rule.clause?.value, "eligibility"),
  }));

function limitsOf({ limit, plans }: QuotasForm[number]["value"]): Quota["limits"] {
  const each = limit.byPlan.map(({ id, value }) => [id.value, value.said.value] as const);
  const { all } = limit;
  if (all === null) return Object.fromEntries(each);
  return Object.fromEntries((plans?.map((plan) => plan.value) ?? ["*"]).map((plan) => [plan, all.value]));
}

const quotasOf = (form: QuotasForm, clauses: ClauseLookup): Policy["quotas"] =>
  form.map(({ id, value }) => ({
    id: id.value,
    name: value.name?.value ?? nameFromId(id.value),
    limits: limitsOf(value),
    rollOver:
      value.rollOver === undefined
        ? null
        : { percent: value.rollOver.percent.value, until: value.rollOver.until?.value ?? null },
    minutes: value.minutes?.value ?? null,
    note: value.note?.value ?? null,
    clause: clauses.at(value.clause?.value, "plans"),
  }));

type Requirements = NonNullable<Source["form"]["eligibility"]>[number]["value"]["allOf"];

/** A word that the desk can check is a check, in the author's words where there are some; any other is confirmed. */
function requirementsOf(form: Requirements): readonly Requirement[] {
  return (form ?? []).flatMap(({ id, value }): readonly Requirement[] => {
    const check = [...CHECKS].find(([one]) => one === id.value);
    if (check !== undefined) return [{ kind: "check", id: check[0], text: value.text?.value ?? check[1] }];
    return value.text === undefined ? [] : [{ kind: "statement", id: id.value, text: value.text.value }];
  });
}

function eligibilityOf(source: Source, clauses: ClauseLookup): readonly EligibilityRule[] | undefined {
  return source.form.eligibility?.map(({ id, value }) => ({
    id: id.value,
    categories: value.categories?.map((one) => one.value) ?? null,
    channels: value.channels?.map((one) => one.value) ?? null,
    plans: value.plans?.map((one) => one.value) ?? null,
    allOf: requirementsOf(value.allOf),
    anyOf: requirementsOf(value.anyOf),
    clause: clauses.at(value.clause?.value, "eligibility"),
  }));
}

/** Who may ask, how many of them, and what is counted. */
export function lowerContacts(
  source: Source,
  clauses: ClauseLookup,
): Pick<Policy, "contacts" | "eligibility" | "quotas"> {
  const { contacts, quotas } = source.form;
  return {
    ...stated("contacts", contacts === undefined ? undefined : contactsOf(contacts, clauses)),
    ...stated("quotas", quotas === undefined ? undefined : quotasOf(quotas, clauses)),
    ...stated("eligibility", eligibilityOf(source, clauses)),
  };
}
