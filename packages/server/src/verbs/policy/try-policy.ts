import { type Commitment, clockEventsOf, commitmentsOf, type LoggedTicketEvent } from "@troth/core";
import {
  compilePolicy,
  type Finding,
  type Instant,
  type PolicyFiles,
  type RunnablePolicy,
} from "@troth/policy";
import { type Ctx, read } from "../context.ts";
import { type Rulebook, rulebookFor } from "../ticket/rulebook.ts";
import { instantFor } from "../ticket/save-ticket.ts";
import { isLater } from "../ticket/tell-moves.ts";
import { walkOpen } from "../ticket/walk-open.ts";

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
  if (runnable) {
    for await (const batch of walkOpen(ctx, "policy.publish", null, BATCH)) {
      looked += batch.length;
      moved.push(...(await tryBatch(ctx, runnable, batch)));
    }
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

function tryBatch(ctx: Ctx, draft: RunnablePolicy, ids: readonly string[]): Promise<MovedClock[]> {
  return read(ctx, "policy.publish", async (scene) => {
    const logs = await scene.tx.tickets.logs(ids);
    const book = await rulebookFor(ctx, scene, logs.values());
    return ids.flatMap((id) => movesOf(logs.get(id) ?? [], book, draft, scene.now));
  });
}

function movesOf(
  log: readonly LoggedTicketEvent[],
  { rules, publications }: Rulebook,
  draft: RunnablePolicy,
  clock: Instant,
): MovedClock[] {
  const [opening] = log;
  if (opening?.event.kind !== "ticket.opened") return [];
  const { number, organisation } = opening.event;
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
