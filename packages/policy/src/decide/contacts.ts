import { isAmong } from "../cover.ts";
import type { ContactLimit, ContactRule, Plan, Policy } from "../types.ts";

/** How many people may write for a customer. */
export type Contacts = {
  /** Null for unlimited; absent where the policy does not say, or a count that it goes by is not known. */
  readonly most?: number | null;
  /** So many must be named. */
  readonly least: number | null;
  /** Beside `most`, for some severities only. */
  readonly additional: readonly { readonly count: number; readonly severities: readonly string[] | null }[];
  /** The count that the limit goes by and that is not known. */
  readonly missing: string | null;
  readonly rules: readonly ContactRule[];
};

/** The number of a limit; undefined where the account does not tell the count that it goes by. */
function numberOf(limit: ContactLimit, counts: Readonly<Record<string, number>>): number | null | undefined {
  if (limit.kind === "unlimited") return null;
  if (limit.kind === "number") return limit.count;
  const count = Object.hasOwn(counts, limit.of) ? counts[limit.of] : undefined;
  if (count === undefined) return undefined;
  if (limit.kind === "formula") {
    const parts = count / limit.per;
    const whole = limit.rounding === "begun" ? Math.ceil(parts) : Math.floor(parts);
    const atLeast = Math.max(whole * limit.count, limit.atLeast ?? 0);
    return Math.min(atLeast, limit.atMost ?? atLeast);
  }
  const reached = limit.steps.findLast((step) => count >= step.from);
  if (reached === undefined) return 0;
  const isLast = reached === limit.steps.at(-1);
  if (!isLast || limit.beyond === null) return reached.count;
  return reached.count + Math.floor((count - reached.from) / limit.beyond.per) * limit.beyond.count;
}

/** A rule that names plans wins over one for everybody. */
function strongest(rules: readonly ContactRule[]): ContactRule | undefined {
  return rules.findLast((rule) => rule.plans !== null) ?? rules.at(-1);
}

/** How many contacts a plan and its add-ons give, from what the account counts, e.g. `{ nodes: 1200 }`. */
export function contactsOf(
  policy: Policy,
  { plan, addOns = [] }: { readonly plan: Plan; readonly addOns?: readonly Plan[] },
  counts: Readonly<Record<string, number>> = {},
): Contacts {
  const rules = (policy.contacts ?? []).filter(
    (rule) => rule.plans === null || isAmong(policy, [plan, ...addOns], rule.plans),
  );
  const limiting = strongest(rules.filter((rule) => rule.limit !== null))?.limit ?? null;
  const most = limiting === null ? undefined : numberOf(limiting, counts);
  const isCounted = limiting !== null && "of" in limiting;
  return {
    ...(most === undefined ? {} : { most }),
    least: strongest(rules.filter((rule) => rule.atLeast !== null))?.atLeast ?? null,
    additional: rules.flatMap(({ additional, severities }) =>
      additional === null ? [] : [{ count: additional, severities }],
    ),
    missing: most === undefined && isCounted ? limiting.of : null,
    rules,
  };
}
