import { isWithinReopenWindow, refusalOf, type TicketState } from "@troth/core";
import { entitlementOf } from "@troth/policy";
import type { StoredCommitment } from "../../ports/store.ts";
import { agentOf, type Ctx, memberOf, write } from "../context.ts";
import { askerOfBegun } from "../directory/asker-of.ts";
import { Fail } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { noteUse } from "../policy/acceptance.ts";
import { loadTicket } from "./load-ticket.ts";
import { owedOf, type Saved, saveTicket } from "./save-ticket.ts";

export type MessageWritten = {
  readonly id: string;
  readonly at: number;
  readonly state: TicketState;
  readonly version: number;
  readonly policyVersion: string;
  readonly commitment: StoredCommitment | null;
};

/** The customer writes on a ticket. It starts or joins the next response, never moves a running due (clock.md C11). */
export function replyToTicket(ctx: Ctx, input: { number: number; text: string }): Promise<MessageWritten> {
  return write(ctx, "ticket.reply", async (scene) => {
    const member = memberOf(scene);
    await noteUse(ctx, scene, { member, act: "message.written", ticket: input.number });
    const loaded = await loadTicket(scene, input.number);
    const refused = refusalOf("reply", loaded.stored);
    if (refused) throw new Fail("conflict", refused);
    const { runnable } = await ctx.shelf.current(scene.tx);
    const entitled = entitlementOf(runnable.policy, {
      ...askerOfBegun(scene, member, runnable.policy),
      channel: loaded.stored.intake,
      category: loaded.stored.category,
      at: scene.now,
    });
    if (entitled.decision === "deny") throw new Fail("refused", entitled.message, entitled);
    if (!isWithinReopenWindow(loaded.stored, runnable.policy.reopenDays, scene.now)) {
      throw new Fail(
        "conflict",
        `This ticket ended more than ${runnable.policy.reopenDays} days ago. Open a new one and mention ${input.number}.`,
      );
    }
    const id = ctx.ids.uuid();
    const { ticket, commitments } = await saveTicket(ctx, scene, loaded, [
      {
        actor: { kind: "customer", id: member.id },
        author: member.id,
        event: {
          kind: "message.written",
          message: id,
          author: "customer",
          isNote: false,
          waitsForCustomer: false,
          text: ctx.vault.seal(keyOf(ctx.vault, member), input.text),
        },
      },
    ]);
    await scene.tx.tickets.markRead(loaded.id, member.id, ticket.version);
    await scene.tx.drafts.forget(member.id, `reply-${input.number}`);
    return written(id, scene.now, { ticket, commitments });
  });
}

/** An agent answers the customer. The first public answer stops the first-response clock (P067, clock.md C3). */
export function replyAsAgent(
  ctx: Ctx,
  input: { number: number; text: string; waitsForCustomer: boolean; sawVersion?: number | undefined },
): Promise<MessageWritten> {
  return write(ctx, "desk.reply", async (scene) => {
    const agent = agentOf(scene);
    const loaded = await loadTicket(scene, input.number);
    const refused = refusalOf("reply", loaded.stored);
    if (refused) throw new Fail("conflict", refused);
    const { lastCustomerSeq, lastStaffSeq } = loaded.stored;
    if (input.sawVersion !== undefined && Math.max(lastCustomerSeq, lastStaffSeq) > input.sawVersion) {
      throw new Fail(
        "conflict",
        "Somebody wrote on this ticket while you did. Read it, then send, change or drop yours.",
        {
          reason: "written-meanwhile",
        },
      );
    }
    const id = ctx.ids.uuid();
    const { ticket, commitments } = await saveTicket(ctx, scene, loaded, [
      {
        actor: { kind: "agent", id: agent.id },
        author: agent.id,
        event: {
          kind: "message.written",
          message: id,
          author: "agent",
          isNote: false,
          waitsForCustomer: input.waitsForCustomer,
          text: ctx.vault.seal(keyOf(ctx.vault, agent), input.text),
        },
      },
    ]);
    await scene.tx.outbox.add({
      id: ctx.ids.uuid(),
      kind: "answer",
      effectKey: `answer:${id}`,
      body: { ticket: loaded.id, message: id, person: loaded.stored.requester },
      at: scene.now,
    });
    await scene.tx.drafts.forget(agent.id, `reply-${input.number}`);
    return written(id, scene.now, { ticket, commitments });
  });
}

/** An internal note: the customer never sees it and no clock stops. */
export function noteTicket(ctx: Ctx, input: { number: number; text: string }): Promise<MessageWritten> {
  return write(ctx, "desk.note", async (scene) => {
    const agent = agentOf(scene);
    const loaded = await loadTicket(scene, input.number);
    const id = ctx.ids.uuid();
    const { ticket, commitments } = await saveTicket(ctx, scene, loaded, [
      {
        actor: { kind: "agent", id: agent.id },
        author: agent.id,
        event: {
          kind: "message.written",
          message: id,
          author: "agent",
          isNote: true,
          waitsForCustomer: false,
          text: ctx.vault.seal(keyOf(ctx.vault, agent), input.text),
        },
      },
    ]);
    await scene.tx.drafts.forget(agent.id, `note-${input.number}`);
    return written(id, scene.now, { ticket, commitments });
  });
}

/** What remains of a message once it is saved: no text, so that a kept answer holds none. */
function written(id: string, at: number, { ticket, commitments }: Saved): MessageWritten {
  const { state, version, policyVersion } = ticket;
  return { id, at, state, version, policyVersion, commitment: owedOf(commitments) };
}
