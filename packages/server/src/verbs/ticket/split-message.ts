import type { HeldFiles } from "../attachment/take-files.ts";
import { agentOf, type Ctx, write } from "../context.ts";
import { Fail, missing } from "../fail.ts";
import { openUnmasked } from "../person/keys.ts";
import { assertOpen } from "./act-on.ts";
import { type LoadedTicket, loadTicket } from "./load-ticket.ts";
import { openFrom } from "./open-from.ts";
import type { TicketOpened } from "./open-ticket.ts";
import { saveTicket } from "./save-ticket.ts";

export type SplitInput = {
  readonly number: number;
  readonly message: string;
  /** What it is about; as the ticket it comes from when null. */
  readonly category: string | null;
};

/**
 * Makes a customer's message a ticket of its own, whose clock counts from the message's arrival (clock.md C12). Its
 * files go along: whoever may read the new ticket reads them, and nobody else.
 */
export function splitMessage(ctx: Ctx, input: SplitInput): Promise<TicketOpened> {
  return write(ctx, "desk.resolve", async (scene) => {
    const actor = { kind: "agent", id: agentOf(scene).id };
    const from = await loadTicket(scene, input.number);
    assertOpen("merge", from);
    const message = (await scene.tx.tickets.messages(from.id, false)).find(({ id }) => id === input.message);
    const text = message && openUnmasked(ctx.vault, message.author, message.body);
    if (!message?.author || text == null) throw missing("That message");
    if (message.authorKind !== "customer" || message.seq === 1) {
      throw new Fail("refused", "Only a later message of the customer can become a ticket of its own.", {
        reason: "only-later-messages",
      });
    }
    if (from.log.some(({ event }) => event.kind === "message.split-off" && event.message === message.id)) {
      throw new Fail("conflict", "This message has become a ticket of its own already.", {
        reason: "split-already",
      });
    }
    const member = await scene.tx.people.memberById(message.author.id, from.stored.organisation, scene.now);
    if (!member) {
      throw new Fail(
        "refused",
        "Who wrote this is no member any more, so that nobody could read the answer.",
        { reason: "author-left" },
      );
    }
    const { opened } = await openFrom(ctx, scene, {
      from,
      member,
      actor,
      text,
      files: filesOf(from, message.id),
      filesOf: message.id,
      intake: from.stored.intake,
      category: input.category ?? from.stored.category,
      startedAt: message.at,
      relation: "split-from",
    });
    await saveTicket(ctx, scene, from, [
      {
        actor,
        event: {
          kind: "message.split-off",
          message: message.id,
          messageAt: message.at,
          into: opened.number,
        },
      },
      {
        actor,
        event: { kind: "ticket.linked", to: opened.number, relation: "has-split-off", isInside: true },
      },
    ]);
    return opened;
  });
}

function filesOf({ log }: LoadedTicket, message: string): HeldFiles {
  for (const { event } of log) {
    if (event.kind === "message.written" && event.message === message) return event.files ?? [];
  }
  return [];
}
