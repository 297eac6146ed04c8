import { type IssueAnswers, invalidConfirmation, stateRefusal } from "@troth/core";
import { agentOf, type Ctx, write } from "../context.ts";
import { Fail, invalidFields } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { changed, type TicketChanged } from "./assign-ticket.ts";
import { loadTicket } from "./load-ticket.ts";
import { saveTicket } from "./save-ticket.ts";

/** An agent confirms an Issue, with an answer to each question that the policy asks for it (P052). */
export function confirmIssue(
  ctx: Ctx,
  input: { number: number; answers: IssueAnswers },
): Promise<TicketChanged> {
  return write(ctx, "desk.confirm", async (scene) => {
    const agent = agentOf(scene);
    const loaded = await loadTicket(scene, input.number);
    const refused = stateRefusal("confirm", loaded.stored);
    if (refused) throw new Fail("conflict", refused.message, refused);
    if (loaded.log.some(({ event }) => event.kind === "issue.confirmed")) {
      throw new Fail("conflict", "This Issue was confirmed already. Read the ticket again.", {
        reason: "issue-confirmed-already",
      });
    }
    const { runnable } = await ctx.shelf.version(scene.tx, loaded.stored.policyVersion);
    const invalid = invalidConfirmation(runnable.policy, input.answers);
    if (invalid.length > 0) {
      const clause = runnable.policy.clauseFor.issue;
      throw invalidFields(invalid, clause);
    }
    const key = keyOf(ctx.vault, agent);
    const sealed = Object.entries(input.answers).map(([ask, answer]) => [
      ask,
      ctx.vault.seal(key, answer.trim()),
    ]);
    const { ticket } = await saveTicket(ctx, scene, loaded, [
      {
        actor: { kind: "agent", id: agent.id },
        event: { kind: "issue.confirmed", answers: Object.fromEntries(sealed) },
      },
    ]);
    return changed(ticket);
  });
}
