import { type ConductDecision, type ConductScope, isOwnCase } from "@troth/core";
import { entitlementOf } from "@troth/policy";
import type { StoredCase } from "../../ports/conduct.ts";
import type { StoredMessage } from "../../ports/store.ts";
import { agentOf, type Ctx, read, type Scene } from "../context.ts";
import { accountOf } from "../directory/account-of.ts";
import { missing } from "../fail.ts";
import { concerns, reviewRefusal } from "./ask-review.ts";

const MOST_CASES = 200;

/** Every case but those about the reader, the last changed first. */
export function listCases(ctx: Ctx): Promise<readonly StoredCase[]> {
  return read(ctx, "conduct.decide", (scene) => scene.tx.conduct.listFor(agentOf(scene).id, MOST_CASES));
}

export type WholeCase = { readonly known: StoredCase; readonly message: StoredMessage | null };

/** One case with the words it is about. One about the reader is as if absent. */
export function readCase(ctx: Ctx, input: { number: number }): Promise<WholeCase> {
  return read(ctx, "conduct.decide", async (scene) => {
    const known = await judgedBy(scene, input.number);
    const ticket = await scene.tx.tickets.find(known.ticket, { tickets: "all" }, "look");
    const messages = ticket ? await scene.tx.tickets.messages(ticket.id, true) : [];
    return { known, message: messages.find(({ id }) => id === known.message) ?? null };
  });
}

async function judgedBy(scene: Scene, number: number): Promise<StoredCase> {
  const known = await scene.tx.conduct.find(number, "look");
  if (!known || isOwnCase(known, agentOf(scene).id)) throw missing(`Case ${number}`);
  return known;
}

export type CaseEffect = {
  /** Channels of the policy that close, and that stay open, by name. */
  readonly closes: readonly string[];
  readonly stays: readonly string[];
  /** Members whom it keeps out. */
  readonly people: number;
  /** Open tickets whose promises are withdrawn. */
  readonly openTickets: number;
};

/** What a decision would do, before anything is decided or anybody told. */
export function previewDecision(
  ctx: Ctx,
  input: { number: number; decision: ConductDecision; scope: ConductScope | null },
): Promise<CaseEffect> {
  return read(ctx, "conduct.decide", async (scene) => {
    const { concerned } = await judgedBy(scene, input.number);
    const nothing = { closes: [], stays: [], people: 0, openTickets: 0 };
    if (input.decision !== "end-support" || concerned.organisation === null) return nothing;
    const { directory, tickets } = scene.tx;
    const named = await directory.organisationById(concerned.organisation);
    const organisation = named && (await directory.organisation(named.externalId, "look"));
    if (!named || !organisation) return nothing;
    const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
    const inForce = await directory.subscriptionAt(organisation.id, scene.now);
    const subscription = inForce ?? { pricing: null, tier: null, state: "none" as const };
    const account = {
      ...accountOf({ organisation: { ...organisation, externalId: named.externalId }, subscription }),
      supportEnd: { words: null },
    };
    const isClosed = (channel: string) =>
      entitlementOf(policy, { account, channel, category: null, requester: { role: "owner" }, at: scene.now })
        .reason === "support-ended";
    const isWhole = input.scope === "organisation";
    return {
      closes: policy.channels.filter(({ id }) => isClosed(id)).map(({ name }) => name),
      stays: policy.channels.filter(({ id }) => !isClosed(id)).map(({ name }) => name),
      people: isWhole ? (await directory.members(organisation.id, scene.now)).length : 1,
      openTickets: isWhole ? (await tickets.openOf(organisation.id)).length : 0,
    };
  });
}

export type OwnCases = {
  readonly reports: readonly StoredCase[];
  readonly decisions: readonly { readonly known: StoredCase; readonly mayAskReview: boolean }[];
};

/** What the reader reported, and what was decided about them or the organisation they answer for. */
export function listOwnCases(ctx: Ctx): Promise<OwnCases> {
  return read(ctx, "conduct.report", async (scene) => {
    const reader = (scene.agent ?? scene.member)?.id ?? "";
    const own = await scene.tx.conduct.ownOf(reader, scene.member?.organisation.id ?? null);
    return {
      reports: own.filter(({ reporter }) => reporter.person === reader),
      decisions: own
        .filter((known) => concerns(scene, known))
        .map((known) => ({ known, mayAskReview: reviewRefusal(known) === null })),
    };
  });
}
