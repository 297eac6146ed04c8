import { type TicketEvent, wordsIn } from "@troth/core";
import { agentOf, type Ctx, type Scene, write } from "../context.ts";
import { Fail, invalidField, missing } from "../fail.ts";
import { changed, type TicketChanged } from "../ticket/assign-ticket.ts";
import { loadTicket } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";

/** Makes a ticket part of an incident, or takes it out again; its clocks go on as they are. */
export function linkIncident(
  ctx: Ctx,
  input: { number: number; incident: number | null },
): Promise<TicketChanged> {
  return write(ctx, "desk.assign", async (scene) => {
    const loaded = await loadTicket(scene, input.number);
    const { incident: before } = loaded.stored;
    if (before === input.incident) return changed(loaded.stored);
    if (loaded.stored.state === "merged") {
      throw new Fail("conflict", "This ticket was merged. Link the one it was merged into.", {
        reason: "incident-merged",
      });
    }
    if (input.incident !== null && !(await scene.tx.incidents.find(input.incident, "look")))
      throw missing(`Incident ${input.incident}`);
    const event: TicketEvent =
      input.incident === null
        ? { kind: "incident.unlinked", incident: before ?? 0 }
        : { kind: "incident.linked", incident: input.incident };
    const actor = { kind: "agent", id: agentOf(scene).id };
    const { ticket } = await saveTicket(ctx, scene, loaded, [{ actor, event }]);
    return changed(ticket);
  });
}

/** The open incident that a customer's new ticket is to be part of; one that is not there, or has ended, is refused. */
export async function assertOpenIncident({ tx }: Pick<Scene, "tx">, number: number): Promise<void> {
  const incident = await tx.incidents.find(number, "look");
  if (!incident) throw missing(`Incident ${number}`);
  if (incident.resolvedAt !== null) {
    throw new Fail("conflict", "This incident has ended meanwhile. Send the ticket without it.", {
      reason: "incident-ended",
    });
  }
}

/** The incident that an outcome names, as the policy asks for it; anything else is a field to mend. */
export async function assertIncidentNamed({ tx }: Pick<Scene, "tx">, detail: string | null): Promise<number> {
  const text = wordsIn(detail);
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null;
  if (number !== null && (await tx.incidents.find(number, "look"))) return number;
  const message = `There is no incident «${text}». Give the number of one that was declared.`;
  throw invalidField("detail", { reason: "incident-unknown", message, facts: { text } });
}
