import { commitmentsOf, decideOpening, type OpeningRequest, warningsOf } from "@troth/core";
import { type Entitlement, entitlementOf, type RunnablePolicy } from "@troth/policy";
import type { StoredCommitment } from "../../ports/store.ts";
import { type Ctx, memberOf, read } from "../context.ts";
import { accountOf, refusalOf } from "./open-ticket.ts";
import { storedOf } from "./save-ticket.ts";

export type TicketPreview = {
  readonly runnable: RunnablePolicy;
  readonly entitlement: Entitlement;
  readonly commitment: StoredCommitment | null;
  readonly warnings: readonly string[];
};

/** What answer to expect, and when, were this ticket sent now; fails where sending would for a name nobody knows. Nothing is stored. */
export function previewTicket(
  ctx: Ctx,
  input: { category: string; severity: string | null },
): Promise<TicketPreview> {
  return read(ctx, "customer.read", async (scene) => {
    const member = memberOf(scene);
    const { runnable, published } = await ctx.shelf.current(scene.tx);
    const { policy } = runnable;
    const intake = scene.actor.kind === "customer" ? scene.actor.intake : "api";
    const request: OpeningRequest = { ...input, intake, businessImpact: null, isBusinessImpactUnknown: true };
    const requester = { role: member.role };
    const account = accountOf(member);
    const category = policy.categories.some(({ id }) => id === input.category) ? input.category : null;
    const entitlement = entitlementOf(policy, {
      account,
      channel: intake,
      category,
      requester,
      at: scene.now,
    });
    const opening = decideOpening(policy, account, requester, request, scene.now);
    const nothing = {
      runnable,
      entitlement,
      commitment: null,
      warnings: [],
    };
    if (!opening.ok) {
      if ("invalid" in opening) throw refusalOf(opening);
      return nothing;
    }
    const [commitment] = commitmentsOf(
      [
        {
          kind: "opened",
          at: scene.now,
          seq: 1,
          intake,
          severity: input.severity,
          category,
          plan: opening.standing.plan,
          tier: opening.standing.tier,
          policyVersion: published.version,
        },
      ],
      () => runnable,
      scene.now,
    );
    if (!commitment) return nothing;
    return {
      ...nothing,
      commitment: storedOf({ ...commitment, reminders: [] }, () => runnable, scene.now),
      warnings: warningsOf(policy, request),
    };
  });
}
