import { isStale } from "@troth/core";
import type { SourceDraft, SourceKind, StoredSource } from "../../ports/knowledge.ts";
import type { Readers } from "../../ports/readers.ts";
import { type Ctx, read, type Scene, write } from "../context.ts";
import { Fail, invalidField, missing } from "../fail.ts";

export type SourcesCtx = Ctx & { readonly readers: Readers };

/** A source as the desk lists it. */
export type ListedSource = StoredSource & {
  readonly pages: number;
  readonly isStale: boolean;
  readonly isReading: boolean;
  readonly isOwn: boolean;
};

/** What somebody writes of a source. `secret`: left out stays as it is, null is none. */
export type WrittenSource = {
  readonly name: string;
  readonly place: { readonly kind: SourceKind } & Readonly<Record<string, unknown>>;
  readonly secret?: string | null | undefined;
  readonly everyHours: number;
  readonly isPaused: boolean;
};

const HOUR_MS = 3_600_000;
/** Kinds whose pages the desk itself hands in. */
const OWN: ReadonlySet<SourceKind> = new Set(["policy"]);

/** All sources with how their last refresh went. */
export function listSources(ctx: Ctx): Promise<ListedSource[]> {
  return read(ctx, "knowledge.read", async ({ tx, now }) =>
    (await tx.knowledge.sources()).map((source) => ({
      ...source,
      isStale: isStale(source, now),
      isReading: source.heldUntil !== null && source.heldUntil > now,
      isOwn: OWN.has(source.kind),
    })),
  );
}

/** Reads from one more source, at once. */
export function addSource(ctx: SourcesCtx, input: WrittenSource): Promise<{ readonly id: string }> {
  return write(ctx, "knowledge.write", async ({ tx, now }) => {
    const id = ctx.ids.uuid();
    if (!(await tx.knowledge.addSource(id, draftOf(ctx, input, null), now))) throw nameTaken(input.name);
    return { id };
  });
}

/** Changes a source, which is then read anew. Its kind stays: another kind is another source. */
export function changeSource(
  ctx: SourcesCtx,
  { source: id, version, ...input }: WrittenSource & { readonly source: string; readonly version: number },
): Promise<{ readonly id: string }> {
  return write(ctx, "knowledge.write", async (scene) => {
    const stored = await foreignSource(scene, id, version);
    if (stored.kind !== input.place.kind)
      throw invalidField("place.kind", {
        reason: "source-kind-stays",
        message: "The kind of a source stays. Add another source, and take this one away.",
      });
    const draft = draftOf(ctx, input, stored);
    if (!(await scene.tx.knowledge.changeSource(id, version, draft, scene.now))) throw nameTaken(input.name);
    return { id };
  });
}

/** Takes a source away with all its pages. */
export function dropSource(
  ctx: Ctx,
  { source: id, version }: { readonly source: string; readonly version: number },
): Promise<{ readonly id: string }> {
  return write(ctx, "knowledge.write", async (scene) => {
    await foreignSource(scene, id, version);
    if (!(await scene.tx.knowledge.dropSource(id, version))) throw changed();
    return { id };
  });
}

/** Asks for a refresh now. */
export function refreshSource(
  ctx: Ctx,
  { source: id, acceptsLoss }: { readonly source: string; readonly acceptsLoss: boolean },
): Promise<{ readonly id: string }> {
  return write(ctx, "knowledge.write", async ({ tx, now }) => {
    const stored = await tx.knowledge.source(id, "lock");
    if (!stored) throw missing("This source");
    if (stored.isPaused)
      throw new Fail("conflict", "This source is paused. Let it go on first.", { reason: "source-paused" });
    await tx.knowledge.askFor(id, now, acceptsLoss);
    return { id };
  });
}

/** One that people keep, at the version that was read. */
async function foreignSource({ tx }: Scene, id: string, version: number): Promise<StoredSource> {
  const stored = await tx.knowledge.source(id, "lock");
  if (!stored) throw missing("This source");
  if (OWN.has(stored.kind))
    throw new Fail("refused", "This source is the desk's own: it follows what is published, and stays.", {
      reason: "source-own",
    });
  if (stored.version !== version) throw changed();
  return stored;
}

function draftOf(
  { vault, readers }: SourcesCtx,
  { name, place: { kind, ...settings }, secret, everyHours, isPaused }: WrittenSource,
  before: StoredSource | null,
): SourceDraft {
  const refusal = readers.refusal({ kind, settings });
  if (refusal !== null)
    throw invalidField("place.folder", { reason: "folder-not-allowed", message: refusal });
  const kept = before?.secret ?? null;
  const sealed = secret === undefined ? kept : secret === null ? null : vault.sealOwn(secret);
  return { kind, name, settings, secret: sealed, everyMs: Math.round(everyHours * HOUR_MS), isPaused };
}

function nameTaken(name: string): Fail {
  return new Fail("conflict", `A source is called “${name}” already. Give this one another name.`, {
    reason: "source-name-taken",
    facts: { name },
  });
}

function changed(): Fail {
  return new Fail(
    "conflict",
    "Somebody changed this source meanwhile. Load it again, then repeat the step.",
    {
      reason: "source-changed",
    },
  );
}
