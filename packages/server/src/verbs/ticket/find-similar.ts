import { reachOf } from "@troth/core";
import type { ListedTicket } from "../../ports/store.ts";
import { type Ctx, memberOf, read } from "../context.ts";
import { openText } from "../person/keys.ts";

const DAY_MS = 86_400_000;
const MOST_LOOKED_AT = 50;
const MOST_SHOWN = 3;

export type SimilarTickets = { readonly rows: readonly ListedTicket[]; readonly reader: string };

/**
 * Recent tickets of the asker's organisation that look like what they are writing: open or opened within a day, of the
 * same project or with words in common. Subjects are sealed, so only the newest fifty are looked at.
 */
export function findSimilar(
  ctx: Ctx,
  input: { text: string; project: string | null },
): Promise<SimilarTickets> {
  return read(ctx, "ticket.read", async (scene) => {
    const reader = memberOf(scene).id;
    const page = { mine: false, after: null, most: MOST_LOOKED_AT } as const;
    const rows = await scene.tx.tickets.listFor(reachOf(scene.actor), reader, page);
    const words = wordsOf(input.text);
    const scored = rows
      .filter(({ state, openedAt }) => !ENDED.has(state) || openedAt > scene.now - DAY_MS)
      .map((row) => ({ row, score: scoreOf(ctx, row, words, input.project) }))
      .filter(({ score }) => score >= LEAST_SCORE);
    const best = scored.toSorted((a, b) => b.score - a.score).slice(0, MOST_SHOWN);
    return { rows: best.map(({ row }) => row), reader };
  });
}

const ENDED: ReadonlySet<string> = new Set(["resolved", "closed", "merged"]);
/** Two words in common, or one and the same project. */
const LEAST_SCORE = 2;

function scoreOf(ctx: Ctx, row: ListedTicket, words: ReadonlySet<string>, project: string | null): number {
  const subject = openText(ctx.vault, row.requesterPerson, row.subject) ?? "";
  const common = [...wordsOf(subject)].filter((word) => words.has(word)).length;
  return common + (common > 0 && project !== null && row.project === project ? 1 : 0);
}

const SHORTEST_WORD = 4;

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= SHORTEST_WORD));
}
