import { clockEventsOf, mergeRefusal, stateRefusal } from "@troth/core";
import { agentOf, type Ctx, write } from "../context.ts";
import { Fail } from "../fail.ts";
import { changed, type TicketChanged } from "./assign-ticket.ts";
import { carriedOver } from "./carry-over.ts";
import { loadBoth } from "./link-tickets.ts";
import type { LoadedTicket } from "./load-ticket.ts";
import { assertUnchanged, lookAt } from "./load-unchanged.ts";
import { rulebookFor } from "./rulebook.ts";
import { type NewEvent, saveTicket } from "./save-ticket.ts";

export type MergeInput = {
  readonly number: number;
  readonly into: number;
  /** Versions the agent saw of both; a newer one is a conflict. */
  readonly sawVersion?: number | undefined;
  readonly sawSurvivor?: number | undefined;
  /** Whether a survivor that is shown to few is read by the people of the source as well. */
  readonly bringsPeople: boolean;
};

/**
 * Merges a ticket into another of the same organisation: its messages are read there, its people take part there (where
 * that is shown to few, only if the agent says so, P088), the earlier promise counts on there (clock.md C12), and so does
 * what stands open on it and what is written on it.
 */
export function mergeTickets(ctx: Ctx, input: MergeInput): Promise<TicketChanged> {
  return write(ctx, "desk.resolve", async (scene) => {
    const actor = { kind: "agent", id: agentOf(scene).id };
    const { number, into, sawVersion, sawSurvivor } = input;
    const looks = [
      await lookAt(scene, { number, sawVersion }),
      await lookAt(scene, { number: into, sawVersion: sawSurvivor }),
    ] as const;
    const [source, survivor] = await loadBoth(scene, number, into);
    await assertUnchanged(ctx, scene, source, looks[0]);
    await assertUnchanged(ctx, scene, survivor, looks[1]);
    assertMergeable(source, survivor, scene.now);
    const carried = await carriedOver(ctx, scene, { source, survivor });
    const { publications } = await rulebookFor(ctx, scene, [source.log, survivor.log]);
    const { id, stored } = source;
    const isShownToFew = survivor.stored.proceedings.isRestricted;
    await saveTicket(ctx, scene, survivor, [
      {
        actor,
        event: {
          kind: "ticket.absorbed",
          number: stored.number,
          ticket: id,
          tickets: [{ number: stored.number, ticket: id }, ...stored.proceedings.absorbed],
          events: clockEventsOf(source.log, publications),
        },
      },
      ...(isShownToFew && !input.bringsPeople ? [] : peopleOf(source, survivor)).map(
        (person): NewEvent => ({
          actor,
          event: { kind: "follower.added", person, side: "customer" },
        }),
      ),
      ...(stored.proceedings.isRestricted && !survivor.stored.proceedings.isRestricted
        ? [{ actor, event: { kind: "ticket.restricted", isRestricted: true, why: "asked" } } as const]
        : []),
      ...causeAskedOn(source, survivor).map(
        (since): NewEvent => ({
          actor,
          event: { kind: "cause.asked", since, agent: null },
        }),
      ),
      ...carried,
    ]);
    const { ticket } = await saveTicket(ctx, scene, source, [
      { actor, event: { kind: "ticket.merged", into: survivor.stored.number, ticket: survivor.id } },
    ]);
    return changed(ticket);
  });
}

function assertMergeable(
  { stored: source }: LoadedTicket,
  { stored: survivor }: LoadedTicket,
  now: number,
): void {
  const refused = stateRefusal("merge", source);
  if (refused) throw new Fail("conflict", refused.message, refused);
  if (source.organisation !== survivor.organisation) {
    throw new Fail("refused", "These are tickets of two organisations. Link them instead.", {
      reason: "two-organisations",
    });
  }
  if (survivor.resolvedAt !== null || survivor.state === "merged") {
    const message = `Ticket ${survivor.number} has ended. Merge into one that is open, or link the two.`;
    throw new Fail("conflict", message, {
      reason: "survivor-ended",
      facts: { number: String(survivor.number) },
    });
  }
  const onBoth = mergeRefusal(source, survivor, now);
  if (onBoth) throw new Fail("conflict", onBoth.message, onBoth);
}

/** The wish for the cause goes on in the survivor, as old as it is; none where it has one of its own. */
function causeAskedOn({ stored: source }: LoadedTicket, { stored: survivor }: LoadedTicket): number[] {
  const { causeAskedAt } = source.proceedings;
  return causeAskedAt === null || survivor.proceedings.causeAskedAt !== null ? [] : [causeAskedAt];
}

/** Who takes part in the source and not in the survivor. */
function peopleOf({ stored: source }: LoadedTicket, { stored: survivor }: LoadedTicket): string[] {
  const there = new Set([survivor.requester, ...survivor.proceedings.followers]);
  return [source.requester, ...source.proceedings.followers].filter((person) => !there.has(person));
}
