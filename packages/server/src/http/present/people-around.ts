import { levelOf } from "@troth/core";
import type { Vault } from "../../ports/vault.ts";
import type { ListedDisagreement } from "../../verbs/disagreement/list-disagreements.ts";
import type { Colleagues } from "../../verbs/follower/follow-ticket.ts";
import { ERASED, openText, personName } from "../../verbs/person/keys.ts";
import type { SimilarTickets } from "../../verbs/ticket/find-similar.ts";
import { wireInstant } from "./instant.ts";

/** People to add to a ticket: names and roles, never addresses. */
export function presentColleagues(vault: Vault, { members, me }: Colleagues) {
  return members.map((member) => ({
    id: member.id,
    name: personName(vault, member),
    role: member.role,
    isMe: member.id === me,
  }));
}

export function presentSimilar(vault: Vault, { rows, reader }: SimilarTickets) {
  return rows.map((row) => ({
    number: row.number,
    subject: openText(vault, row.requesterPerson, row.subject) ?? ERASED,
    requester: personName(vault, row.requesterPerson),
    isMine: row.requester === reader,
    openedAt: wireInstant(row.openedAt),
    state: row.state,
  }));
}

export function presentDisagreementRow(vault: Vault, { row, shelved, owner }: ListedDisagreement) {
  const { policy } = shelved.runnable;
  const { disagreement } = row.proceedings;
  return {
    number: row.number,
    subject: openText(vault, row.requesterPerson, row.subject) ?? ERASED,
    organisation: { id: row.organisationExternalId, name: row.organisationName },
    at: wireInstant(disagreement?.at ?? row.changedAt),
    owner: owner && { id: owner.id, name: personName(vault, owner) },
    severity: levelOf(policy, disagreement?.severity ?? ""),
    wants: disagreement?.wants == null ? null : levelOf(policy, disagreement.wants),
  };
}
