import { invalidLook } from "@troth/core";
import { agentOf, type Ctx, read, type Scene, write } from "../context.ts";
import { invalidFields, missing } from "../fail.ts";
import { keyOf, openMessage, openUnmasked } from "../person/keys.ts";
import { loadTicket } from "./load-ticket.ts";
import { saveTicket } from "./save-ticket.ts";

export type LookInput = { readonly number: number; readonly message: string; readonly reason: string };

/** A message as it was written, and the version of the ticket that has the look on record. */
export type LookedAt = { readonly text: string; readonly version: number };

/** An agent reads a message with its secrets. It is on record before a letter of it is shown. */
export async function lookAtMessage(ctx: Ctx, input: LookInput): Promise<LookedAt> {
  const { version } = await recordLook(ctx, input);
  // Read apart, so that no kept answer holds the text.
  return read(ctx, "desk.look", async (scene) => {
    const { number } = input;
    const ticket = await loadTicket(scene, number, "look");
    const { author, body } = await messageOf(scene, ticket.id, input.message);
    const text = openUnmasked(ctx.vault, author, body);
    if (text === null) throw missing("This message");
    return { text, version };
  });
}

function recordLook(ctx: Ctx, input: LookInput): Promise<{ version: number }> {
  return write(ctx, "desk.look", async (scene) => {
    const agent = agentOf(scene);
    const loaded = await loadTicket(scene, input.number);
    const { author, body } = await messageOf(scene, loaded.id, input.message);
    const { secrets = 0 } = openMessage(ctx.vault, author, body) ?? {};
    const invalid = invalidLook({ reason: input.reason, secrets });
    if (invalid.length > 0) {
      throw invalidFields(invalid);
    }
    const reason = ctx.vault.seal(keyOf(ctx.vault, agent), input.reason.trim());
    const { ticket } = await saveTicket(ctx, scene, loaded, [
      {
        actor: { kind: "agent", id: agent.id },
        event: { kind: "secret.looked-at", message: input.message, reason },
      },
    ]);
    return { version: ticket.version };
  });
}

async function messageOf({ tx }: Scene, ticket: string, message: string) {
  const found = (await tx.tickets.messages(ticket, true)).find(({ id }) => id === message);
  if (!found) throw missing("This message");
  return found;
}
