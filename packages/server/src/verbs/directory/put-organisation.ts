import { type Ctx, write } from "../context.ts";
import { appendToOrganisation, newOrganisation } from "./organisation-events.ts";

export type Written = { readonly id: string; readonly seq: number };

/** The vendor tells of an organisation: created, or renamed. */
export function putOrganisation(ctx: Ctx, input: { organisation: string; name: string }): Promise<Written> {
  return write(ctx, "directory.write", async (scene) => {
    const { organisation: externalId, name } = input;
    const known = await scene.tx.directory.organisation(externalId, "lock");
    if (known?.name === name) return { id: externalId, seq: known.version };
    const row = known ? { ...known, externalId, name } : newOrganisation(ctx, externalId, name);
    const kind = known ? "organisation.renamed" : "organisation.created";
    return { id: externalId, seq: await appendToOrganisation(ctx, scene, row, { kind, body: { name } }) };
  });
}
