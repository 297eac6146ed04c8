import { GENESIS, type Json } from "@troth/core";
import type { OrganisationFacts } from "../../ports/directory-facts.ts";
import type { Ctx, Scene } from "../context.ts";
import { Fail, missing } from "../fail.ts";
import { linkAfter } from "../record/link.ts";

export type OrganisationRow = {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly facts: OrganisationFacts;
  readonly version: number;
  readonly head: string;
};

/** What happens to an organisation and its directory entries; personal text is never in a body, only ids. */
export type OrganisationEvent = { readonly kind: string; readonly body: { readonly [key: string]: Json } };

/** The organisation by the vendor's id, held for this transaction. */
export async function heldOrganisation(scene: Scene, externalId: string): Promise<OrganisationRow> {
  const row = await scene.tx.directory.organisation(externalId, "lock");
  if (!row) throw missing(`Organisation ${externalId}`);
  return { ...row, externalId };
}

/** Adds one event to the organisation's chain and returns its seq. */
export async function appendToOrganisation(
  ctx: Ctx,
  scene: Scene,
  organisation: OrganisationRow,
  { kind, body }: OrganisationEvent,
): Promise<number> {
  const actor = actorOf(scene);
  const seq = organisation.version + 1;
  const entry = { stream: organisation.id, seq, at: scene.now, kind, actor, body };
  const hash = linkAfter(ctx, organisation.head, entry);
  const row = { ...organisation, version: seq, head: hash };
  await scene.tx.directory.saveOrganisation(row);
  const appended = await scene.tx.directory.append({
    stream: organisation.id,
    expected: organisation.version,
    at: scene.now,
    kind,
    actor,
    body,
    previous: organisation.head,
    hash,
  });
  if (!appended)
    throw new Fail("conflict", "Somebody else changed this organisation first. Send it again.", {
      reason: "organisation-changed",
    });
  return seq;
}

/** An organisation that is about to be created. */
export function newOrganisation(ctx: Ctx, externalId: string, name: string): OrganisationRow {
  return { id: ctx.ids.uuid(), externalId, name, facts: {}, version: 0, head: GENESIS };
}

function actorOf({ actor }: Scene): { kind: string; id: string | null } {
  switch (actor.kind) {
    case "customer":
    case "agent":
      return { kind: actor.kind, id: actor.person };
    case "key":
      return { kind: "key", id: actor.key };
    case "system":
    case "visitor":
      return { kind: actor.kind, id: null };
  }
}
