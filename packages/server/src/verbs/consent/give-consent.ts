import { agentOf, type Ctx, memberOf } from "../context.ts";
import { Fail, missing } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { actOn } from "../ticket/act-on.ts";
import type { TicketChanged } from "../ticket/assign-ticket.ts";

const HOUR_MS = 3_600_000;

/** An owner or admin lets the support team look at the data of projects, for a time and on this ticket only. */
export function giveConsent(
  ctx: Ctx,
  input: { number: number; projects: readonly string[]; hours: number },
): Promise<TicketChanged> {
  const on = { permission: "ticket.consent", act: "consent", number: input.number } as const;
  return actOn(ctx, on, async (scene) => {
    const member = memberOf(scene);
    const projects = [...new Set(input.projects)];
    const own = await scene.tx.directory.projects(member.organisation.id);
    const strange = projects.find((project) => !own.some(({ id }) => id === project));
    if (strange !== undefined) throw missing(`Project ${strange}`);
    const until = scene.now + input.hours * HOUR_MS;
    return [
      { actor: { kind: "customer", id: member.id }, event: { kind: "consent.given", projects, until } },
    ];
  });
}

export function withdrawConsent(ctx: Ctx, { number }: { number: number }): Promise<TicketChanged> {
  return actOn(ctx, { permission: "ticket.consent", act: "people", number }, (scene, { stored }) => {
    if (!stored.proceedings.consent) return [];
    return [{ actor: { kind: "customer", id: memberOf(scene).id }, event: { kind: "consent.withdrawn" } }];
  });
}

/** An agent writes down a look at a project's data before taking it; without consent that holds, refused. */
export function useConsent(
  ctx: Ctx,
  input: { number: number; project: string; reason: string },
): Promise<TicketChanged> {
  const on = { permission: "desk.reply", act: "use-consent", number: input.number } as const;
  return actOn(ctx, on, (scene, { stored }) => {
    const agent = agentOf(scene);
    const { consent } = stored.proceedings;
    if (!consent || consent.until <= scene.now || !consent.projects.includes(input.project)) {
      throw new Fail(
        "refused",
        "No consent of the customer holds for this project now. Ask for it in a reply: an owner or admin gives it on the ticket.",
        { reason: "no-consent" },
      );
    }
    return [
      {
        actor: { kind: "agent", id: agent.id },
        event: {
          kind: "consent.used",
          project: input.project,
          text: ctx.vault.seal(keyOf(ctx.vault, agent), input.reason),
        },
      },
    ];
  });
}
