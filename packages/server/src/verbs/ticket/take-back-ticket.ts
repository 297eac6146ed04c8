import { ratingRefusal, TAKEN_BACK } from "@troth/core";
import { type Ctx, memberOf } from "../context.ts";
import { Fail } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { actOn } from "./act-on.ts";
import type { TicketChanged } from "./assign-ticket.ts";
import { assertMayWrite } from "./may-write.ts";
import type { NewEvent } from "./save-ticket.ts";

/** “Solved it myself”: the ticket ends, and its clock is cancelled, for nobody waits any more (clock.md C10). */
export function takeBackTicket(
  ctx: Ctx,
  input: { number: number; text: string | null },
): Promise<TicketChanged> {
  const on = { permission: "ticket.reply", act: "take-back", number: input.number } as const;
  return actOn(ctx, on, async (scene, { stored }) => {
    const member = memberOf(scene);
    // Ending it is always theirs; words with it are a message like any other.
    if (input.text !== null) await assertMayWrite(ctx, scene, stored);
    const actor = { kind: "customer", id: member.id };
    const said: NewEvent[] =
      input.text === null
        ? []
        : [
            {
              actor,
              author: member.id,
              event: {
                kind: "message.written",
                message: ctx.ids.uuid(),
                author: "customer",
                isNote: false,
                waitsForCustomer: false,
                text: ctx.vault.seal(keyOf(ctx.vault, member), input.text),
              },
            },
          ];
    return [
      ...said,
      { actor, event: { kind: "ticket.resolved", outcome: TAKEN_BACK, detail: null, by: "customer" } },
    ];
  });
}

/** One question after the outcome: did this help? */
export function rateTicket(
  ctx: Ctx,
  input: { number: number; isGood: boolean; text: string | null },
): Promise<TicketChanged> {
  const on = { permission: "ticket.reply", act: "rate", number: input.number } as const;
  return actOn(ctx, on, async (scene, { stored }) => {
    const member = memberOf(scene);
    if (input.text !== null) await assertMayWrite(ctx, scene, stored);
    const refused = ratingRefusal(stored, member.id);
    if (refused) throw new Fail("conflict", refused.message, refused);
    const text = input.text === null ? null : ctx.vault.seal(keyOf(ctx.vault, member), input.text);
    return [
      {
        actor: { kind: "customer", id: member.id },
        event: { kind: "ticket.rated", isGood: input.isGood, text },
      },
    ];
  });
}
