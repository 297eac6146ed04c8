import {
  type ConductDecision,
  type ConductScope,
  decidingRefusal,
  endsSupport,
  invalidDecision,
  isOwnCase,
} from "@troth/core";
import type { StoredCase } from "../../ports/conduct.ts";
import type { OutboxItem } from "../../ports/store.ts";
import { agentOf, type Ctx, type Scene, write } from "../context.ts";
import { appendToOrganisation, heldOrganisation } from "../directory/organisation-events.ts";
import { tellOpenTickets } from "../directory/tell-open-tickets.ts";
import { Fail, invalidFields, missing } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { appendToCase, type CaseChanged } from "./case-events.ts";
import { tellOf } from "./tell.ts";

export type DecideInput = {
  readonly number: number;
  readonly decision: ConductDecision;
  readonly scope: ConductScope | null;
  readonly words: string;
  readonly answer: string;
  readonly sawVersion?: number | undefined;
};

/** A lead or administrator decides a case, never one about their own words (P123–P125). */
export function decideCase(ctx: Ctx, input: DecideInput): Promise<CaseChanged> {
  return write(ctx, "conduct.decide", async (scene) => {
    const agent = agentOf(scene);
    const stored = await judged(scene, input);
    const refused = decidingRefusal(stored);
    if (refused) throw new Fail("conflict", refused.message, refused);
    const invalid = invalidDecision(stored, input);
    if (invalid.length > 0) {
      throw invalidFields(invalid);
    }
    const seal = (text: string) => ctx.vault.seal(keyOf(ctx.vault, agent), text);
    const { decision, scope } = input;
    const words = decision === "no-action" ? null : seal(input.words);
    const changed = await appendToCase(ctx, scene, stored, {
      kind: "conduct.decided",
      decision,
      scope,
      words,
      answer: seal(input.answer),
    });
    if (decision === "end-support")
      await onOrganisation(ctx, scene, stored, { kind: "support.ended", words, scope });
    await tellDecision(ctx, scene, { ...stored, decision, scope }, changed, "conduct-decision");
    return changed;
  });
}

/** Takes the end of support back, with a reason; every door is open again at once. */
export function reinstateSupport(
  ctx: Ctx,
  input: { number: number; words: string; sawVersion?: number | undefined },
): Promise<CaseChanged> {
  return write(ctx, "conduct.decide", async (scene) => {
    const stored = await judged(scene, input);
    if (!endsSupport(stored))
      throw new Fail("conflict", "This case ends nobody's support. Read it again.", {
        reason: "case-ends-nothing",
      });
    const words = ctx.vault.seal(keyOf(ctx.vault, agentOf(scene)), input.words);
    const changed = await appendToCase(ctx, scene, stored, { kind: "conduct.reinstated", words });
    await onOrganisation(ctx, scene, stored, { kind: "support.reinstated", words, scope: stored.scope });
    await tellDecision(ctx, scene, stored, changed, "conduct-reinstated");
    return changed;
  });
}

/** The case for whoever may judge it; one's own is as if absent. */
async function judged(
  scene: Scene,
  { number, sawVersion }: { number: number; sawVersion?: number | undefined },
): Promise<StoredCase> {
  const stored = await scene.tx.conduct.find(number, "lock");
  if (!stored || isOwnCase(stored, agentOf(scene).id)) throw missing(`Case ${number}`);
  if (sawVersion !== undefined && sawVersion !== stored.version)
    throw new Fail("conflict", "Somebody else worked on this case first. Read it again, then decide.", {
      reason: "case-changed",
    });
  return stored;
}

type OnLog = {
  readonly kind: "support.ended" | "support.reinstated";
  readonly words: string | null;
  readonly scope: ConductScope | null;
};

/**
 * The decision stands in the organisation's log as well. Where it is about the whole organisation, its open tickets'
 * clocks stand as after a lapse (clock.md C7): withdrawn, and gone on within seven days of a reinstatement.
 */
async function onOrganisation(
  ctx: Ctx,
  scene: Scene,
  { number, concerned }: StoredCase,
  { kind, words, scope }: OnLog,
): Promise<void> {
  if (concerned.organisation === null) return;
  const named = await scene.tx.directory.organisationById(concerned.organisation);
  if (!named) throw new Error("The organisation of a case is not there.");
  const organisation = await heldOrganisation(scene, named.externalId);
  const person = scope === "person" ? concerned.person : null;
  await appendToOrganisation(ctx, scene, organisation, {
    kind,
    body: { case: number, scope, person, words },
  });
  if (scope === "organisation") await tellOpenTickets(ctx, scene, organisation);
}

/** Tells the reporter, and whom it concerns: the person, or the people who answer for the organisation too. */
async function tellDecision(
  ctx: Ctx,
  scene: Scene,
  { reporter, concerned, decision, scope }: Pick<StoredCase, "reporter" | "concerned" | "decision" | "scope">,
  changed: CaseChanged,
  kind: "conduct-decision" | "conduct-reinstated",
): Promise<void> {
  const tell = tellOf(ctx, scene, changed);
  const mails: OutboxItem[] = [];
  if (kind === "conduct-decision") mails.push(tell("conduct-answer", reporter.person));
  if (decision !== "no-action") {
    const members =
      scope === "organisation" && concerned.organisation !== null
        ? await scene.tx.directory.members(concerned.organisation, scene.now)
        : [];
    const heads = members.filter(({ role }) => role === "owner" || role === "admin").map(({ id }) => id);
    for (const person of new Set([concerned.person, ...heads])) mails.push(tell(kind, person));
  }
  await scene.tx.outbox.addMany(mails);
}
