import { agentOf, type Ctx, type Scene, write } from "../context.ts";
import { Fail } from "../fail.ts";
import { instantIn } from "../ticket/act-on.ts";
import { loadTicketById } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";

/**
 * An agent is away until a time, or back. What waits for us on their tickets goes back to the queue now, and what
 * customers answer meanwhile does when it comes: nothing sits unseen.
 */
export function putAway(ctx: Ctx, input: { until: string | null }): Promise<{ givenBack: number }> {
  return write(ctx, "desk.read", async (scene) => {
    const agent = agentOf(scene);
    const until = input.until === null ? null : instantIn(input.until, scene.now, "That time");
    await scene.tx.people.putAway(agent.id, until === null ? null : { from: scene.now, until });
    if (until === null) return { givenBack: 0 };
    return { givenBack: await giveBack(ctx, scene, agent.id, "away") };
  });
}

/** The sign-in of an agent ends at once, and their open tickets return to the queue. */
export function deactivateAgent(ctx: Ctx, input: { person: string }): Promise<{ givenBack: number }> {
  return write(ctx, "agent.invite", async (scene) => {
    const agents = await scene.tx.people.agents();
    const agent = agents.find(({ id }) => id === input.person);
    if (!agent) throw new Fail("missing", "That agent was not found. They may be deactivated already.");
    if (agent.id === agentOf(scene).id) {
      throw new Fail("refused", "You cannot deactivate yourself. Ask another administrator.");
    }
    await scene.tx.people.deactivate(agent.id, scene.now);
    return { givenBack: await giveBack(ctx, scene, agent.id, "deactivated") };
  });
}

/** Those that wait for us; of somebody who is no agent any more, all that have not ended. */
async function giveBack(ctx: Ctx, scene: Scene, agent: string, why: "away" | "deactivated"): Promise<number> {
  const ids = await scene.tx.tickets.openOfAgent(agent);
  let given = 0;
  for (const id of ids) {
    const loaded = await loadTicketById(scene, id);
    if (!loaded || loaded.stored.assignee !== agent) continue;
    if (why === "away" && loaded.stored.state === "waiting-on-customer") continue;
    await saveTicket(ctx, scene, loaded, [
      { actor: { kind: "system", id: null }, event: { kind: "ticket.assigned", to: null, why } },
    ]);
    given += 1;
  }
  return given;
}
