import type {
  AskedStatement,
  EligibilityRule,
  EntitlementQuestion,
  Policy,
  Requester,
  RequesterCheck,
  Requirement,
} from "../types.ts";

/** What stands against a request, and what its sender must still confirm. */
export type EligibilityAnswer = {
  /** The rule that is not met, and what it asks for; null when nothing is missing. */
  readonly unmet: { readonly rule: EligibilityRule; readonly wanted: readonly Requirement[] } | null;
  readonly asks: readonly AskedStatement[];
};

const known: Readonly<Record<RequesterCheck, (person: NonNullable<Requester>) => boolean>> = {
  "verified-address": (person) => person.isAddressVerified === true,
  "registered-address": (person) => person.isAddressRegistered === true,
  "same-domain": (person) => person.isSameDomain === true,
  member: () => true,
  "active-member": (person) => person.isActive === true,
  "named-contact": (person) => person.isNamedContact === true,
  "owner-or-admin": (person) => person.role === "owner" || person.role === "admin",
};

/** The rules that are about this request; a category that is not chosen yet falls under the rules for all. */
function rulesFor(
  policy: Policy,
  { category }: Pick<EntitlementQuestion, "category">,
  about: { readonly channel: string; readonly plans: readonly string[] },
): readonly EligibilityRule[] {
  return (policy.eligibility ?? []).filter(
    (rule) =>
      (rule.categories === null || (category !== null && rule.categories.includes(category))) &&
      (rule.channels?.includes(about.channel) ?? true) &&
      (rule.plans === null || about.plans.some((plan) => rule.plans?.includes(plan) === true)),
  );
}

/**
 * Whether the requester meets what the policy asks of them for this matter. A fact that is not known is not met; a
 * statement is asked for until the person was asked, and unmet when they left it out.
 */
export function eligibilityOf(
  policy: Policy,
  question: EntitlementQuestion,
  about: { readonly channel: string; readonly plans: readonly string[] },
): EligibilityAnswer {
  const { requester, confirmed } = question;
  const asks: AskedStatement[] = [];
  let groups = 0;
  /** True, false, or null for a statement that nobody was asked about. */
  const isMet = (one: Requirement): boolean | null => {
    if (one.kind === "check") return requester !== null && known[one.id](requester);
    return confirmed === undefined ? null : confirmed.includes(one.id);
  };
  for (const rule of rulesFor(policy, question, about)) {
    const lacking = rule.allOf.filter((one) => isMet(one) === false);
    if (lacking.length > 0) return { unmet: { rule, wanted: lacking }, asks: [] };
    asks.push(...rule.allOf.filter((one) => isMet(one) === null).map(({ id, text }) => ({ id, text })));
    if (rule.anyOf.length === 0 || rule.anyOf.some((one) => isMet(one) === true)) continue;
    const open = rule.anyOf.filter((one) => isMet(one) === null);
    if (open.length === 0) return { unmet: { rule, wanted: rule.anyOf }, asks: [] };
    groups += 1;
    for (const { id, text } of open) asks.push({ id, text, oneOf: groups });
  }
  return { unmet: null, asks };
}
