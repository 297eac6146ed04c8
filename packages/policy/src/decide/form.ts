import { isAmong } from "../cover.ts";
import type { FormField, Plan, Policy } from "../types.ts";

/** What the desk's form asks by itself; a field of the policy with such a name is that one. */
export const DESK_FIELDS = [
  "category",
  "description",
  "severity",
  "product",
  "project",
  "branch",
  "endpoint",
] as const;

/** What the requester chose so far; null for what is still open. */
export type FormChoice = {
  readonly category: string | null;
  readonly severity: string | null;
  readonly product: string | null;
  readonly plans: readonly Plan[];
};

const isAbout = (wanted: readonly string[] | null, chosen: string | null): boolean =>
  wanted === null || (chosen !== null && wanted.includes(chosen));

/** The fields that the form asks for now, in the order of the policy. A field of a category that asks for it is among them. */
export function formFieldsOf(policy: Policy, choice: FormChoice): readonly FormField[] {
  const asks = policy.categories.find((one) => one.id === choice.category)?.asks ?? [];
  const fields = policy.form?.fields ?? [];
  const isOnlyAsked = new Set(policy.categories.flatMap((category) => category.asks));
  return fields.filter(
    (field) =>
      (field.categories !== null || !isOnlyAsked.has(field.id) || asks.includes(field.id)) &&
      isAbout(field.categories, choice.category) &&
      isAbout(field.severities, choice.severity) &&
      isAbout(field.products, choice.product) &&
      (field.plans === null || isAmong(policy, choice.plans, field.plans)),
  );
}
