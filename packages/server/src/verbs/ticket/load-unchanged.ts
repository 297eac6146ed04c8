import {
  levelOf,
  type Meanwhile,
  meanwhileOf,
  reachOf,
  type Sight,
  severityInForce,
  unseenSince,
} from "@troth/core";
import type { Policy } from "@troth/policy";
import type { Ctx, Scene } from "../context.ts";
import { Fail } from "../fail.ts";
import { personName } from "../person/keys.ts";
import { type LoadedTicket, loadTicket } from "./load-ticket.ts";

/** A ticket as its reader saw it: `sawVersion` says which revision, where the request does. */
export type SeenTicket = {
  readonly number: number;
  readonly sawVersion?: number | undefined;
  readonly sight?: Sight;
};

/** The ticket held for this transaction, as `loadTicket`; refused where somebody changed it since it was seen. */
export async function loadUnchanged(ctx: Ctx, scene: Scene, seen: SeenTicket): Promise<LoadedTicket> {
  const look = await lookAt(scene, seen);
  const loaded = await loadTicket(scene, seen.number);
  await assertUnchanged(ctx, scene, loaded, look);
  return loaded;
}

/** What was seen of a ticket; `known` is the revision that stood when the request came. */
export type Look = Pick<SeenTicket, "sawVersion" | "sight"> & { readonly known: number | null };

/** Looks before the ticket is held: whoever waits for somebody else's write finds it changed afterwards. */
export async function lookAt(scene: Scene, { number, sawVersion, sight }: SeenTicket): Promise<Look> {
  const stored = await scene.tx.tickets.find(number, reachOf(scene.actor), "look");
  return { sawVersion, sight: sight ?? "all", known: stored?.version ?? null };
}

/** Refuses with the newer state what rests on a sight that is no longer true. Nothing is lost: both read it. */
export async function assertUnchanged(
  ctx: Ctx,
  scene: Scene,
  { stored, log }: LoadedTicket,
  { sawVersion, known, sight = "all" }: Look,
): Promise<void> {
  const { version, state, number } = stored;
  const isUnknown = sawVersion !== undefined && sawVersion > version;
  const seen = Math.min(sawVersion ?? version, known ?? version);
  const last = unseenSince(log, seen, sight);
  if (last === null && !isUnknown) return;
  const { policy } = (await ctx.shelf.version(scene.tx, stored.policyVersion)).runnable;
  const { severityAssessed, severityChosen: chosen, category } = stored;
  const severity = levelOf(
    policy,
    severityAssessed ?? severityInForce(policy, { severity: chosen, category }),
  );
  if (last === null) {
    const message = `Ticket ${number} has no revision ${sawVersion} yet. Read it again, then decide.`;
    throw new Fail("conflict", message, {
      reason: "changed-meanwhile",
      revision: version,
      newer: { state, severity },
    });
  }
  const what = meanwhileOf(last);
  const by = last.actor.id === null ? null : await nameOf(scene, last.actor.id);
  const to = await becameOf(scene, policy, last.event);
  const who = by ?? "somebody";
  const message = `Meanwhile ${who} ${SAID[what](to ?? "")}. Look at ticket ${number}, then decide again.`;
  throw new Fail("conflict", message, {
    reason: "changed-meanwhile",
    revision: version,
    newer: { state, severity, change: { what, by, to } },
  });
}

const SAID: Record<Meanwhile, (to: string) => string> = {
  wrote: () => "wrote a message",
  noted: () => "wrote a note",
  assessed: (to) => `assessed it as ${to}`,
  assigned: (to) => `gave it to ${to}`,
  took: () => "took it",
  "gave-back": () => "put it back into the queue",
  ended: () => "ended it",
  merged: () => "merged it with another ticket",
  granted: () => "granted the video chat",
  objected: () => "objected to the severity",
  changed: () => "changed it",
};

async function becameOf(
  scene: Scene,
  policy: Policy,
  event: LoadedTicket["log"][number]["event"],
): Promise<string | null> {
  if (event.kind === "ticket.assigned") return event.to === null ? null : nameOf(scene, event.to);
  return event.kind === "severity.assessed" ? `${event.to} (${levelOf(policy, event.to).name})` : null;
}

async function nameOf({ tx, vault }: Scene, person: string): Promise<string | null> {
  const found = await tx.people.find(person);
  return found && personName(vault, found);
}
