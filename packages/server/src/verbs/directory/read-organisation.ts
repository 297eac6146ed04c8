import type { OrganisationFacts } from "../../ports/directory-facts.ts";
import type { Membership, StoredProject, Subscription } from "../../ports/store.ts";
import { type Ctx, read } from "../context.ts";
import { missing } from "../fail.ts";

export type WholeOrganisation = {
  readonly externalId: string;
  readonly name: string;
  readonly facts: OrganisationFacts;
  readonly subscription: Subscription | null;
  readonly timeline: readonly Subscription[];
  readonly members: readonly Membership[];
  readonly projects: readonly StoredProject[];
};

/** An organisation as the vendor told it to us. */
export function readOrganisation(ctx: Ctx, input: { organisation: string }): Promise<WholeOrganisation> {
  return read(ctx, "directory.read", async ({ tx: { directory }, now }) => {
    const row = await directory.organisation(input.organisation, "look");
    if (!row) throw missing(`Organisation ${input.organisation}`);
    return {
      externalId: input.organisation,
      name: row.name,
      facts: row.facts,
      subscription: await directory.subscriptionAt(row.id, now),
      timeline: await directory.timeline(row.id),
      members: await directory.members(row.id, now),
      projects: await directory.projects(row.id),
    };
  });
}
