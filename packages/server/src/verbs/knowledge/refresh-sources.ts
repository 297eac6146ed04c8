import { nextRefreshAt } from "@troth/core";
import { readMarkdown } from "@troth/knowledge";
import { renderPage } from "@troth/policy";
import { type Change, type End, given, type Source } from "@troth/sources";
import type { Answers } from "../../ports/answers.ts";
import type { StoredSource } from "../../ports/knowledge.ts";
import type { Readers } from "../../ports/readers.ts";
import { type Ctx, write } from "../context.ts";

export type RefreshCtx = Ctx & { readonly readers: Readers; readonly answers: Answers };

const DAY_MS = 86_400_000;
/** A node that says nothing for so long has died, and another one may read the source. */
const HELD_MS = 5 * 60_000;
const RENEWED_MS = 60_000;
const MOST_NOTES = 50;
const OWN_NAME = "Support policy";

/** Sees to it that the desk's own sources are there: the support policy, in every workspace. */
export async function ensureOwnSources(ctx: Ctx): Promise<void> {
  const sources = await ctx.store.read(ctx.workspace.id, ({ knowledge }) => knowledge.sources());
  if (sources.some(({ kind }) => kind === "policy")) return;
  const own = {
    kind: "policy",
    name: OWN_NAME,
    settings: {},
    secret: null,
    everyMs: DAY_MS,
    isPaused: false,
  } as const;
  await write(ctx, "knowledge.refresh", ({ tx, now }) => tx.knowledge.addSource(ctx.ids.uuid(), own, now));
}

/** Reads one source that is due, wherever it lies, and keeps each page as it comes; false when none is due. */
export async function refreshDue(ctx: RefreshCtx, isStopped: () => boolean): Promise<boolean> {
  // Looked for first: a write rings on every node, and mostly nothing is due.
  if (!(await ctx.store.read(ctx.workspace.id, ({ knowledge }, now) => knowledge.hasDue(now)))) return false;
  const source = await write(ctx, "knowledge.refresh", ({ tx, now }) =>
    tx.knowledge.takeDue(now, now + HELD_MS),
  );
  if (source === null) return false;
  const began = await write(ctx, "knowledge.refresh", async ({ tx, now }) => ({
    now,
    before: {
      pages: await tx.knowledge.known(source.id),
      cursor: source.cursor,
      currentAt: source.currentAt,
    },
  }));
  const calling = new AbortController();
  const notes: StoredSource["notes"][number][] = [];
  let end: End | null = null;
  let renewed = performance.now();
  try {
    const round = {
      fetch: ctx.readers.fetch,
      now: began.now,
      signal: calling.signal,
      ...(source.acceptsLoss ? { acceptsLoss: true } : {}),
    };
    for await (const step of opened(ctx, source).refresh(began.before, round)) {
      if (step.kind === "end") end = step;
      else if (step.kind === "note") notes.push(step.note);
      else await keep(ctx, source, step);
      if (performance.now() - renewed > RENEWED_MS) {
        renewed = performance.now();
        // Taken away or taken over meanwhile: what was kept stays right, and the rest is no longer ours.
        if (!(await hold(ctx, source))) return true;
      }
      if (isStopped()) calling.abort();
    }
  } catch (error) {
    notes.push({ code: "unreadable", about: error instanceof Error ? error.message : String(error) });
  }
  await settle(ctx, source, { end, notes, isStopped: isStopped() });
  return true;
}

function opened(ctx: RefreshCtx, source: StoredSource): Source {
  const secret = source.secret === null ? null : ctx.vault.openOwn(source.secret);
  const found = ctx.readers.open(source, secret);
  if (found !== null) return found;
  if (source.kind === "policy") return policySource(ctx);
  throw new Error(`Nothing reads a source of the kind ${source.kind}.`);
}

/** The support page of the policy in force, as everybody reads it. */
function policySource(ctx: Ctx): Source {
  return given("policy", async function* () {
    const shelved = await ctx.store.read(ctx.workspace.id, async (tx) =>
      (await tx.policies.current()) === null ? null : ctx.shelf.current(tx),
    );
    if (shelved === null) return;
    const { runnable, published } = shelved;
    const text = renderPage(runnable.policy, {
      format: "md",
      publishedAt: published.publishedAt,
      anchors: true,
    });
    const address = `${ctx.workspace.baseUrl}/support`;
    yield { page: readMarkdown("support", text), address, changedAt: published.publishedAt };
  });
}

/** One page in one transaction: whoever asks meanwhile reads it as it was or as it is. */
function keep(
  ctx: Ctx,
  { id: source }: StoredSource,
  step: Exclude<Change, { kind: "note" } | End>,
): Promise<unknown> {
  return write(ctx, "knowledge.refresh", async ({ tx, now }) => {
    switch (step.kind) {
      case "put": {
        const { page, known } = step;
        const changedAt = known.changedAt ?? now;
        return tx.knowledge.putPage({ source, page, known, organisation: null, changedAt, seenAt: now });
      }
      case "known":
        return tx.knowledge.keepKnown(source, step.id, step.known, now);
      case "gone":
        return tx.knowledge.dropPage(source, step.id, now);
    }
  });
}

function hold(ctx: Ctx, { id }: StoredSource): Promise<boolean> {
  return write(ctx, "knowledge.refresh", ({ tx, now }) => tx.knowledge.hold(id, now + HELD_MS));
}

function settle(
  ctx: Ctx,
  source: StoredSource,
  {
    end,
    notes,
    isStopped,
  }: { readonly end: End | null; readonly notes: StoredSource["notes"]; readonly isStopped: boolean },
): Promise<void> {
  return write(ctx, "knowledge.refresh", async ({ tx, now }) => {
    const outcome = end?.outcome ?? "broken-off";
    await tx.knowledge.settle(source.id, {
      cursor: end ? end.cursor : source.cursor,
      currentAt: end ? end.currentAt : source.currentAt,
      // Another node, or this one after its start, goes on at once.
      nextAt: end === null && isStopped ? now : nextRefreshAt(source, outcome, now),
      outcome,
      notes: notes.slice(0, MOST_NOTES),
      withheld: end?.withheld.length ?? 0,
      attemptedAt: now,
    });
  });
}

/** Fewer pages have too little to learn from. */
const FEWEST = 30;
/** Learned anew once so large a share has changed. */
const CHANGED_SHARE = 0.05;

/** Learns what words mean in the pages for everybody, where enough of them changed since it was learned. */
export async function learnMeaning(ctx: RefreshCtx): Promise<boolean> {
  const news = await ctx.store.read(ctx.workspace.id, async ({ knowledge }) => {
    const { revision, learnedAt } = await knowledge.age();
    const isTold = learnedAt !== null && revision - learnedAt < FEWEST * CHANGED_SHARE;
    return isTold ? null : { ...(await knowledge.since(0)), learnedAt };
  });
  if (news === null) return false;
  const pages = news.pages.filter(({ organisation }) => organisation === null);
  const changed = news.revision - (news.learnedAt ?? 0);
  if (pages.length < FEWEST || (news.learnedAt !== null && changed < pages.length * CHANGED_SHARE))
    return false;
  const bytes = await ctx.answers.learn(pages.map(({ content }) => content));
  await write(ctx, "knowledge.refresh", ({ tx }) => tx.knowledge.keepMeaning(bytes));
  return true;
}
