import { masked } from "@troth/secrets";
import type { Conversation, Exchange } from "../../ports/conversations.ts";
import { type Ctx, read, type Scene, write } from "../context.ts";
import { Fail } from "../fail.ts";
import { openText } from "../person/keys.ts";
import { ownerOf, sealedFor } from "./asker.ts";

export type ConversationAsked = { readonly conversation: string; readonly key: string | null };

/** An exchange as its asker reads it again, secrets masked. */
export type ReadExchange = Omit<Exchange, "question" | "tookMs"> & { readonly question: string };

/** One's own conversation. Somebody else's is not there. */
export function readConversation(
  ctx: Ctx,
  asked: ConversationAsked,
): Promise<Conversation & { readonly exchanges: readonly ReadExchange[] }> {
  return read(ctx, "public.read", async (scene) => {
    const conversation = await ownConversation(ctx, scene, asked, "look");
    const exchanges = await scene.tx.conversations.exchanges(conversation.id);
    return { ...conversation, exchanges: exchanges.map((one) => opened(ctx, scene, one)) };
  });
}

/** Notes whether an answer helped. The last word counts. */
export function judgeAnswer(
  ctx: Ctx,
  {
    seq,
    helped,
    reason,
    ...asked
  }: ConversationAsked & { seq: number; helped: boolean; reason: string | null },
): Promise<Record<string, never>> {
  return write(ctx, "public.read", async (scene) => {
    const { id } = await ownConversation(ctx, scene, asked, "lock");
    const sealed = reason === null ? null : sealedFor(ctx, scene, reason);
    const isThere = await scene.tx.conversations.judge(id, seq, { helped, reason: sealed, at: scene.now });
    if (!isThere) throw new Fail("missing", "There is no such answer in this conversation. Load it again.");
    return {};
  });
}

async function ownConversation(
  ctx: Ctx,
  scene: Scene,
  { conversation: id, key }: ConversationAsked,
  mode: "look" | "lock",
): Promise<Conversation> {
  const owner = ownerOf(ctx, scene, key ?? "", null);
  const found = await scene.tx.conversations.find(id, owner, mode);
  if (found) return found;
  throw new Fail("missing", "There is no such conversation here. Ask without one to begin a new one.");
}

function opened(
  { vault }: Ctx,
  { member }: Scene,
  { tookMs: _took, question, reason, ...one }: Exchange,
): ReadExchange {
  const open = (sealed: string): string =>
    member ? (openText(vault, member, sealed) ?? "") : masked(vault.openOwn(sealed));
  return { ...one, question: open(question), reason: reason === null ? null : open(reason) };
}
