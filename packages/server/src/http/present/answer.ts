import type { Answer } from "../../ports/answer.ts";
import type { Conversation } from "../../ports/conversations.ts";
import type { Asked } from "../../verbs/knowledge/ask.ts";
import type { ReadExchange } from "../../verbs/knowledge/conversation.ts";
import { wireInstant } from "./instant.ts";

export function presentAsked({ conversation, key, seq, answer }: Asked) {
  return { conversation, key, seq, answer: presentAnswer(answer) };
}

/** How sure we were is for the desk, not for the asker: the outcome says it. */
export function presentAnswer({ outcome, why, sentences, places, account, next }: Answer) {
  return {
    outcome,
    why,
    sentences: sentences.map(({ text, cites }) => ({ text, cites: [...cites] })),
    places: places.map(({ title, address, anchor, heading, source, changedAt, clause }) => ({
      title,
      href: anchor === null ? address : `${address}#${anchor}`,
      heading,
      source,
      changedAt: wireInstant(changedAt),
      clause,
    })),
    account,
    next: [...next],
  };
}

export function presentConversation({
  id,
  surface,
  openedAt,
  ticket,
  exchanges,
}: Conversation & { readonly exchanges: readonly ReadExchange[] }) {
  return {
    id,
    surface,
    openedAt: wireInstant(openedAt),
    ticket,
    exchanges: exchanges.map(({ seq, at, question, answer, helped, reason }) => ({
      seq,
      at: wireInstant(at),
      question,
      answer: presentAnswer(answer),
      helped,
      reason,
    })),
  };
}
