import {
  type Assessment,
  assessmentRefusal,
  clockEventsOf,
  decideAssessment,
  duePreview,
  isOnSecurityGround,
  severityInForce,
  severityRankOf,
} from "@troth/core";
import type { Instant, Policy } from "@troth/policy";
import type { StoredTicket } from "../../ports/store.ts";
import { agentOf, type Ctx, read, type Scene, write } from "../context.ts";
import { Fail, missing } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { changed, type TicketChanged } from "./assign-ticket.ts";
import { type LoadedTicket, loadTicket } from "./load-ticket.ts";
import { loadUnchanged } from "./load-unchanged.ts";
import { rulebookFor } from "./rulebook.ts";
import { instantFor, type NewEvent, saveTicket } from "./save-ticket.ts";

export type AssessInput = {
  readonly number: number;
  readonly to: string;
  readonly grounds: readonly string[];
  readonly factors: readonly string[];
  readonly reason: string;
  readonly sawVersion?: number | undefined;
};

/** An agent assesses the severity, by the policy version that governs the ticket (P079–P082). */
export function assessTicket(ctx: Ctx, input: AssessInput): Promise<TicketChanged> {
  return write(ctx, "desk.assess", async (scene) => {
    const loaded = await loadUnchanged(ctx, scene, input);
    const { policy } = (await ctx.shelf.version(scene.tx, loaded.stored.policyVersion)).runnable;
    const rank = (severity: string | null) => severityRankOf(policy, severity ?? "");
    const isRaise = rank(input.to) < rank(loaded.stored.severityAssessed);
    const refused = assessmentRefusal(loaded.stored, isRaise);
    if (refused) throw new Fail("conflict", refused.message, refused);
    const change = await assessmentOf(ctx, scene, loaded, input);
    const events = await assessmentEvents(ctx, scene, loaded, change);
    return changed((await saveTicket(ctx, scene, loaded, events)).ticket);
  });
}

/** The change of severity that the policy allows; refused with all that is wrong. */
export async function assessmentOf(
  ctx: Ctx,
  scene: Scene,
  { stored }: LoadedTicket,
  change: Omit<AssessInput, "number" | "sawVersion">,
): Promise<Assessment> {
  const { runnable } = await ctx.shelf.version(scene.tx, stored.policyVersion);
  const { severityChosen, severityAssessed, category } = stored;
  const inForce =
    severityAssessed ?? severityInForce(runnable.policy, { severity: severityChosen, category });
  const decision = decideAssessment(runnable.policy, {
    ticket: { severityProposed: severityChosen, severityAssessed, severityInForce: inForce },
    change,
  });
  if (decision.ok) return decision.change;
  const { findings } = decision;
  const [first] = findings;
  throw new Fail("invalid", findings.map(({ message }) => message).join(" "), {
    ...(first ? { reason: first.code, clause: first.clause } : {}),
    fields: findings.map(({ code, path, message }) => ({ path, message, reason: code })),
  });
}

/**
 * An agent's assessment as events, with the due before and after it, made by itself or as the end of
 * a disagreement. What is assessed on a ground of security is shown to few from then on (P088).
 */
export async function assessmentEvents(
  ctx: Ctx,
  scene: Scene,
  loaded: LoadedTicket,
  { to, grounds, factors, reason }: Assessment,
): Promise<NewEvent[]> {
  const agent = agentOf(scene);
  const { from, dueFrom, dueTo } = await effectOf(ctx, scene, loaded, to);
  const { policy } = (await ctx.shelf.version(scene.tx, loaded.stored.policyVersion)).runnable;
  const sealed = reason === null ? null : ctx.vault.seal(keyOf(ctx.vault, agent), reason);
  const assessed: NewEvent = {
    actor: { kind: "agent", id: agent.id },
    event: { kind: "severity.assessed", from, to, grounds, factors, reason: sealed, dueFrom, dueTo },
  };
  const restricted: NewEvent = {
    actor: { kind: "system", id: null },
    event: { kind: "ticket.restricted", isRestricted: true, why: "ground" },
  };
  const isForFew = !loaded.stored.proceedings.isRestricted && isOnSecurityGround(policy, grounds);
  return isForFew ? [assessed, restricted] : [assessed];
}

export type SeverityEffect = {
  readonly from: string;
  readonly to: string;
  readonly dueFrom: Instant | null;
  readonly dueTo: Instant | null;
};

/** What a change of severity would do, with the ticket as it stands. */
export type SeverityPreview = SeverityEffect & { readonly stored: StoredTicket; readonly policy: Policy };

/** Old and new due, before anything is changed or anybody told. */
export function previewAssessment(ctx: Ctx, input: { number: number; to: string }): Promise<SeverityPreview> {
  return read(ctx, "desk.read", async (scene) => {
    const loaded = await loadTicket(scene, input.number, "look");
    const { policy } = (await ctx.shelf.version(scene.tx, loaded.stored.policyVersion)).runnable;
    if (!policy.severities.some(({ id }) => id === input.to)) throw missing(`Severity ${input.to}`);
    return { ...(await effectOf(ctx, scene, loaded, input.to)), stored: loaded.stored, policy };
  });
}

export async function effectOf(
  ctx: Ctx,
  scene: Scene,
  { stored, log }: LoadedTicket,
  to: string,
): Promise<SeverityEffect> {
  const { rules, publications } = await rulebookFor(ctx, scene, [log]);
  const { severityChosen, severityAssessed, category, policyVersion } = stored;
  const { policy } = rules(policyVersion);
  const from = severityAssessed ?? severityInForce(policy, { severity: severityChosen, category });
  const [first] = duePreview(
    clockEventsOf(log, publications),
    { kind: "severity", to },
    rules,
    instantFor({ log }, scene.now),
  );
  return { from, to, dueFrom: first?.dueFrom ?? null, dueTo: first?.dueTo ?? null };
}
