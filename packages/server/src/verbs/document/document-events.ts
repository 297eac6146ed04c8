import { type CauseDocument, type DocumentEvent, documentAfter, GENESIS, type Sections } from "@troth/core";
import type { StoredDocument } from "../../ports/documents.ts";
import { agentOf, type Ctx, type Scene } from "../context.ts";
import { Fail, missing } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { linkOfLogged } from "../record/link.ts";

export type DocumentChanged = { readonly id: string; readonly version: number };

/** Adds one event to a document's chain and brings its rows to it; null for one that is being begun. */
export async function appendToDocument(
  ctx: Ctx,
  scene: Scene,
  stored: StoredDocument | null,
  event: DocumentEvent,
): Promise<DocumentChanged> {
  const id = stored?.id ?? ctx.ids.uuid();
  const previous = stored?.head ?? GENESIS;
  const actor = { kind: "agent", id: agentOf(scene).id };
  const at = Math.max(scene.now, stored?.changedAt ?? scene.now);
  const logged = { seq: (stored?.version ?? 0) + 1, at, actor, event };
  const hash = linkOfLogged(ctx, previous, { stream: id, ...logged });
  const after = documentAfter(stored && knownOf(stored), logged);
  const expected = stored?.version ?? null;
  if (!(await scene.tx.documents.write({ id, expected, logged, previous, hash, after })))
    throw changedMeanwhile();
  return { id, version: after.version };
}

function knownOf({ draft, ...stored }: StoredDocument): CauseDocument {
  return { ...stored, draft: draft && { by: draft.by.id, at: draft.at } };
}

export function changedMeanwhile(revision?: number): Fail {
  const message = "Somebody else changed this document first. Read what they wrote, then save or drop yours.";
  return new Fail("conflict", message, {
    reason: "document-changed",
    ...(revision === undefined ? {} : { revision }),
  });
}

/** The document, held for a change, if it is as the writer saw it. */
export async function heldDocument(
  scene: Scene,
  { document, sawVersion }: { document: string; sawVersion: number },
): Promise<StoredDocument> {
  const stored = await scene.tx.documents.find(document, "lock");
  if (!stored) throw missing("This document");
  if (stored.version !== sawVersion) throw changedMeanwhile(stored.version);
  return stored;
}

/** The parts, sealed as one with the writing agent's key. */
export function sealedSections(
  ctx: Ctx,
  scene: Scene,
  { happened, impact, cause, changed }: Sections,
): string {
  const text = JSON.stringify({ happened, impact, cause, changed });
  return ctx.vault.seal(keyOf(ctx.vault, agentOf(scene)), text);
}
