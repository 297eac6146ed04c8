import { answerEffectOf, reachOf, replyEffectOf, stateRefusal, type TicketState } from "@troth/core";
import type { Membership, StoredCommitment } from "../../ports/store.ts";
import { filesIn, type HeldFiles, holdFiles, takeFiles } from "../attachment/take-files.ts";
import { agentOf, type Ctx, memberOf, type Scene, write } from "../context.ts";
import { forgetDraft } from "../draft/keep-draft.ts";
import { Fail, invalidField } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { noteUse } from "../policy/acceptance.ts";
import { type LoadedTicket, loadTicket } from "./load-ticket.ts";
import { whyNotReply } from "./may-write.ts";
import { openFrom } from "./open-from.ts";
import { type NewEvent, owedOf, type Saved, saveTicket } from "./save-ticket.ts";
import { tellAnswer } from "./tell-answer.ts";

export type MessageWritten = {
  readonly id: string;
  /** The ticket it was written on: the survivor of a merged one, or a follow-up. */
  readonly number: number;
  readonly at: number;
  readonly state: TicketState;
  readonly version: number;
  readonly policyVersion: string;
  readonly commitment: StoredCommitment | null;
};

/**
 * The customer writes on a ticket. It starts or joins the next response, never moves a running due (clock.md C11). On
 * a merged ticket it goes to the survivor; after the reopen window it opens a follow-up (formats.md).
 */
export function replyToTicket(
  ctx: Ctx,
  input: { number: number; text: string; attachments: readonly string[] },
): Promise<MessageWritten> {
  return write(ctx, "ticket.reply", async (scene) => {
    const member = memberOf(scene);
    await noteUse(ctx, scene, { member, act: "message.written", ticket: input.number });
    const loaded = await loadWhereItGoesOn(scene, input.number);
    const { runnable } = await ctx.shelf.current(scene.tx);
    const denied = await whyNotReply(ctx, scene, loaded.stored);
    if (denied) throw new Fail("refused", denied.message, denied);
    const files = await holdFiles(scene, member.id, { policy: runnable.policy, ids: input.attachments });
    if (replyEffectOf(loaded.stored, runnable.policy, scene.now) === "follows-up") {
      return followUp(ctx, scene, { member, loaded, text: input.text, files });
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
          ...filesIn(files),
        },
      },
      ...(await backToQueue(scene, loaded)),
    ]);
    await takeFiles(scene, files, { ticket: loaded.id, message: id });
    await scene.tx.tickets.markRead(loaded.id, member.id, ticket.version);
    await forgetDraft(scene, `reply-${input.number}`);
    return written(id, scene.now, { ticket, commitments });
  });
}

/** The ticket, or the one that it was merged into. Of one that the writer may not see no number is told. */
async function loadWhereItGoesOn(scene: Scene, number: number): Promise<LoadedTicket> {
  let loaded = await loadTicket(scene, number);
  for (let into = mergedInto(loaded); into !== null; into = mergedInto(loaded)) {
    const [seen] = await scene.tx.tickets.within([into], reachOf(scene.actor));
    if (seen === undefined) {
      const message = `Ticket ${number} goes on in one that only a few people see. Ask a colleague who takes part to add you, or open a ticket of your own.`;
      throw new Fail("refused", message, { reason: "goes-on-unseen", facts: { number: String(number) } });
    }
    loaded = await loadTicket(scene, into);
  }
  return loaded;
}

function mergedInto({ stored }: LoadedTicket): number | null {
  return stored.proceedings.mergedInto;
}

/** What is written to somebody who is away goes to whoever is there. */
async function backToQueue(scene: Scene, { stored }: LoadedTicket): Promise<NewEvent[]> {
  if (stored.assignee === null) return [];
  const away = await scene.tx.people.awayAt(scene.now);
  if (!away.some(({ id }) => id === stored.assignee)) return [];
  return [{ actor: { kind: "system", id: null }, event: { kind: "ticket.assigned", to: null, why: "away" } }];
}

/** The customer's word on a ticket that ended too long ago opens a new one; both tell of each other. */
async function followUp(
  ctx: Ctx,
  scene: Scene,
  {
    member,
    loaded,
    text,
    files,
  }: { member: Membership; loaded: LoadedTicket; text: string; files: HeldFiles },
): Promise<MessageWritten> {
  const actor = { kind: "customer", id: member.id };
  const intake = scene.actor.kind === "customer" ? scene.actor.intake : "api";
  const { category } = loaded.stored;
  const { opened, saved, message } = await openFrom(ctx, scene, {
    from: loaded,
    member,
    actor,
    text,
    files,
    intake,
    category,
    startedAt: null,
    relation: "follow-up-of",
  });
  const link = {
    kind: "ticket.linked",
    to: opened.number,
    relation: "has-follow-up",
    isInside: true,
  } as const;
  await saveTicket(ctx, scene, loaded, [{ actor, event: link }]);
  await forgetDraft(scene, `reply-${loaded.stored.number}`);
  return written(message, scene.now, saved);
}

