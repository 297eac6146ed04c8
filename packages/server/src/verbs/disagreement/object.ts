import { objectionRefusal, type Ticket } from "@troth/core";
import { type Ctx, memberOf, type Scene } from "../context.ts";
import { Fail, invalidField } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { actOn } from "../ticket/act-on.ts";
import type { TicketChanged } from "../ticket/assign-ticket.ts";
import type { LoadedTicket } from "../ticket/load-ticket.ts";
import { assertMayWrite } from "../ticket/may-write.ts";
import { deciders } from "./deciders.ts";

/** The customer objects to the severity in force. The clock goes on; a lead gets it at once (P083). */
export function objectToSeverity(
  ctx: Ctx,
  input: { number: number; reason: string; wants: string | null },
): Promise<TicketChanged> {
  const on = { permission: "ticket.object", act: "people", number: input.number } as const;
  return actOn(ctx, on, async (scene, loaded) => {
    const member = memberOf(scene);
    const refused = objectionRefusal(loaded.stored);
    if (refused) throw new Fail("conflict", refused.message, refused);
    const severity = assessedIn(loaded.stored);
    await assertMayWrite(ctx, scene, loaded.stored);
    await assertSeverity(ctx, scene, loaded, input.wants);
    const owner = (await deciders(scene)).next(loaded);
    return [
      {
        actor: { kind: "customer", id: member.id },
        event: {
          kind: "disagreement.opened",
          severity,
          wants: input.wants,
          owner,
          text: ctx.vault.seal(keyOf(ctx.vault, member), input.reason),
        },
      },
    ];
  });
}

/** The customer takes the objection back. */
export function takeBackObjection(ctx: Ctx, { number }: { number: number }): Promise<TicketChanged> {
  return actOn(ctx, { permission: "ticket.object", act: "people", number }, (scene, { stored }) => {
    const { disagreement } = stored.proceedings;
    if (!disagreement)
      throw new Fail("conflict", "There is no open objection on this ticket.", { reason: "no-objection" });
    return [
      {
        actor: { kind: "customer", id: memberOf(scene).id },
        event: {
          kind: "disagreement.ended",
          result: "taken-back",
          severity: stored.severityAssessed ?? disagreement.severity,
          text: null,
        },
      },
    ];
  });
}

function assessedIn({ severityAssessed }: Pick<Ticket, "severityAssessed">): string {
  if (severityAssessed === null)
    throw new Fail("conflict", "Nobody has assessed this ticket yet.", { reason: "not-assessed" });
  return severityAssessed;
}

async function assertSeverity(
  ctx: Ctx,
  scene: Scene,
  { stored }: LoadedTicket,
  severity: string | null,
): Promise<void> {
  if (severity === null) return;
  const { runnable } = await ctx.shelf.version(scene.tx, stored.policyVersion);
  const known = runnable.policy.severities.map(({ id }) => id);
  if (known.includes(severity)) return;
  const message = `There is no severity «${severity}». Choose one of ${known.join(", ")}, or leave it to us.`;
  throw invalidField("wants", { reason: "severity-unknown", message });
}
