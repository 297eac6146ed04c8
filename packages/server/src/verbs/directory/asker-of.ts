import type { Asker } from "@troth/core";
import { type Account, type Policy, usedOf, usesSince } from "@troth/policy";
import type { Membership } from "../../ports/store.ts";
import type { Scene } from "../context.ts";
import { accountOf, requesterOf } from "./account-of.ts";

/** Who asks for something new; tickets are counted where the policy counts them. */
export async function askerOf(scene: Scene, member: Membership, policy: Policy): Promise<Asker> {
  const account = accountOf(member);
  const used = await countUses(scene, { organisation: member.organisation.id, account }, policy);
  return { account, requester: requesterOf(member), ...used };
}

/** How often the counted ticket channels of an account were used; no look at the database where none is counted. */
export async function countUses(
  { tx, now }: Scene,
  { organisation, account }: { readonly organisation: string; readonly account: Account },
  policy: Policy,
): Promise<Pick<Asker, "used">> {
  const since = usesSince(policy, account, now);
  if (since === null) return {};
  return { used: usedOf(policy, account, await tx.tickets.openingsOf(organisation, since), now) };
}

/** Who goes on with something begun: that uses up nothing. */
export function askerOfBegun({ now }: Scene, member: Membership, policy: Policy): Asker {
  const account = accountOf(member);
  return { account, requester: requesterOf(member), used: usedOf(policy, account, [], now) };
}
