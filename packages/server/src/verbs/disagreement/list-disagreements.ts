import type { ListedTicket, StoredPerson } from "../../ports/store.ts";
import { type Ctx, read } from "../context.ts";
import type { Shelved } from "../policy-shelf.ts";

export type ListedDisagreement = {
  readonly row: ListedTicket;
  readonly shelved: Shelved;
  readonly owner: StoredPerson | null;
};

/** Objections that have not ended, the oldest first, each with who decides it (P083). */
export function listDisagreements(ctx: Ctx): Promise<readonly ListedDisagreement[]> {
  return read(ctx, "desk.read", async (scene) => {
    const rows = await scene.tx.tickets.openDisagreements();
    const agents = await scene.tx.people.agents();
    const listed: ListedDisagreement[] = [];
    for (const row of rows) {
      const owner = row.proceedings.disagreement?.owner ?? null;
      listed.push({
        row,
        shelved: await ctx.shelf.version(scene.tx, row.policyVersion),
        owner: agents.find(({ id }) => id === owner) ?? null,
      });
    }
    return listed;
  });
}
