import { type Commitment, clockEventsOf, commitmentsOf, type LoggedTicketEvent } from "@troth/core";
import {
  compilePolicy,
  type Finding,
  type Instant,
  type PolicyFiles,
  type RunnablePolicy,
} from "@troth/policy";
import type { StoredTicket } from "../../ports/store.ts";
import { type Ctx, read } from "../context.ts";
import { type Rulebook, rulebookFor } from "../ticket/rulebook.ts";
import { instantFor } from "../ticket/save-ticket.ts";
import { isLater } from "../ticket/tell-moves.ts";

/** One clock that a draft would move. */
export type MovedClock = {
  readonly number: number;
  readonly organisation: string;
  readonly metric: string;
  readonly dueFrom: Instant | null;
  readonly dueTo: Instant | null;
};

export type PolicyTrial = {
  readonly isRunnable: boolean;
  readonly findings: readonly Finding[];
  readonly looked: number;
  readonly earlier: number;
  readonly later: number;
  /** The first hundred, by number. */
  readonly moved: readonly MovedClock[];
};

const BATCH = 500;
const MOST_SHOWN = 100;

/** A version that is not published; no published one can bear this name. */
const DRAFT = " draft";

/**
 * What a draft would do to the open tickets, were it published now (clock.md C8, C9). Read in batches, each as of its
 * own instant; nothing is stored.
 */
export async function tryPolicy(ctx: Ctx, input: { files: PolicyFiles }): Promise<PolicyTrial> {
  const { runnable, findings } = await read(ctx, "policy.publish", async ({ now }) =>
    compilePolicy(input.files, now),
  );
  let looked = 0;
  const moved: MovedClock[] = [];
  for (let after = 0; runnable && after >= 0; ) {
    const batch = await tryBatch(ctx, runnable, after);
    looked += batch.looked;
    moved.push(...batch.moved);
    after = batch.next;
  }
  const later = moved.filter(isLater).length;
  return {
    isRunnable: runnable !== null,
    findings,
    looked,
    earlier: moved.length - later,
    later,
    moved: await named(ctx, moved.slice(0, MOST_SHOWN)),
  };
}

/** `next` is the number to go on after; below zero at the end. */
function tryBatch(
  ctx: Ctx,
  draft: RunnablePolicy,
  after: number,
): Promise<{ looked: number; moved: MovedClock[]; next: number }> {
  return read(ctx, "policy.publish", async (scene) => {
    const { tickets } = scene.tx;
    const open = await tickets.stale(null, after, BATCH);
    if (open.length === 0) return { looked: 0, moved: [], next: -1 };
    const ids = open.map(({ id }) => id);
    const stored = await tickets.look(ids);
    const logs = await tickets.logs(ids);
    const book = await rulebookFor(ctx, scene, logs.values());
    const moved = stored.flatMap((ticket) =>
      movesOf(ticket, logs.get(ticket.id) ?? [], book, draft, scene.now),
    );
    return { looked: open.length, moved, next: open.length < BATCH ? -1 : (open.at(-1)?.number ?? -1) };
  });
}

function movesOf(
  { number, organisation }: StoredTicket,
  log: readonly LoggedTicketEvent[],
  { rules, publications }: Rulebook,
  draft: RunnablePolicy,
  clock: Instant,
): MovedClock[] {
  const now = instantFor({ log }, clock);
  const withDraft = [...publications, { version: DRAFT, publishedAt: now }];
  const before = commitmentsOf(clockEventsOf(log, publications), rules, now);
  const after = commitmentsOf(
    clockEventsOf(log, withDraft),
    (version) => (version === DRAFT ? draft : rules(version)),
    now,
  );
  return before.flatMap((one, at) => {
    const dueTo = after[at]?.dueAt ?? null;
    const { metric, dueAt: dueFrom } = one;
    return isUnderWay(one) && dueFrom !== dueTo ? [{ number, organisation, metric, dueFrom, dueTo }] : [];
  });
}

function isUnderWay({ state }: Commitment): boolean {
  return state === "running" || state === "paused";
}

/** With the organisations' names in place of their ids. */
function named(ctx: Ctx, moved: readonly MovedClock[]): Promise<MovedClock[]> {
  return read(ctx, "policy.publish", async ({ tx }) => {
    const ids = [...new Set(moved.map(({ organisation }) => organisation))];
    const names = new Map<string, string>();
    for (const id of ids) names.set(id, (await tx.directory.organisationById(id))?.name ?? id);
    return moved.map((one) => ({ ...one, organisation: names.get(one.organisation) ?? one.organisation }));
  });
}
