import type { ConversationOwner } from "../../ports/conversations.ts";
import type { Ctx, Scene } from "../context.ts";
import { keyOf } from "../person/keys.ts";

/** Whose a conversation is: for a customer theirs, and for anybody else whoever holds the secret. */
export function ownerOf(
  { vault }: Pick<Ctx, "vault">,
  { member }: Pick<Scene, "member">,
  secret: string,
  source: string | null,
): ConversationOwner {
  if (member) return { person: member.id, organisation: member.organisation.id };
  return {
    keyHash: vault.secretHash(secret),
    askerHash: source === null ? null : vault.addressIndex(`asker ${source}`),
  };
}

/** Seals what an asker wrote: with their key, or the installation's for somebody we do not know. */
export function sealedFor(
  { vault }: Pick<Ctx, "vault">,
  { member }: Pick<Scene, "member">,
  text: string,
): string {
  return member ? vault.seal(keyOf(vault, member), text) : vault.sealOwn(text);
}
