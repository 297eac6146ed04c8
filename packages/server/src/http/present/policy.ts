import type { Entitlement, Ground, Plan, Policy, Severity } from "@troth/policy";
import type { PublishedPolicy, Workspace } from "../../ports/store.ts";
import type { Shelved } from "../../verbs/policy-shelf.ts";
import { wireInstant } from "./instant.ts";

export function presentEntitlement({ decision, reason, message, clause, next, asks }: Entitlement) {
  const open = { decision, reason, message, clause, next: [...next] };
  return asks === undefined ? open : { ...open, asks: asks.map(({ id, text }) => ({ id, text })) };
}

export function presentSeverity(severity: Severity) {
  const { id, rank, name, summary, asksBusinessImpact } = severity;
  return { id, rank, name, summary, asksBusinessImpact, grounds: severity.grounds.map(presentGround) };
}

function presentGround({ id, kind, text, points }: Ground) {
  return { id, kind, text, points: points.map((point) => ({ ...point })) };
}

/** A kind of request; one that cites the billing section carries what the policy advises there (P059). */
export function presentCategory(category: Policy["categories"][number], { billing, clauseFor }: Policy) {
  const { id, name, description, route, defaultSeverity, warnsAt, isIssue, clause } = category;
  const advice = clause.id === clauseFor.billing.id ? (billing?.advice ?? null) : null;
  return { id, name, description, route, defaultSeverity, warnsAt: [...warnsAt], isIssue, advice };
}

/** The channels of a plan; without one, those that every plan has. */
export function presentChannels(policy: Policy, plan: Plan | null) {
  return policy.channels.map(({ id, name, kind, isOfficial, link, note }) => ({
    id,
    name,
    kind,
    isOfficial,
    access: plan ? (plan.access[id] ?? "not-included") : forEverybody(policy, id),
    href: link === null ? null : (policy.links[link]?.href ?? link),
    note,
  }));
}

function forEverybody({ plans }: Policy, channel: string): string {
  return plans.every(({ access }) => access[channel] === "included") ? "included" : "not-included";
}

/** What stays open where the plan lacks tickets; a lapse or a decision leaves nothing open. */
export function presentExceptions(
  policy: Pick<Policy, "exceptions">,
  plan: Pick<Plan, "id"> | null,
  tickets: Pick<Entitlement, "reason">,
) {
  if (tickets.reason !== "plan-lacks-channel") return [];
  return policy.exceptions
    .filter((one) => one.plan === plan?.id)
    .map(({ door, category, note, clause }) => ({ door, category, note, clause }));
}

export function presentVersion(published: PublishedPolicy, current: string) {
  const { policy, version, hash, publishedAt, publishedBy, note } = published;
  const by = publishedBy.split(":")[0] ?? publishedBy;
  return {
    policy,
    version,
    hash,
    publishedAt: wireInstant(publishedAt),
    publishedBy: by,
    note,
    isCurrent: version === current,
  };
}

export function presentWorkspace({ name, baseUrl, isDemo }: Workspace, { published, runnable }: Shelved) {
  return {
    name,
    url: baseUrl,
    isDemo,
    policyVersion: published.version,
    supportPage: `${baseUrl}/support`,
    supportEmail: runnable.policy.supportEmail,
  };
}

/** A thing of the policy by id, with its name; the id itself where the policy no longer has it. */
export function named(
  all: ReadonlyArray<{ readonly id: string; readonly name: string }>,
  id: string,
): { id: string; name: string } {
  return { id, name: all.find((one) => one.id === id)?.name ?? id };
}
