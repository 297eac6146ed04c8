import { invalidOutcome, otherSideOf, stateRefusal, wordsIn } from "@troth/core";
import { agentOf, type Ctx, write } from "../context.ts";
import { Fail, invalidFields } from "../fail.ts";
import { assertIncidentNamed } from "../incident/link-ticket.ts";
import { keyOf } from "../person/keys.ts";
import { releaseNamed } from "../release/plan-release.ts";
import { changed, type TicketChanged } from "./assign-ticket.ts";
import { linkFrom } from "./link-tickets.ts";
import type { LoadedTicket } from "./load-ticket.ts";
import { loadUnchanged } from "./load-unchanged.ts";
import { sameAs } from "./same-as.ts";
import { saveTicket } from "./save-ticket.ts";
import { tellAnswer } from "./tell-answer.ts";

export type ResolveInput = {
  readonly number: number;
  readonly outcome: string;
  readonly detail: string | null;
  /** What the exclusion is about. */
  readonly named: string | null;
  readonly message: string;
  readonly sawVersion?: number | undefined;
};

/** Ends a ticket with an outcome of the policy and a message the customer reads; never with one of them alone (P050). */
export function resolveTicket(ctx: Ctx, input: ResolveInput): Promise<TicketChanged> {
  return write(ctx, "desk.resolve", async (scene) => {
    const agent = agentOf(scene);
    const loaded = await loadUnchanged(ctx, scene, input);
    const refused = stateRefusal("resolve", loaded.stored);
    if (refused) throw new Fail("conflict", refused.message, refused);
    const { runnable } = await ctx.shelf.version(scene.tx, loaded.stored.policyVersion);
    const { needs = null } = runnable.policy.outcomes.find(({ id }) => id === input.outcome) ?? {};
    const { organisation, category } = loaded.stored;
    const approvals = await scene.tx.approvals.ofOrganisation(organisation);
    const invalid = invalidOutcome(runnable.policy, input, { category, approvals, now: scene.now });
    if (invalid.length > 0) {
      throw invalidFields(invalid, needs === "exclusion" ? runnable.policy.clauseFor.exclusions : undefined);
    }
    const { outcome, detail } = input;
    const named = wordsIn(input.named);
    const about = named === "" ? {} : { named: ctx.vault.seal(keyOf(ctx.vault, agent), named) };
    const actor = { kind: "agent", id: agent.id };
    const incident = needs === "incident" ? await assertIncidentNamed(scene, input.detail) : null;
    const release = needs === "release" ? await releaseNamed(ctx, scene, input.detail, "detail") : null;
    const same = needs === "ticket" ? await sameAs(scene, loaded, input.detail) : null;
    // One that is out already is waited for by nobody.
    const awaited = release?.outAt === null ? { release: release.id } : {};
    const message = ctx.ids.uuid();
    const { ticket } = await saveTicket(ctx, scene, loaded, [
      {
        actor,
        author: agent.id,
        event: {
          kind: "message.written",
          message,
          author: "agent",
          isNote: false,
          waitsForCustomer: false,
          text: ctx.vault.seal(keyOf(ctx.vault, agent), input.message),
        },
      },
      ...(incident === null || incident === loaded.stored.incident
        ? []
        : [{ actor, event: { kind: "incident.linked", incident } as const }]),
      {
        actor,
        event: {
          kind: "ticket.resolved",
          outcome,
          detail: release?.name ?? numberOf(same) ?? detail,
          ...about,
          ...awaited,
        },
      },
      ...(same === null ? [] : linkFrom(loaded, same, "duplicate-of").map((event) => ({ actor, event }))),
    ]);
    if (same !== null) {
      const back = linkFrom(same, loaded, otherSideOf("duplicate-of")).map((event) => ({ actor, event }));
      if (back.length > 0) await saveTicket(ctx, scene, same, back);
    }
    await tellAnswer(ctx, scene, loaded, message);
    return changed(ticket);
  });
}

const numberOf = (ticket: LoadedTicket | null): string | null => ticket && String(ticket.stored.number);
