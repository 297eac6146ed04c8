import type { Instant, Policy } from "@troth/policy";
import type { StoredApproval } from "../../ports/approvals.ts";
import type { MisuseMark } from "../../ports/misuse-marks.ts";
import type { OrganisationFigures } from "../../ports/store.ts";
import { type Ctx, read } from "../context.ts";
import { missing } from "../fail.ts";

export type DeskOrganisation = {
  readonly externalId: string;
  readonly name: string;
  readonly figures: OrganisationFigures;
  readonly approvals: readonly StoredApproval[];
  readonly misuses: readonly MisuseMark[];
  /** The policy in force. */
  readonly policy: Policy;
  readonly now: Instant;
};

/** What the desk knows of a customer: figures, approvals in writing, misuse of support. */
export function readDeskOrganisation(ctx: Ctx, input: { organisation: string }): Promise<DeskOrganisation> {
  return read(ctx, "desk.read", async ({ tx, now }) => {
    const row = await tx.directory.organisation(input.organisation, "look");
    if (!row) throw missing(`Organisation ${input.organisation}`);
    return {
      externalId: input.organisation,
      name: row.name,
      figures: await tx.tickets.figuresOf(row.id),
      approvals: await tx.approvals.ofOrganisation(row.id),
      misuses: await tx.misuseMarks.ofOrganisation(row.id),
      policy: (await ctx.shelf.current(tx)).runnable.policy,
      now,
    };
  });
}
