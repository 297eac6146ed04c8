import { invalidApproval } from "@troth/core";
import type { Instant } from "@troth/policy";
import { agentOf, type Ctx, write } from "../context.ts";
import { Fail, invalidFields, missing } from "../fail.ts";
import { appendToOrganisation, heldOrganisation } from "./organisation-events.ts";

export type ApprovalInput = {
  readonly organisation: string;
  readonly exclusion: string;
  readonly covers: string;
  readonly document: string;
  readonly until: Instant | null;
};

export type Registered = { readonly id: string; readonly seq: number };

/** Registers what the vendor allowed an organisation in writing; it lifts the exclusion it names (P054). */
export function registerApproval(ctx: Ctx, input: ApprovalInput): Promise<Registered> {
  return write(ctx, "desk.approve", async (scene) => {
    const agent = agentOf(scene);
    const organisation = await heldOrganisation(scene, input.organisation);
    const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
    const invalid = invalidApproval(policy, input, scene.now);
    if (invalid.length > 0) {
      throw invalidFields(invalid);
    }
    const { exclusion, until } = input;
    const body = { exclusion, covers: input.covers.trim(), document: input.document.trim(), until };
    const id = ctx.ids.uuid();
    await scene.tx.approvals.add(organisation.id, { id, ...body, at: scene.now, by: agent.id });
    const kind = "approval.registered";
    return { id, seq: await appendToOrganisation(ctx, scene, organisation, { kind, body: { id, ...body } }) };
  });
}

/** Withdraws an approval from now on; what ended under it stays as it ended. */
export function withdrawApproval(
  ctx: Ctx,
  input: { organisation: string; approval: string },
): Promise<Registered> {
  return write(ctx, "desk.approve", async (scene) => {
    const organisation = await heldOrganisation(scene, input.organisation);
    const id = input.approval;
    const own = await scene.tx.approvals.ofOrganisation(organisation.id);
    if (!own.some((one) => one.id === id)) throw missing("The approval");
    if (!(await scene.tx.approvals.withdraw(organisation.id, id, agentOf(scene).id, scene.now))) {
      throw new Fail("conflict", "This approval was withdrawn already. Read the organisation again.", {
        reason: "approval-withdrawn",
      });
    }
    const kind = "approval.withdrawn";
    return { id, seq: await appendToOrganisation(ctx, scene, organisation, { kind, body: { id } }) };
  });
}
