import {
  type Asker,
  commitmentsOf,
  decideOpening,
  type Intake,
  type Invalid,
  receiptOf,
  warningsOf,
} from "@troth/core";
import { type Entitlement, entitlementOf, type Instant, type Row, type RunnablePolicy } from "@troth/policy";
import type { StoredCommitment } from "../../ports/store.ts";
import { type Ctx, memberOf, read } from "../context.ts";
import { askerOf } from "../directory/asker-of.ts";
import { refusalOf } from "./open-ticket.ts";
import { storedOf } from "./save-ticket.ts";

export type TicketPreview = {
  readonly runnable: RunnablePolicy;
  readonly entitlement: Entitlement;
  readonly commitment: StoredCommitment | null;
  /** Its receipt. */
  readonly rows: readonly Row[];
  readonly warnings: readonly string[];
};

/** The doors that people come by, and not machines. */
const DOORS = ["console", "portal", "email"] as const satisfies readonly Intake[];

/** What the same ticket would be promised by another door, where that is more. */
export type Elsewhere = {
  readonly intake: Intake;
  readonly commitment: StoredCommitment;
  readonly rows: readonly Row[];
};

/** What answer to expect, and when, were this ticket sent now; fails where sending would for a name nobody knows. Nothing is stored. */
export function previewTicket(
  ctx: Ctx,
  input: { category: string; severity: string | null },
): Promise<TicketPreview & { readonly elsewhere: Elsewhere | null }> {
  return read(ctx, "customer.read", async (scene) => {
    const member = memberOf(scene);
    const { runnable } = await ctx.shelf.current(scene.tx);
    const question: PreviewQuestion = {
      ...input,
      asker: await askerOf(scene, member, runnable.policy),
      intake: scene.actor.kind === "customer" ? scene.actor.intake : "api",
      at: scene.now,
    };
    const { invalid, ...preview } = previewOf(runnable, question);
    if (invalid.length > 0) throw refusalOf({ ok: false, invalid });
    return { ...preview, elsewhere: moreElsewhere(runnable, question, preview) };
  });
}

/** The other door that promises the most, if any promises more: a sooner answer, or a commitment instead of a hope. */
function moreElsewhere(
  runnable: RunnablePolicy,
  question: PreviewQuestion,
  { commitment: own }: TicketPreview,
): Elsewhere | null {
  if (own === null || own.dueAt === null) return null;
  const ownDue = own.dueAt;
  const others = DOORS.filter((intake) => intake !== question.intake).flatMap((intake) => {
    const { entitlement, commitment, rows } = previewOf(runnable, { ...question, intake });
    if (entitlement.decision !== "allow" || commitment?.dueAt == null) return [];
    const isFirmer = commitment.firmness === "commitment" && own.firmness !== "commitment";
    return commitment.dueAt < ownDue || isFirmer
      ? [{ intake, commitment, rows, dueAt: commitment.dueAt }]
      : [];
  });
  const [best] = others.toSorted((a, b) => a.dueAt - b.dueAt);
  return best ?? null;
}

export type PreviewQuestion = {
  readonly asker: Asker;
  readonly intake: Intake;
  /** Null for any. */
  readonly category: string | null;
  readonly severity: string | null;
  readonly at: Instant;
};

/** What a policy would answer to a request; `invalid` says what it does not know in it. */
export function previewOf(
  runnable: RunnablePolicy,
  { asker, intake, category, severity, at }: PreviewQuestion,
): TicketPreview & { readonly invalid: readonly Invalid[] } {
  const { policy } = runnable;
  const known = policy.categories.some(({ id }) => id === category) ? category : null;
  const level = policy.severities.some(({ id }) => id === severity) ? severity : null;
  const asked = category ?? policy.categories.find(({ route }) => route === "support")?.id ?? "";
  const request = { intake, category: asked, severity, businessImpact: null, isBusinessImpactUnknown: true };
  const opening = decideOpening(policy, asker, request, at);
  const nothing = {
    runnable,
    entitlement: entitlementOf(policy, { ...asker, channel: intake, category: known, at, severity: level }),
    commitment: null,
    rows: [],
    warnings: [],
    invalid: !opening.ok && "invalid" in opening ? opening.invalid : [],
  };
  if (!opening.ok) return nothing;
  const { standing, ...facts } = opening.stand;
  const { plan, tier } = standing;
  const opened = { intake, severity, category: known, plan, tier, policyVersion: policy.version, ...facts };
  const [commitment] = commitmentsOf([{ kind: "opened", at, seq: 1, ...opened }], () => runnable, at);
  if (!commitment) return nothing;
  return {
    ...nothing,
    commitment: storedOf({ ...commitment, reminders: [] }, () => runnable, at),
    rows: receiptOf(commitment, () => runnable)?.rows ?? [],
    warnings: warningsOf(policy, request),
  };
}
