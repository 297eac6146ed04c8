import type { LoggedTicketEvent, Publication, Rules } from "@troth/core";
import type { Policy } from "@troth/policy";
import type { Tx } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";
import type { Shelved } from "../policy-shelf.ts";

/** What clocks are computed with: the published versions, and when each came into force. */
export type Rulebook = {
  readonly rules: Rules;
  /** Oldest first. */
  readonly publications: readonly Publication[];
  /** The version in force now; the queue is in its order. */
  readonly policy: Policy;
  /** Names the newest version and the tzdata: a ticket computed under another has to be computed again (A11, C8, C9). */
  readonly computedUnder: string;
};

/** The rulebook for tickets with these logs: every version that they were opened under, and all that came after. */
export async function rulebookFor(
  ctx: Ctx,
  { tx }: Scene,
  logs: Iterable<readonly LoggedTicketEvent[]>,
): Promise<Rulebook> {
  const publications = (await tx.policies.list()).toReversed();
  const named = new Set<string>();
  for (const log of logs) for (const version of openedUnder(log)) named.add(version);
  const oldest = publications.findIndex(({ version }) => named.has(version));
  if (oldest < 0) throw new Error(`Policy version ${[...named].join(", ")} is not published.`);
  const shelved: Shelved[] = [];
  for (const { version } of publications.slice(oldest)) shelved.push(await ctx.shelf.version(tx, version));
  const byVersion = new Map(shelved.map(({ published, runnable }) => [published.version, runnable]));
  const current = shelved.at(-1);
  if (!current) throw new Error("No policy is published.");
  return {
    publications,
    policy: current.runnable.policy,
    computedUnder: computedUnder(current.published.version),
    rules(version) {
      const runnable = byVersion.get(version);
      if (!runnable) throw new Error(`Policy version ${version} was not loaded.`);
      return runnable;
    },
  };
}

/** The version a ticket was opened under, and those of the tickets that were merged into it. */
function openedUnder(log: readonly LoggedTicketEvent[]): string[] {
  return log.flatMap(({ event }) => {
    if (event.kind === "ticket.opened") return [event.policyVersion];
    if (event.kind !== "ticket.absorbed") return [];
    return event.events.flatMap((one) => (one.kind === "opened" ? [one.policyVersion] : []));
  });
}

/** The target of a recompute: the version in force and this node's tzdata. */
export function computedUnder(policyVersion: string): string {
  return `${policyVersion} ${process.versions.tz ?? "unknown"}`;
}

/** Asks for open tickets to be computed again, where the newest version or the tzdata is new. */
export async function askForRecompute(tx: Tx, policyVersion: string, now: number): Promise<void> {
  await tx.recomputes.ask(computedUnder(policyVersion), policyVersion, now);
}
