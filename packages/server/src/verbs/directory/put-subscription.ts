import type { SubscriptionState } from "@troth/core";
import { type Account, coverOf, type Policy } from "@troth/policy";
import type { SubscriptionFacts, Told } from "../../ports/directory-facts.ts";
import { type Ctx, type Scene, write } from "../context.ts";
import { Fail } from "../fail.ts";
import { accountOf } from "./account-of.ts";
import { assertAmong, factsAfter } from "./facts.ts";
import { appendToOrganisation, heldOrganisation, type OrganisationRow } from "./organisation-events.ts";
import type { Written } from "./put-organisation.ts";
import { tellOpenTickets } from "./tell-open-tickets.ts";

type Entry = {
  readonly pricing: string | null;
  readonly tier: string | null;
  readonly state: SubscriptionState;
};

export type PutSubscriptionInput = Entry & {
  readonly organisation: string;
  readonly facts: Told<SubscriptionFacts>;
  /** Null: now. */
  readonly at: number | null;
};

/** The vendor tells what an organisation subscribes to. New tickets follow at once; open ones by clock.md C7 (P040, P042). */
export function putSubscription(ctx: Ctx, input: PutSubscriptionInput): Promise<Written> {
  return write(ctx, "directory.write", async (scene) => {
    const organisation = await heldOrganisation(scene, input.organisation);
    const at = input.at ?? scene.now;
    if (at > scene.now)
      throw new Fail("invalid", "A subscription is told when it takes effect, not before. Send it then.");
    const before = await scene.tx.directory.subscriptionAt(organisation.id, at);
    const { pricing, tier, state } = input;
    const entry = { pricing, tier, state, at, facts: factsAfter(before?.facts ?? {}, input.facts) };
    const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
    assertKnown(policy, accountOf({ organisation, subscription: entry }), scene.now);
    const seq = await addSubscription(ctx, scene, organisation, entry);
    return { id: input.organisation, seq };
  });
}

/** Adds an entry to the timeline and lets the open tickets know. Returns the seq of the event. */
export async function addSubscription(
  ctx: Ctx,
  scene: Scene,
  organisation: OrganisationRow,
  { pricing, tier, state, at, facts }: Entry & { readonly at: number; readonly facts: SubscriptionFacts },
): Promise<number> {
  const entry = { pricing, tier, state, at };
  const body = { ...entry, ...facts };
  const seq = await appendToOrganisation(ctx, scene, organisation, { kind: "subscription.changed", body });
  await scene.tx.directory.addSubscription(organisation.id, { seq, ...entry, facts });
  await tellOpenTickets(ctx, scene, organisation);
  return seq;
}

/** What the policy does not map fails loudly, with the names it knows (P026, P030). */
export function assertKnown(policy: Policy, account: Account, at: number): void {
  const { pricing, contract, boughtAt } = account;
  for (const plan of Object.keys(boughtAt ?? {})) assertAmong("plan", plan, idsOf(policy.plans));
  const cover = coverOf(policy, account, at);
  if (cover?.ok === false) {
    const support = contract?.plan ?? policy.pricing.find(({ id }) => id === pricing)?.plan;
    const tiers = policy.plans.find(({ id }) => id === support)?.tiers ?? [];
    const plans = contract?.plan === undefined ? policy.pricing : policy.plans;
    const [what, known] = cover.reason === "unknown-plan" ? ["plans", plans] : ["tiers", tiers];
    const names = idsOf(known).join(", ");
    throw new Fail("invalid", `${cover.message} It knows these ${what}: ${names}.`, { reason: cover.reason });
  }
  const addOns = idsOf(policy.plans.filter(({ addOn }) => addOn !== undefined));
  for (const name of cover?.unknownAddOns ?? []) {
    if (!addOns.includes(name)) assertAmong("add-on", name, addOns);
    throw new Fail("invalid", `The add-on “${name}” does not go with ${cover?.plan.name ?? "no plan"}.`, {
      reason: "unfit-add-on",
    });
  }
}

function idsOf(named: readonly { readonly id: string }[]): string[] {
  return named.map(({ id }) => id);
}
