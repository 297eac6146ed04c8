import type { AgentRole } from "@troth/core";
import type { StoredPerson } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";
import { keyOf } from "./keys.ts";

export type PersonFacts = {
  readonly kind: "customer" | "agent";
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly agentRole: AgentRole | null;
};

/** Creates a person with a key of their own, or brings name and address up to date. Returns the id. */
export async function savePerson(
  ctx: Ctx,
  scene: Scene,
  facts: PersonFacts,
  known: StoredPerson | null,
): Promise<string> {
  const id = known?.id ?? ctx.ids.uuid();
  const { key, wrapped } = known ? { key: keyOf(ctx.vault, known), wrapped: null } : ctx.vault.newKey(id);
  await scene.tx.people.save({
    id,
    kind: facts.kind,
    issuer: facts.issuer,
    subject: facts.subject,
    name: ctx.vault.seal(key, facts.name),
    email: ctx.vault.seal(key, facts.email),
    emailIndex: ctx.vault.addressIndex(facts.email),
    agentRole: facts.agentRole,
    wrapped,
    at: scene.now,
  });
  return id;
}
