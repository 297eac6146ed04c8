import { coverOf, type Entitlement, entitlementOf, type Plan, type Tier } from "@troth/policy";
import type { Membership, StoredAgent, StoredProject } from "../../ports/store.ts";
import { agentOf, type Ctx, memberOf, read, type Scene } from "../context.ts";
import { askerOf } from "../directory/asker-of.ts";
import { type OwnIncident, ownIncidents } from "../incident/read-incidents.ts";
import { type PolicyChange, policyChangeFor } from "../policy/acceptance.ts";
import type { Shelved } from "../policy-shelf.ts";

export type Me = {
  readonly member: Membership;
  readonly shelved: Shelved;
  readonly plan: Plan | null;
  readonly tier: Tier | null;
  /** The plan and the add-ons beside it. */
  readonly plans: readonly Plan[];
  readonly tickets: Entitlement;
  readonly unreadAnswers: number;
  readonly policyChange: PolicyChange | null;
};

/** Who I am, and what my plan entitles me to at this instant. */
export function readMe(ctx: Ctx): Promise<Me> {
  return read(ctx, "customer.read", (scene) => meOf(ctx, scene));
}

export type TicketForm = {
  readonly me: Me;
  readonly projects: readonly StoredProject[];
  readonly incidents: readonly OwnIncident[];
};

/** All that the dialog shows, in one call. */
export function readTicketForm(ctx: Ctx): Promise<TicketForm> {
  return read(ctx, "customer.read", async (scene) => {
    const me = await meOf(ctx, scene);
    const projects = await scene.tx.directory.projects(me.member.organisation.id);
    return { me, projects, incidents: await ownIncidents(scene, me.member, projects) };
  });
}

async function meOf(ctx: Ctx, scene: Scene): Promise<Me> {
  const member = memberOf(scene);
  const shelved = await ctx.shelf.current(scene.tx);
  const { policy } = shelved.runnable;
  const asker = await askerOf(scene, member, policy);
  const cover = coverOf(policy, asker.account, scene.now);
  return {
    member,
    shelved,
    plan: cover?.ok ? cover.plan : null,
    tier: cover?.ok ? cover.tier : null,
    plans: cover?.ok ? [cover.plan, ...cover.addOns] : [],
    tickets: entitlementOf(policy, {
      ...asker,
      channel: scene.actor.kind === "customer" ? scene.actor.intake : "api",
      category: null,
      at: scene.now,
    }),
    unreadAnswers: await scene.tx.tickets.unreadAnswers(member.id, member.organisation.id),
    policyChange: await policyChangeFor(scene, member, shelved.published),
  };
}

/** The signed-in agent, with the policy whose hours the desk keeps. */
export function readAgentMe(ctx: Ctx): Promise<AgentSelf> {
  return read(ctx, "desk.read", async (scene) => {
    const agent = agentOf(scene);
    const away = await scene.tx.people.awayAt(scene.now);
    return {
      agent,
      shelved: await ctx.shelf.current(scene.tx),
      awayUntil: away.find(({ id }) => id === agent.id)?.until ?? null,
      now: scene.now,
    };
  });
}

export type AgentSelf = {
  readonly agent: StoredAgent;
  readonly shelved: Shelved;
  readonly awayUntil: number | null;
  readonly now: number;
};

/** An agent with what giving them a ticket should know, and what taking them off the desk would return. */
export type ListedAgent = StoredAgent & {
  readonly awayUntil: number | null;
  readonly openTickets: number;
};

/** Who can take a ticket. */
export function listAgents(ctx: Ctx): Promise<{ agents: ListedAgent[]; me: string }> {
  return read(ctx, "desk.read", async (scene) => {
    const away = new Map((await scene.tx.people.awayAt(scene.now)).map(({ id, until }) => [id, until]));
    const open = await scene.tx.tickets.openByAgent();
    const agents = (await scene.tx.people.agents()).map((agent) => ({
      ...agent,
      awayUntil: away.get(agent.id) ?? null,
      openTickets: open.get(agent.id) ?? 0,
    }));
    return { agents, me: agentOf(scene).id };
  });
}