export type ReplyInput = {
  readonly number: number;
  readonly text: string;
  readonly waitsForCustomer: boolean;
  /** What we need of the customer, item by item. */
  readonly asksFor?: readonly string[];
  readonly sawVersion?: number | undefined;
  readonly attachments: readonly string[];
};

const ASKS_WITHOUT_TURN = {
  reason: "asks-without-turn",
  message:
    "You ask the customer for something and keep the turn. Leave the items out, or let it be the customer's turn.",
} as const;

/** An agent answers the customer. The first public answer stops the first-response clock (P067, clock.md C3). */
export function replyAsAgent(ctx: Ctx, input: ReplyInput): Promise<MessageWritten> {
  return write(ctx, "desk.reply", async (scene) => {
    const agent = agentOf(scene);
    const key = keyOf(ctx.vault, agent);
    const actor = { kind: "agent", id: agent.id };
    const { asksFor = [] } = input;
    if (asksFor.length > 0 && !input.waitsForCustomer) throw invalidField("asksFor", ASKS_WITHOUT_TURN);
    const loaded = await loadTicket(scene, input.number);
    const refused = stateRefusal("reply", loaded.stored);
    if (refused) throw new Fail("conflict", refused.message, refused);
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
    const effect = await answerEffect(ctx, scene, loaded, input);
    const files = await heldByAgent(ctx, scene, input);
    const id = ctx.ids.uuid();
    const { ticket, commitments } = await saveTicket(ctx, scene, loaded, [
      ...(effect.reopens ? [{ actor, event: { kind: "ticket.reopened" } } as const] : []),
      {
        actor,
        author: agent.id,
        event: {
          kind: "message.written",
          message: id,
          author: "agent",
          isNote: false,
          waitsForCustomer: effect.waitsForCustomer,
          text: ctx.vault.seal(key, input.text),
          ...filesIn(files),
        },
      },
      ...leadAnswered(scene, loaded),
      ...(asksFor.length === 0
        ? []
        : [
            {
              actor,
              event: { kind: "information.asked", items: ctx.vault.seal(key, JSON.stringify(asksFor)) },
            } as const,
          ]),
    ]);
    await takeFiles(scene, files, { ticket: loaded.id, message: id });
    await tellAnswer(ctx, scene, loaded, id);
    await forgetDraft(scene, `reply-${input.number}`);
    return written(id, scene.now, { ticket, commitments });
  });
}

/** Whose turn it is after an agent's message; asking on a ticket that rests for good is refused. */
async function answerEffect(
  ctx: Ctx,
  scene: Scene,
  { stored }: LoadedTicket,
  { asksFor = [], waitsForCustomer }: ReplyInput,
) {
  const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
  const asked = { asks: asksFor.length > 0, waitsForCustomer };
  const effect = answerEffectOf(stored, asked, { window: policy, now: scene.now });
  if (!effect.ok) throw invalidField("asksFor", effect.refused);
  return effect;
}

/** A lead who writes to the customer has seen to it. */
function leadAnswered(scene: Scene, { stored }: LoadedTicket): NewEvent[] {
  const { id, role } = agentOf(scene);
  if (role === "agent" || stored.proceedings.leadAskedSeq === null) return [];
  return [{ actor: { kind: "agent", id }, event: { kind: "lead.answered" } }];
}

/** An internal note: the customer never sees it and no clock stops. */
export function noteTicket(
  ctx: Ctx,
  input: { number: number; text: string; attachments: readonly string[] },
): Promise<MessageWritten> {
  return write(ctx, "desk.note", async (scene) => {
    const agent = agentOf(scene);
    const loaded = await loadTicket(scene, input.number);
    const files = await heldByAgent(ctx, scene, input);
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
          ...filesIn(files),
        },
      },
    ]);
    await takeFiles(scene, files, { ticket: loaded.id, message: id });
    await forgetDraft(scene, `note-${input.number}`);
    return written(id, scene.now, { ticket, commitments });
  });
}

async function heldByAgent(ctx: Ctx, scene: Scene, { attachments: ids }: { attachments: readonly string[] }) {
  const { runnable } = await ctx.shelf.current(scene.tx);
  return holdFiles(scene, agentOf(scene).id, { policy: runnable.policy, ids });
}

/** What remains of a message once it is saved: no text, so that a kept answer holds none. */
function written(id: string, at: number, { ticket, commitments }: Saved): MessageWritten {
  const { number, state, version, policyVersion } = ticket;
  return { id, number, at, state, version, policyVersion, commitment: owedOf(commitments) };
}
