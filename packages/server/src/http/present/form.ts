import type { TicketForm as WireForm } from "@troth/contract";
import { consentField, isOwnField } from "@troth/core";
import { isAmong, type Plan, type Policy } from "@troth/policy";
import type { z } from "zod";

type Form = Pick<
  z.infer<typeof WireForm>,
  "products" | "fields" | "mustChoose" | "selfHelp" | "secrets" | "first"
>;

/** What the policy's form asks of an organisation with these plans and products. */
export function presentForm(policy: Policy, plans: readonly Plan[], owned: readonly string[]): Form {
  const { form } = policy;
  const products = (policy.products ?? []).map(({ id, name }) => ({ id, name }));
  const own = products.filter(({ id }) => owned.includes(id));
  return {
    products: own.length === 0 ? products : own,
    fields: fieldsOf(policy, plans),
    selfHelp: selfHelpOf(policy, plans),
    secrets: form?.secrets ?? null,
    mustChoose: (form?.fields ?? []).flatMap(({ id, isRequired }) =>
      isRequired && (id === "severity" || id === "product") ? [id] : [],
    ),
    first: [...(form?.first ?? [])],
  };
}

const SELF_HELP: ReadonlySet<string> = new Set(["chat", "community"]);

/** Where basic questions are answered at once: what the policy asks of customers, and the channels for it (P128). */
function selfHelpOf(policy: Policy, plans: readonly Plan[]): Form["selfHelp"] {
  const links = policy.channels.flatMap(({ id, kind, link }) => {
    const isTheirs = plans.some(({ access }) => access[id] === "included" || access[id] === "recommended");
    const to = link === null ? undefined : policy.links[link];
    return SELF_HELP.has(kind) && isTheirs && to ? [{ ...to }] : [];
  });
  return { text: policy.responsibilities.find(({ id }) => id === "self-service")?.text ?? null, links };
}

/** Fields of these plans; one that only some kinds of request ask for names them. */
function fieldsOf(policy: Policy, having: readonly Plan[]): Form["fields"] {
  return [...(policy.form?.fields ?? []), ...consentField(policy)].flatMap(({ kind, plans, ...field }) => {
    const isOther = plans !== null && !isAmong(policy, having, plans);
    if (isOther || !isOwnField(field)) return [];
    const asking = policy.categories.filter(({ asks }) => asks.includes(field.id)).map(({ id }) => id);
    const categories = field.categories ?? (asking.length === 0 ? null : asking);
    return {
      id: field.id,
      label: field.label,
      help: field.help,
      isRequired: field.isRequired,
      kind,
      choices: [...field.choices],
      categories: categories && [...categories],
      severities: field.severities && [...field.severities],
      products: field.products && [...field.products],
    };
  });
}
