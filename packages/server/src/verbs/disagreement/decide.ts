import { decisionRefusal, emptyReason } from "@troth/core";
import type { StoredAgent } from "../../ports/store.ts";
import { agentOf, type Ctx, type Scene } from "../context.ts";
import { Fail, invalidField } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { actOn } from "../ticket/act-on.ts";
import { assessmentEvents, assessmentOf } from "../ticket/assess-ticket.ts";
import type { TicketChanged } from "../ticket/assign-ticket.ts";
import type { LoadedTicket } from "../ticket/load-ticket.ts";
import { assessorOf } from "./deciders.ts";

/** Says who decides a disagreement: any agent gives it to one of the desk, or takes it. */
export function ownDisagreement(ctx: Ctx, input: { number: number; owner: string }): Promise<TicketChanged> {
  const on = { permission: "desk.assess", act: "people", number: input.number } as const;
  return actOn(ctx, on, async (scene, loaded) => {
    const { owner } = openIn(loaded);
    await assertAgents(scene, [input.owner]);
    if (owner === input.owner) return [];
    return [
      {
        actor: { kind: "agent", id: agentOf(scene).id },
        event: { kind: "disagreement.owned", owner: input.owner },
      },
    ];
  });
}

/** Asks one lead or two what they think of an objection. */
export function askAdvice(
  ctx: Ctx,
  input: { number: number; leads: readonly string[] },
): Promise<TicketChanged> {
  const on = { permission: "desk.assess", act: "people", number: input.number } as const;
  return actOn(ctx, on, async (scene, loaded) => {
    const { asked } = openIn(loaded);
    const agents = await assertAgents(scene, input.leads);
    const known = new Set(asked.map(({ lead }) => lead));
    const leads = [...new Set(input.leads)].filter((lead) => !known.has(lead));
    if (leads.some((lead) => agents.find(({ id }) => id === lead)?.role === "agent")) {
      throw invalidField("leads", {
        reason: "leads-only",
        message: "Only leads and administrators are asked. Choose one of them.",
      });
    }
    if (leads.length + asked.length > 2) {
      throw new Fail("conflict", "Two leads were asked already. Decide with what they say.", {
        reason: "two-leads-asked",
      });
    }
    if (leads.length === 0) return [];
    return [
      {
        actor: { kind: "agent", id: agentOf(scene).id },
        event: { kind: "disagreement.advice-asked", leads },
      },
    ];
  });
}

/** A lead who was asked says what they think; the desk's alone. */
export function advise(ctx: Ctx, input: { number: number; text: string }): Promise<TicketChanged> {
  const on = { permission: "desk.advise", act: "people", number: input.number } as const;
  return actOn(ctx, on, (scene, loaded) => {
    const agent = agentOf(scene);
    if (!openIn(loaded).asked.some(({ lead }) => lead === agent.id)) {
      throw new Fail("refused", "Nobody asked you here. Write an internal note instead.", {
        reason: "not-asked",
      });
    }
    return [
      {
        actor: { kind: "agent", id: agent.id },
        event: { kind: "disagreement.advised", text: ctx.vault.seal(keyOf(ctx.vault, agent), input.text) },
      },
    ];
  });
}

export type EndInput = {
  readonly number: number;
  readonly to: string;
  readonly grounds: readonly string[];
  readonly factors: readonly string[];
  readonly reason: string;
  readonly sawVersion?: number | undefined;
};

/** Ends a disagreement: the severity is upheld, or changed as any change of severity is, with grounds and reason (P083). */
export function endDisagreement(ctx: Ctx, input: EndInput): Promise<TicketChanged> {
  // An objection is decided after the end of its ticket as well: whoever objected gets their reasons.
  const { number, sawVersion } = input;
  const on = { permission: "desk.assess", act: "people", number, seen: { sawVersion } } as const;
  return actOn(ctx, on, async (scene, loaded) => {
    const agent = agentOf(scene);
    const disagreement = openIn(loaded);
    const refused = decisionRefusal(agent, disagreement, {
      assessor: assessorOf(loaded),
      agents: await scene.tx.people.agents(),
    });
    if (refused) throw new Fail("refused", refused.message, refused);
    const empty = emptyReason(input.reason);
    if (empty !== null) {
      const fields = [{ path: "reason", message: empty }];
      throw new Fail("invalid", empty, { reason: "reason-too-short", fields });
    }
    const isUpheld = input.to === loaded.stored.severityAssessed;
    const actor = { kind: "agent", id: agent.id };
    const text = ctx.vault.seal(keyOf(ctx.vault, agent), input.reason);
    const result = isUpheld ? "upheld" : "changed";
    const end = { kind: "disagreement.ended", result, severity: input.to, text } as const;
    if (isUpheld) return [{ actor, event: end }];
    const change = await assessmentOf(ctx, scene, loaded, input);
    return [...(await assessmentEvents(ctx, scene, loaded, change)), { actor, event: end }];
  });
}

function openIn({ stored }: LoadedTicket) {
  const { disagreement } = stored.proceedings;
  if (disagreement) return disagreement;
  throw new Fail("conflict", "There is no open disagreement on this ticket. Somebody may have ended it.", {
    reason: "no-objection",
  });
}

async function assertAgents(scene: Scene, wanted: readonly string[]): Promise<readonly StoredAgent[]> {
  const agents = await scene.tx.people.agents();
  if (wanted.every((one) => agents.some(({ id }) => id === one))) return agents;
  throw new Fail("invalid", "That person is not an agent of this desk. Choose one from the list.", {
    reason: "agent-unknown",
  });
}
