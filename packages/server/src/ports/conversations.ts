import type { Instant } from "@troth/policy";
import type { Answer } from "./answer.ts";

/** Where people ask. */
export const SURFACES = ["console", "portal", "docs", "ask", "discord"] as const;
export type Surface = (typeof SURFACES)[number];

/** Whose a conversation is: a person's of an organisation, or whoever holds its secret. */
export type ConversationOwner =
  | { readonly person: string; readonly organisation: string }
  | { readonly keyHash: Buffer; readonly askerHash: Buffer | null };

export type Conversation = {
  readonly id: string;
  readonly surface: Surface;
  readonly locale: string;
  readonly openedAt: Instant;
  /** Number of the ticket it was handed on with. */
  readonly ticket: number | null;
  /** Exchanges so far. */
  readonly length: number;
};

/** A question and what was answered. */
export type Exchange = {
  readonly seq: number;
  readonly at: Instant;
  /** Sealed with the asker's key, or the installation's. */
  readonly question: string;
  readonly answer: Answer;
  readonly tookMs: number;
  readonly helped: boolean | null;
  /** Why not, as the asker said; sealed like the question. */
  readonly reason: string | null;
};

/** What people asked, and what they were answered. */
export interface Conversations {
  open(
    conversation: { id: string; surface: Surface; locale: string; at: Instant } & {
      readonly owner: ConversationOwner;
    },
  ): Promise<void>;
  /** Only its owner's; `lock` holds it for the next exchange. */
  find(id: string, owner: ConversationOwner, mode: "look" | "lock"): Promise<Conversation | null>;
  exchanges(id: string): Promise<Exchange[]>;
  add(id: string, exchange: Pick<Exchange, "seq" | "at" | "question" | "answer" | "tookMs">): Promise<void>;
  /** False when there is no such exchange. */
  judge(
    id: string,
    seq: number,
    judged: { helped: boolean; reason: string | null; at: Instant },
  ): Promise<boolean>;
  /** Questions that somebody asked since. */
  countSince(owner: ConversationOwner, since: Instant): Promise<number>;
}
