import type { Membership } from "../../ports/store.ts";
import { agentOf, type Ctx, memberOf, read, type Scene } from "../context.ts";
import { Fail, missing } from "../fail.ts";
import { actOn } from "../ticket/act-on.ts";
import type { TicketChanged } from "../ticket/assign-ticket.ts";

export type Colleagues = { readonly members: readonly Membership[]; readonly me: string };

/** People of the asker's organisation who can be added to a ticket. */
export function listColleagues(ctx: Ctx): Promise<Colleagues> {
  return read(ctx, "customer.read", async (scene) => {
    const { id, organisation } = memberOf(scene);
    return { members: await scene.tx.directory.members(organisation.id, scene.now), me: id };
  });
}

/** A customer adds a colleague: from then on they may read and write here and are told of answers. */
export function addFollower(ctx: Ctx, input: { number: number; person: string }): Promise<TicketChanged> {
  const on = { permission: "ticket.follow", act: "people", number: input.number } as const;
  return actOn(ctx, on, async (scene, { stored }) => {
    const member = memberOf(scene);
    await assertColleagues(scene, member, [input.person]);
    const { followers } = stored.proceedings;
    if (stored.requester === input.person || followers.includes(input.person)) return [];
    return [
      {
        actor: { kind: "customer", id: member.id },
        event: { kind: "follower.added", person: input.person, side: "customer" },
      },
    ];
  });
}

/** Takes a colleague off a ticket: anybody themselves; others by the requester, owners and admins. */
export function removeFollower(ctx: Ctx, input: { number: number; person: string }): Promise<TicketChanged> {
  const on = { permission: "ticket.follow", act: "people", number: input.number } as const;
  return actOn(ctx, on, (scene, { stored }) => {
    const member = memberOf(scene);
    if (!stored.proceedings.followers.includes(input.person)) throw missing("That person");
    const mayRemove =
      input.person === member.id ||
      stored.requester === member.id ||
      member.role === "owner" ||
      member.role === "admin";
    if (!mayRemove) {
      throw new Fail(
        "refused",
        "Only they themselves, who opened the ticket, an owner or an admin can take somebody off it.",
        { reason: "not-yours-to-take-off" },
      );
    }
    return [
      {
        actor: { kind: "customer", id: member.id },
        event: { kind: "follower.removed", person: input.person, side: "customer" },
      },
    ];
  });
}

/** An agent follows a ticket, or stops to. */
export function watchTicket(ctx: Ctx, input: { number: number; isOn: boolean }): Promise<TicketChanged> {
  const on = { permission: "desk.read", act: "note", number: input.number } as const;
  return actOn(ctx, on, (scene, { stored }) => {
    const agent = agentOf(scene);
    if (stored.proceedings.watchers.includes(agent.id) === input.isOn) return [];
    const kind = input.isOn ? "follower.added" : "follower.removed";
    return [{ actor: { kind: "agent", id: agent.id }, event: { kind, person: agent.id, side: "agent" } }];
  });
}

/** All of them are of the member's organisation; anybody else is as if absent. */
export async function assertColleagues(
  scene: Scene,
  { organisation }: Membership,
  people: readonly string[],
): Promise<void> {
  if (people.length === 0) return;
  const members = await scene.tx.directory.members(organisation.id, scene.now);
  if (people.every((one) => members.some(({ id }) => id === one))) return;
  throw missing("That colleague");
}
