import { entitlementOf } from "@troth/policy";
import type { StoredTicket } from "../../ports/store.ts";
import { type Ctx, memberOf, type Scene } from "../context.ts";
import { askerOfBegun } from "../directory/asker-of.ts";
import { Fail } from "../fail.ts";

/** Whether the customer may go on with what was begun: the one entitlement decision, for every way of writing to us. */
export async function assertMayWrite(
  ctx: Ctx,
  scene: Scene,
  { intake: channel, category }: Pick<StoredTicket, "intake" | "category">,
): Promise<void> {
  const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
  const asker = askerOfBegun(scene, memberOf(scene), policy);
  const entitled = entitlementOf(policy, { ...asker, channel, category, at: scene.now });
  if (entitled.decision === "deny") throw new Fail("refused", entitled.message, entitled);
}
