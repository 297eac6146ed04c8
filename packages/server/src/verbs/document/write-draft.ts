import { type DocumentSubject, invalidDraft, type Sections } from "@troth/core";
import { type Ctx, type Scene, write } from "../context.ts";
import { Fail, invalidField, invalidFields, missing, missingTicket } from "../fail.ts";
import { appendToDocument, type DocumentChanged, heldDocument, sealedSections } from "./document-events.ts";

export type BeginInput = {
  readonly ticket: number | null;
  readonly incident: number | null;
  readonly sections: Sections;
};

/** Begins the document about a ticket or an incident, as a draft that no customer knows of. */
export function beginDocument(ctx: Ctx, input: BeginInput): Promise<DocumentChanged> {
  return write(ctx, "document.write", async (scene) => {
    const about = await subjectOf(scene, input);
    assertDraft(input.sections);
    const before = await scene.tx.documents.about(about);
    if (before && (before.draft || before.published > 0)) {
      throw new Fail("conflict", "There is a document about this already. Open it and write there.", {
        reason: "document-there",
        revision: before.version,
      });
    }
    const text = sealedSections(ctx, scene, input.sections);
    return before
      ? appendToDocument(ctx, scene, before, { kind: "document.drafted", text })
      : appendToDocument(ctx, scene, null, { kind: "document.begun", about, text });
  });
}

async function subjectOf(scene: Scene, { ticket, incident }: BeginInput): Promise<DocumentSubject> {
  if ((ticket === null) === (incident === null)) {
    const message = "A document is about one ticket or about one incident. Name one of the two.";
    throw invalidField("ticket", { reason: "document-subject", message });
  }
  if (ticket === null) {
    const found = await scene.tx.incidents.find(incident ?? 0, "look");
    if (!found) throw missing(`Incident ${incident}`);
    return { kind: "incident", incident: found.number };
  }
  const found = await scene.tx.tickets.find(ticket, { tickets: "all" }, "look");
  if (!found) throw missingTicket(ticket);
  if (found.state === "merged")
    throw new Fail("conflict", "This ticket was merged. Write about the one it was merged into.", {
      reason: "document-merged",
    });
  return { kind: "ticket", ticket: found.id };
}

export type SaveInput = {
  readonly document: string;
  readonly sections: Sections;
  /** Version the text was written against. */
  readonly sawVersion: number;
};

/** Saves the draft, of a document that was published too: its next version. */
export function saveDraft(ctx: Ctx, input: SaveInput): Promise<DocumentChanged> {
  return write(ctx, "document.write", async (scene) => {
    const stored = await heldDocument(scene, input);
    assertDraft(input.sections);
    const text = sealedSections(ctx, scene, input.sections);
    return appendToDocument(ctx, scene, stored, { kind: "document.drafted", text });
  });
}

/** Drops the draft; what was published stays. */
export function dropDraft(
  ctx: Ctx,
  input: { document: string; sawVersion: number },
): Promise<DocumentChanged> {
  return write(ctx, "document.write", async (scene) => {
    const stored = await heldDocument(scene, input);
    if (!stored.draft)
      throw new Fail("conflict", "This document has no draft. There is nothing to drop.", {
        reason: "no-draft",
      });
    return appendToDocument(ctx, scene, stored, { kind: "document.draft-dropped" });
  });
}

function assertDraft(sections: Sections): void {
  const fields = invalidDraft(sections);
  if (fields.length > 0) {
    throw invalidFields(fields);
  }
}
