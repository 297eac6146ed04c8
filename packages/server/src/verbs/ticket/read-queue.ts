import { decisionRefusal, type Refused } from "@troth/core";
import type { ToldIncident } from "../../ports/incidents.ts";
import type { ListedTicket, OrganisationFigures, QueueView } from "../../ports/store.ts";
import { agentOf, type Ctx, read, type Scene } from "../context.ts";
import { assessorOf } from "../disagreement/deciders.ts";
import { Fail } from "../fail.ts";
import type { Shelved } from "../policy-shelf.ts";
import { PAGE_ROWS, promisedBy, type ShownTicket, shelvesOf, shownTicket } from "./read-tickets.ts";

export type QueuePage = {
  readonly rows: readonly ListedTicket[];
  /** The row before the first of this page; null on the first page. */
  readonly before: ListedTicket | "unknown" | null;
  readonly nextCursor: string | null;
  readonly shelves: ReadonlyMap<string, Shelved>;
  /** The version in force, whose order the queue is in. */
  readonly current: Shelved;
  readonly asOf: number;
};

/** Versions that a ticket's clock counts by: that of its promise and those of its hours. */
function clockOf(row: ListedTicket): readonly { readonly policyVersion: string }[] {
  return [...promisedBy(row), ...(row.commitment?.snapshot.calendars ?? [])];
}

/** A page of the queue in the policy's order (product.md, 6). */
export function readQueue(
  ctx: Ctx,
  input: { view: QueueView; cursor: string | null; incident: number | null },
): Promise<QueuePage> {
  return read(ctx, "desk.read", async (scene) => {
    if (input.cursor !== null && !/^\d+$/.test(input.cursor)) {
      throw new Fail("invalid", "This cursor is not one of ours. Start again without it.");
    }
    const { cursor } = input;
    const found = await scene.tx.tickets.queue(input.view, agentOf(scene).id, {
      from: cursor,
      most: PAGE_ROWS + (cursor === null ? 1 : 2),
      ...(input.incident === null ? {} : { incident: input.incident }),
    });
    // The last row of the page before comes along as a neighbour, unless it moved meanwhile.
    const [first] = found;
    const isThere = cursor !== null && first?.queueKey === cursor;
    const rows = isThere ? found.slice(1) : found;
    const page = rows.slice(0, PAGE_ROWS);
    return {
      rows: page,
      before: isThere ? first : cursor === null ? null : "unknown",
      nextCursor: rows.length > PAGE_ROWS ? (page.at(-1)?.queueKey ?? null) : null,
      shelves: await shelvesOf(ctx, scene, [...(isThere ? found : page), ...page.flatMap(clockOf)]),
      current: await ctx.shelf.current(scene.tx),
      asOf: scene.now,
    };
  });
}

/** Counting stops here: an agent need not know whether 1,000 or 100,000 wait. */
export const COUNT_MOST = 1_000;

type PlainView = Exclude<QueueView, "incident">;

export type QueueCounts = {
  readonly counts: Record<PlainView, number>;
  /** Open incidents with how many open tickets each has. */
  readonly incidents: readonly { readonly incident: ToldIncident; readonly count: number }[];
};

export function countQueue(ctx: Ctx): Promise<QueueCounts> {
  return read(ctx, "desk.read", async (scene) => {
    const { id } = agentOf(scene);
    const count = (view: PlainView) => scene.tx.tickets.count(view, id, COUNT_MOST);
    const counts = {
      all: await count("all"),
      mine: await count("mine"),
      unassigned: await count("unassigned"),
      late: await count("late"),
      waiting: await count("waiting"),
      asked: await count("asked"),
      followed: await count("followed"),
      hidden: await count("hidden"),
      "handed-on": await count("handed-on"),
    };
    const open = await scene.tx.incidents.open();
    const linked = open.length === 0 ? new Map<number, number>() : await scene.tx.incidents.counts();
    return {
      counts,
      incidents: open.map((incident) => ({ incident, count: linked.get(incident.number) ?? 0 })),
    };
  });
}

export type ShownDeskTicket = ShownTicket & {
  readonly planNow: { readonly plan: string | null; readonly tier: string | null; readonly state: string };
  readonly requesterRole: string;
  /** Why the reader may not end the open disagreement; null when they may or there is none. */
  readonly whyNotDecide: Refused | null;
  readonly figures: OrganisationFigures;
};

/** One ticket with all an agent needs, notes and the customer's standing included. */
export function readDeskTicket(ctx: Ctx, input: { number: number }): Promise<ShownDeskTicket> {
  return read(ctx, "desk.read", async (scene) => {
    const shown = await shownTicket(ctx, scene, { ...input, reader: agentOf(scene).id, isForDesk: true });
    const { requester, organisation } = shown.row;
    const { people, directory, tickets } = scene.tx;
    const member = await people.memberById(requester, organisation, scene.now);
    const subscription = await directory.subscriptionAt(organisation, scene.now);
    const { runnable } = await ctx.shelf.current(scene.tx);
    const pricing = runnable.policy.pricing.find(({ id }) => id === subscription?.pricing);
    return {
      ...shown,
      planNow: {
        plan: pricing?.plan ?? null,
        tier: subscription?.tier ?? null,
        state: subscription?.state ?? "none",
      },
      requesterRole: member?.role ?? "left",
      whyNotDecide: await whyNotDecide(scene, shown),
      figures: await tickets.figuresOf(organisation),
    };
  });
}

async function whyNotDecide(scene: Scene, { row, happenings }: ShownTicket): Promise<Refused | null> {
  const { disagreement } = row.proceedings;
  if (!disagreement) return null;
  const agents = await scene.tx.people.agents();
  return decisionRefusal(agentOf(scene), disagreement, { assessor: assessorOf({ log: happenings }), agents });
}

/** The policy version that governs a ticket, for the dialogs that need its lists. */
export function readDeskPolicy(ctx: Ctx, input: { number: number }): Promise<Shelved> {
  return read(ctx, "desk.read", async (scene) => {
    const ticket = await scene.tx.tickets.find(input.number, { tickets: "all" }, "look");
    if (!ticket) throw new Fail("missing", `We can't find ticket ${input.number}.`);
    return ctx.shelf.version(scene.tx, ticket.policyVersion);
  });
}
