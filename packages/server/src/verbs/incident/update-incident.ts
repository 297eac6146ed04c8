import { endedRefusal, type IncidentWord, invalidWord } from "@troth/core";
import type { StoredIncident } from "../../ports/incidents.ts";
import type { OutboxItem } from "../../ports/store.ts";
import { type Ctx, type Scene, write } from "../context.ts";
import { Fail, invalidFields, missing } from "../fail.ts";
import type { IncidentChanged } from "./declare-incident.ts";
import { appendToIncident } from "./incident-events.ts";

export type UpdateInput = IncidentWord & {
  readonly number: number;
  /** Version the update was written against. */
  readonly sawVersion?: number | undefined;
};

/**
 * Posts an update, or ends the incident with one: shown at once, and told once to everybody who follows it or has a
 * ticket in it. At the end the customers of linked tickets are asked whether all is well; nothing closes by itself.
 */
export function updateIncident(ctx: Ctx, input: UpdateInput): Promise<IncidentChanged> {
  return write(ctx, "incident.write", async (scene) => {
    const stored = await scene.tx.incidents.find(input.number, "lock");
    if (!stored) throw missing(`Incident ${input.number}`);
    const refused = endedRefusal(stored);
    if (refused) throw new Fail("conflict", refused.message, refused);
    if (input.sawVersion !== undefined && input.sawVersion !== stored.version) {
      throw new Fail(
        "conflict",
        "Somebody else updated this incident first. Read it again, then post yours.",
        { reason: "incident-changed" },
      );
    }
    const invalid = invalidWord(input, scene.now);
    if (invalid.length > 0) {
      throw invalidFields(invalid);
    }
    const { state, text, nextUpdateBy } = input;
    const after = await appendToIncident(ctx, scene, stored, {
      kind: "incident.updated",
      state,
      text: text.trim(),
      nextUpdateBy,
    });
    await tellAudience(ctx, scene, after);
    return { number: after.number, version: after.version };
  });
}

/** One mail a person and update; whoever has a ticket in an incident that ended is asked on the ticket instead. */
async function tellAudience(ctx: Ctx, scene: Scene, incident: StoredIncident): Promise<void> {
  const { id, number, version } = incident;
  const isEnd = incident.resolvedAt !== null;
  const item = (kind: string, effectKey: string, body: OutboxItem["body"]): OutboxItem => ({
    id: ctx.ids.uuid(),
    kind,
    effectKey,
    body: { incident: number, ...body },
    at: scene.now,
  });
  const audience = await scene.tx.incidents.audience(number);
  const told = audience.filter(({ ticket }) => !isEnd || ticket === null);
  const mails = told.map(({ person, locale, zone }) =>
    item("incident-update", `incident:${id}:${version}:${person}`, { person, locale, zone, seq: version }),
  );
  const tickets = isEnd ? await scene.tx.incidents.linked(number, MOST_TICKETS) : [];
  const asked = tickets
    .filter(({ state }) => !ENDED.has(state))
    .map(({ id: ticket, requester }) =>
      item("incident-ended", `incident:${id}:${version}:ticket:${ticket}`, { ticket, person: requester.id }),
    );
  if (mails.length + asked.length > 0) await scene.tx.outbox.addMany([...mails, ...asked]);
}

const ENDED = new Set(["resolved", "closed", "merged"]);
/** More tickets than one incident ever had; the list of them is read whole. */
const MOST_TICKETS = 100_000;
