import type { Asker } from "@troth/core";
import { type Account, type Policy, usedOf, usesSince } from "@troth/policy";
import type { Membership } from "../../ports/store.ts";
import type { Scene } from "../context.ts";
import { openText } from "../person/keys.ts";
import { accountOf, requesterOf } from "./account-of.ts";

/** Who asks for something new; tickets are counted where the policy counts them. */
export async function askerOf(scene: Scene, member: Membership, policy: Policy): Promise<Asker> {
  const who = whoOf(scene, member);
  const { account } = who;
  const used = await countUses(scene, { organisation: member.organisation.id, account }, policy);
  return { ...who, ...used };
}

/** The account and the person, with the decision that keeps either out of support, in its own words (P125). */
function whoOf({ vault }: Scene, member: Membership): Pick<Asker, "account" | "requester"> {
  const account = accountOf(member);
  const requester = requesterOf(member);
  const { supportEnd: end } = member;
  if (end === null) return { account, requester };
  const supportEnd = { words: end.words && openText(vault, end.words.by, end.words.sealed) };
  return end.scope === "person"
    ? { account, requester: { ...requester, supportEnd } }
    : { account: { ...account, supportEnd }, requester };
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
export function askerOfBegun(scene: Scene, member: Membership, policy: Policy): Asker {
  const who = whoOf(scene, member);
  return { ...who, used: usedOf(policy, who.account, [], scene.now) };
}
