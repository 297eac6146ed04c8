import type { Ticket } from "@troth/core";
import { agentOf, type Ctx } from "../context.ts";
import { Fail, invalidField } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { actOn, instantIn } from "./act-on.ts";
import type { TicketChanged } from "./assign-ticket.ts";

const FURTHEST_MS = 366 * 86_400_000;

/** An agent's own word: the customer hears again by then. Kept or missed, it stays on record. */
export function giveWord(
  ctx: Ctx,
  input: { number: number; by: string; text: string | null },
): Promise<TicketChanged> {
  return actOn(ctx, { permission: "desk.reply", act: "word", number: input.number }, (scene, { stored }) => {
    const agent = agentOf(scene);
    const by = instantIn("by", input.by, scene.now);
    if (by - scene.now > FURTHEST_MS) {
      throw invalidField("by", {
        reason: "word-too-far",
        message: "That is more than a year away. Promise a nearer word.",
      });
    }
    const text = input.text === null ? null : ctx.vault.seal(keyOf(ctx.vault, agent), input.text);
    return [
      {
        actor: { kind: "agent", id: agent.id },
        event: { kind: "word.given", by, text, ...movedFrom(stored, scene.now) },
      },
    ];
  });
}

/** The due that is moved; a word whose time is over is missed, and no other takes its place. */
function movedFrom({ proceedings: { word } }: Pick<Ticket, "proceedings">, now: number): { from?: number } {
  return word && word.by >= now ? { from: word.by } : {};
}

/** Takes the word back before it is due; the record keeps that it was given. */
export function withdrawWord(ctx: Ctx, { number }: { number: number }): Promise<TicketChanged> {
  return actOn(ctx, { permission: "desk.reply", act: "word", number }, (scene, { stored }) => {
    if (movedFrom(stored, scene.now).from === undefined)
      throw new Fail("conflict", "No next word is promised on this ticket.", { reason: "no-word" });
    return [{ actor: { kind: "agent", id: agentOf(scene).id }, event: { kind: "word.withdrawn" } }];
  });
}

/**
 * Hides a ticket from the queue until a time, never past a warning: what its clocks or its own word must remind of
 * comes first. Null shows it again.
 */
export function hideTicket(
  ctx: Ctx,
  input: { number: number; until: string | null },
): Promise<TicketChanged> {
  const on = { permission: "desk.assign", act: "hide", number: input.number } as const;
  return actOn(ctx, on, async (scene, { id, stored }) => {
    const actor = { kind: "agent", id: agentOf(scene).id };
    const { hiddenUntil } = stored.proceedings;
    if (input.until === null) {
      return hiddenUntil === null ? [] : [{ actor, event: { kind: "ticket.shown", until: hiddenUntil } }];
    }
    const until = instantIn("until", input.until, scene.now);
    const first = await scene.tx.tickets.nextWakeOf(id, scene.now);
    if (first !== null && until > first) {
      throw new Fail("refused", "A warning of this ticket comes before that. Hide it for less long.", {
        reason: "past-a-warning",
      });
    }
    return [{ actor, event: { kind: "ticket.hidden", until } }];
  });
}
