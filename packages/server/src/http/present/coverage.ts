import type { ConfirmedIssue, NotCovered, DeskOrganisation as WireOrganisation } from "@troth/contract";
import { isHandedOn, isInForce, liftable } from "@troth/core";
import type { z } from "zod";
import type { StoredApproval } from "../../ports/approvals.ts";
import type { Vault } from "../../ports/vault.ts";
import type { DeskOrganisation } from "../../verbs/directory/read-desk-organisation.ts";
import { openText, personName } from "../../verbs/person/keys.ts";
import type { ShownTicket } from "../../verbs/ticket/read-tickets.ts";
import { wireInstant } from "./instant.ts";

/** Why a ticket ended as not covered, with the clause and who takes it instead; null for any other end. */
export function presentNotCovered(
  vault: Vault,
  whole: Pick<ShownTicket, "row" | "happenings" | "people" | "shelved">,
): z.infer<typeof NotCovered> | null {
  const { row, shelved } = whole;
  const { policy } = shelved.runnable;
  const outcome = policy.outcomes.find(({ id }) => id === row.outcome?.id);
  if (outcome?.needs !== "exclusion" || row.outcome === null) return null;
  const { detail } = row.outcome;
  const exclusion = policy.exclusions.find(({ id }) => id === detail);
  if (exclusion !== undefined) {
    const { id, number, text, clause, link } = exclusion;
    const named = namedIn(vault, whole);
    const next = link === undefined ? null : (policy.links[link] ?? null);
    return { code: `exclusion:${id}`, number, text, named, clause, next };
  }
  const category = policy.categories.find(({ id }) => id === row.category);
  if (category === undefined || !isHandedOn(policy, outcome, category.id)) return null;
  return {
    code: `category:${category.id}`,
    number: null,
    text: category.name,
    named: null,
    clause: category.clause,
    next: policy.links[category.route] ?? null,
  };
}

/** What the exclusion of the last end is about, as the agent named it. */
function namedIn(
  vault: Vault,
  { happenings, people }: Pick<ShownTicket, "happenings" | "people">,
): string | null {
  const end = happenings.findLast(({ event }) => event.kind === "ticket.resolved");
  if (end?.event.kind !== "ticket.resolved") return null;
  const author = end.actor.id === null ? null : (people.get(end.actor.id) ?? null);
  return openText(vault, author, end.event.named ?? null);
}

/** The Issue that was confirmed, with its answers; null while none was. */
export function presentIssue(
  vault: Vault,
  { happenings, people }: Pick<ShownTicket, "happenings" | "people">,
): z.infer<typeof ConfirmedIssue> | null {
  const found = happenings.find(({ event }) => event.kind === "issue.confirmed");
  if (found?.event.kind !== "issue.confirmed") return null;
  const author = found.actor.id === null ? null : (people.get(found.actor.id) ?? null);
  return {
    at: wireInstant(found.at),
    by: author ? personName(vault, author) : "",
    answers: Object.entries(found.event.answers).map(([id, sealed]) => ({
      id,
      text: openText(vault, author, sealed) ?? "",
    })),
  };
}

/** The mark of misuse that stands on a ticket; null for none, or one taken back. */
export function presentMisuse(
  vault: Vault,
  { happenings, people }: Pick<ShownTicket, "happenings" | "people">,
) {
  const found = happenings.findLast(
    ({ event }) => event.kind === "misuse.marked" || event.kind === "misuse.withdrawn",
  );
  if (found?.event.kind !== "misuse.marked") return null;
  const author = found.actor.id === null ? null : (people.get(found.actor.id) ?? null);
  const reason = openText(vault, author, found.event.reason) ?? "";
  return { at: wireInstant(found.at), by: author ? personName(vault, author) : "", reason };
}

/** What the desk knows of a customer. */
export function presentDeskOrganisation(
  vault: Vault,
  { externalId, name, figures, approvals, misuses, policy, now }: DeskOrganisation,
): z.infer<typeof WireOrganisation> {
  return {
    id: externalId,
    name,
    figures: { ...figures },
    liftable: liftable(policy).map(({ id, number, text }) => ({ id, number, text })),
    approvals: approvals.map((approval) => presentApproval(vault, approval, now)),
    misuses: misuses.map(({ ticket, at, by, reason }) => ({
      ticket,
      at: wireInstant(at),
      by: personName(vault, by),
      reason: openText(vault, by, reason) ?? "",
    })),
  };
}

function presentApproval(vault: Vault, approval: StoredApproval, now: number) {
  const { id, exclusion, covers, document, until, registeredAt, registeredBy } = approval;
  const { withdrawnAt, withdrawnBy } = approval;
  return {
    id,
    exclusion,
    covers,
    document,
    until: until === null ? null : wireInstant(until),
    registeredAt: wireInstant(registeredAt),
    registeredBy: personName(vault, registeredBy),
    withdrawnAt: withdrawnAt === null ? null : wireInstant(withdrawnAt),
    withdrawnBy: withdrawnBy && personName(vault, withdrawnBy),
    isInForce: isInForce(approval, now),
  };
}
