import { handedOnBy, handedOnWhileAway, type TicketEvent } from "@troth/core";
import { agentOf, type Ctx, type Scene, write } from "../context.ts";
import { deciders } from "../disagreement/deciders.ts";
import { Fail } from "../fail.ts";
import { instantIn } from "../ticket/act-on.ts";
import { type LoadedTicket, loadTicketById } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";

/**
 * An agent is away until a time, or back. What waits for us on their tickets goes back to the queue now, and what
 * customers answer meanwhile does when it comes; words due before their return are kept by others. Nothing sits unseen.
 */
export function putAway(ctx: Ctx, input: { until: string | null }): Promise<{ givenBack: number }> {
  return write(ctx, "desk.read", async (scene) => {
    const agent = agentOf(scene).id;
    const until = input.until === null ? null : instantIn("until", input.until, scene.now);
    await scene.tx.people.putAway(agent, until === null ? null : { from: scene.now, until });
    if (until === null) return { givenBack: 0 };
    return giveBack(ctx, scene, agent, ({ stored }) => {
      const isOurs = stored.assignee === agent && stored.state !== "waiting-on-customer";
      const words = handedOnWhileAway({ agent, until }, stored.proceedings, stored.assignee);
      return [...(isOurs ? [returned("away")] : []), ...words];
    });
  });
}

/**
 * The sign-in of an agent ends at once, and nothing they owed is lost: open tickets return to the queue, objections
 * get another owner, and their words stand.
 */
export function deactivateAgent(ctx: Ctx, input: { person: string }): Promise<{ givenBack: number }> {
  return write(ctx, "agent.invite", async (scene) => {
    const agents = await scene.tx.people.agents();
    const agent = agents.find(({ id }) => id === input.person)?.id;
    if (agent === undefined)
      throw new Fail("missing", "That agent was not found. They may be deactivated already.", {
        reason: "agent-gone",
      });
    if (agent === agentOf(scene).id) {
      throw new Fail("refused", "You cannot deactivate yourself. Ask another administrator.", {
        reason: "own-deactivation",
      });
    }
    await scene.tx.people.deactivate(agent, scene.now);
    const { next } = await deciders(scene);
    return giveBack(ctx, scene, agent, (loaded) => {
      const { assignee, proceedings, state } = loaded.stored;
      const isTheirs = assignee === agent;
      const successors = { owner: () => next(loaded), assignee: isTheirs ? null : assignee };
      const isOpen = state !== "resolved" && state !== "closed" && state !== "merged";
      const duties = handedOnBy(agent, proceedings, successors);
      return [...(isTheirs && isOpen ? [returned("deactivated")] : []), ...duties];
    });
  });
}

function returned(why: "away" | "deactivated"): TicketEvent {
  return { kind: "ticket.assigned", to: null, why };
}

/** Adds to each ticket on which the agent owes something what becomes of that; tells how many went to the queue. */
async function giveBack(
  ctx: Ctx,
  scene: Scene,
  agent: string,
  dutiesOf: (loaded: LoadedTicket) => readonly TicketEvent[],
): Promise<{ givenBack: number }> {
  let givenBack = 0;
  for (const id of await scene.tx.tickets.owedByAgent(agent)) {
    const loaded = await loadTicketById(scene, id);
    if (!loaded) continue;
    const events = dutiesOf(loaded);
    if (events.length === 0) continue;
    const actor = { kind: "system", id: null };
    await saveTicket(
      ctx,
      scene,
      loaded,
      events.map((event) => ({ actor, event })),
    );
    if (events.some(({ kind }) => kind === "ticket.assigned")) givenBack += 1;
  }
  return { givenBack };
}
