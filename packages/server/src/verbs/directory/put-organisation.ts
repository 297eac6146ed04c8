import { isDeepStrictEqual } from "node:util";
import type { OrganisationFacts, Told } from "../../ports/directory-facts.ts";
import { type Ctx, write } from "../context.ts";
import { assertFacts, factsAfter } from "./facts.ts";
import { appendToOrganisation, newOrganisation } from "./organisation-events.ts";
import { tellOpenTickets } from "./tell-open-tickets.ts";

export type Written = { readonly id: string; readonly seq: number };

export type PutOrganisationInput = {
  readonly organisation: string;
  readonly name: string;
  readonly facts: Told<OrganisationFacts>;
};

/** The vendor tells of an organisation: created, renamed, or something else is known of it. */
export function putOrganisation(ctx: Ctx, input: PutOrganisationInput): Promise<Written> {
  return write(ctx, "directory.write", async (scene) => {
    const { organisation: externalId, name } = input;
    const known = await scene.tx.directory.organisation(externalId, "lock");
    assertFacts((await ctx.shelf.current(scene.tx)).runnable.policy, input.facts);
    const facts = factsAfter(known?.facts ?? {}, input.facts);
    const isSame = known !== null && isDeepStrictEqual(known.facts, facts);
    if (isSame && known.name === name) return { id: externalId, seq: known.version };
    const row = { ...(known ?? newOrganisation(ctx, externalId, name)), externalId, name, facts };
    const kind =
      known === null ? "organisation.created" : isSame ? "organisation.renamed" : "organisation.changed";
    const seq = await appendToOrganisation(ctx, scene, row, { kind, body: { name, ...facts } });
    if (known && !isSame) await tellOpenTickets(ctx, scene, row);
    return { id: externalId, seq };
  });
}
