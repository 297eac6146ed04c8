import {
  type Access,
  type Account,
  type Entitlement,
  entitlementOf,
  type Instant,
  type Intake,
  type Policy,
  planOf,
  planText,
  type Requester,
  type Target,
  targetOf,
} from "@troth/policy";

/** Who asks for what, as the preview puts it to the policy. */
export type AccountQuestion = {
  readonly pricing: string | null;
  readonly tier: string | null;
  readonly subscription: Account["subscription"];
  readonly door: Intake;
  readonly role: NonNullable<Requester>["role"];
  readonly category: string | null;
};

export type AccountAnswer = {
  readonly plan: string | null;
  readonly entitlement: Entitlement;
  /** First replies, worst severity first; empty where no ticket may be opened. */
  readonly firstReplies: readonly { readonly severity: string; readonly target: Target | null }[];
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly access: Access | null;
  }[];
};

/** What one policy gives such an account, by the same functions that the desk's doors ask. */
export function accountAnswer(policy: Policy, question: AccountQuestion, at: Instant): AccountAnswer {
  const { pricing, tier, subscription, door, role, category } = question;
  const account = { organisation: "preview", pricing, tier, subscription };
  const entitlement = entitlementOf(policy, { account, channel: door, category, requester: { role }, at });
  const found = pricing === null ? null : planOf(policy, pricing, tier);
  const held = found?.ok === true ? found : null;
  return {
    plan: held === null ? null : planText(held.plan, held.tier),
    entitlement,
    firstReplies:
      held === null || entitlement.decision !== "allow"
        ? []
        : policy.severities.map(({ id }) => ({
            severity: id,
            target: targetOf(policy, {
              plan: held.plan.id,
              tier: held.tier?.id ?? null,
              severity: id,
              intake: door,
              category,
              metric: "first-response",
            }),
          })),
    channels: policy.channels.map(({ id, name }) => ({
      id,
      name,
      access: held?.plan.access[id] ?? null,
    })),
  };
}
