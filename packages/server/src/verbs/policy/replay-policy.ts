import {
  isChanged,
  joinSummaries,
  type LoggedTicketEvent,
  NO_REPLAY,
  type PastTicket,
  type ReplayBook,
  type ReplayedTicket,
  type ReplaySummary,
  replayBook,
  replaySummaryOf,
  replayTicket,
} from "@troth/core";
import {
  compilePolicy,
  type Finding,
  type Instant,
  type Policy,
  type PolicyFiles,
  type RunnablePolicy,
} from "@troth/policy";
import type { PastRow } from "../../ports/past-tickets.ts";
import { type Ctx, read } from "../context.ts";
import { accountOf, requesterOf } from "../directory/account-of.ts";
import { Fail } from "../fail.ts";
import type { Shelved } from "../policy-shelf.ts";
import { draftFiles } from "./policy-drafts.ts";

export type ReplayInput = {
  readonly files?: PolicyFiles | undefined;
  readonly draft?: string | undefined;
  readonly days: number;
  /** Number of the last ticket of the page before; null for the first, which has the figures. */
  readonly after: number | null;
};

export type ListedReplay = ReplayedTicket & { readonly organisationName: string };

export type PolicyReplay = {
  readonly findings: readonly Finding[];
  readonly from: Instant;
  readonly to: Instant;
  /** Null with errors in the draft, and on pages after the first. */
  readonly summary: ReplaySummary | null;
  /** Tickets that would have gone otherwise or cannot be told, the newest first. */
  readonly tickets: readonly ListedReplay[];
  readonly nextAfter: number | null;
  /** The draft; null with errors in it. */
  readonly draft: RunnablePolicy | null;
  /** Every published version, for the names that the past goes by. */
  readonly policies: ReadonlyMap<string, Policy>;
};

const DAY_MS = 86_400_000;
/** Tickets listed at a time. */
export const REPLAY_ROWS = 200;
/** Tickets whose logs are in memory at once. */
const BATCH = 500;
/** Batches under way at once, so that the database reads while another is computed. */
const LANES = 2;
const HIGHEST_NUMBER = 2_147_483_647;

/**
 * What the tickets of the last days would have had, were the draft the only policy from the beginning: dues, open
 * doors, outcomes. Read in small transactions, the newest ticket first, as of one instant; nothing is stored. It ends
 * early once whoever asked is gone.
 */
export async function replayPolicy(
  ctx: Ctx,
  input: ReplayInput,
  isGone: () => boolean = () => false,
): Promise<PolicyReplay> {
  const start = await read(ctx, "policy.publish", async (scene) => {
    const { tx, now } = scene;
    const compilation = compilePolicy(await draftFiles(scene, input), now);
    const shelved: Shelved[] = [];
    for (const { version } of await tx.policies.list()) shelved.push(await ctx.shelf.version(tx, version));
    return { ...compilation, shelved, now };
  });
  const { runnable: draft, findings, shelved, now: to } = start;
  const from = to - input.days * DAY_MS;
  const policies = new Map(shelved.map(({ published, runnable }) => [published.version, runnable.policy]));
  const found = { findings, from, to, draft, policies };
  if (!draft) return { ...found, summary: null, tickets: [], nextAfter: null };
  const book = replayBook(pastOf(shelved), draft);
  const isFirst = input.after === null;
  let tickets: ListedReplay[] = [];
  let summary = NO_REPLAY;
  const batches = walkPast(ctx, from, input.after ?? HIGHEST_NUMBER);
  const isEnough = () => isGone() || (!isFirst && tickets.length > REPLAY_ROWS);
  // A generator answers the lanes one after the other, so that each batch is taken once.
  const lane = async (): Promise<void> => {
    for (let next = await batches.next(); !next.done; next = isEnough() ? END : await batches.next()) {
      const replayed = await replayBatch(ctx, next.value, book, to);
      if (isFirst) summary = joinSummaries(summary, replaySummaryOf(replayed));
      tickets = newestOf([...tickets, ...replayed.filter(isTold)]);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const page = tickets.slice(0, REPLAY_ROWS);
  return {
    ...found,
    summary: isFirst ? summary : null,
    tickets: page,
    nextAfter: tickets.length > REPLAY_ROWS ? (page.at(-1)?.number ?? null) : null,
  };
}

const END = { done: true, value: undefined } as const;

/** What the list is of: tickets that would have gone otherwise, and those of which that cannot be told. */
function isTold(ticket: ReplayedTicket): boolean {
  return isChanged(ticket) || ticket.untold !== null;
}

/** A page of the list and one more, which tells that there are more. */
function newestOf(tickets: readonly ListedReplay[]): ListedReplay[] {
  return tickets.toSorted((a, b) => b.number - a.number).slice(0, REPLAY_ROWS + 1);
}

/** The published versions as they came, for what really was. */
function pastOf(shelved: readonly Shelved[]): Pick<ReplayBook, "rules" | "publications"> {
  const byVersion = new Map(shelved.map(({ published, runnable }) => [published.version, runnable]));
  return {
    publications: shelved.map(({ published }) => published).toReversed(),
    rules(version) {
      const runnable = byVersion.get(version);
      if (!runnable) throw new Error(`Policy version ${version} is not published.`);
      return runnable;
    },
  };
}

/** Batches of tickets opened since then, the newest first; a batch of which all are older ends it. */
async function* walkPast(ctx: Ctx, since: Instant, first: number): AsyncGenerator<readonly PastRow[]> {
  for (let before = first; ; ) {
    const looked = await read(ctx, "policy.publish", ({ tx }) => tx.past.below(before, BATCH));
    const rows = looked.filter(({ openedAt }) => openedAt >= since);
    const last = looked.at(-1);
    if (!last || rows.length === 0) return;
    yield rows;
    before = last.number;
  }
}

async function replayBatch(
  ctx: Ctx,
  rows: readonly PastRow[],
  book: ReplayBook,
  now: Instant,
): Promise<ListedReplay[]> {
  const logs = await read(ctx, "policy.publish", ({ tx }) => tx.past.logs(rows.map(({ id }) => id)));
  return rows.flatMap((row) => {
    const log = logs.get(row.id) ?? [];
    const past = pastTicketOf(row, log);
    if (!past) return [];
    const { externalId: organisation, name: organisationName } = row.organisation;
    return { ...replayTicket(past, book, now), organisation, organisationName };
  });
}

/** What entitlement asks of the account then: the directory's word, else what the ticket was opened on. */
function pastTicketOf(
  { organisation, subscription, requester }: PastRow,
  log: readonly LoggedTicketEvent[],
): PastTicket | null {
  const [first] = log;
  if (first?.event.kind !== "ticket.opened") return null;
  const { standing } = first.event;
  const isSame = subscription !== null && subscription.pricing === standing.pricing;
  const account = accountOf({
    organisation,
    subscription: {
      pricing: standing.pricing,
      tier: isSame ? subscription.tier : standing.tier,
      state: isSame ? subscription.state : "active",
      facts: isSame ? subscription.facts : {},
    },
  });
  return { log, account, requester: requester && requesterOf(requester) };
}

const CURSOR = /^\d{1,9}$/;

/** The place that a cursor names. */
export function replayPlace(cursor: string | null): number | null {
  if (cursor === null) return null;
  if (!CURSOR.test(cursor))
    throw new Fail("invalid", "This cursor is not one of ours. Begin again without it.");
  return Number(cursor);
}
