import type { AcceptanceList, PolicyChangeNotice } from "@troth/contract";
import type { z } from "zod";
import type { Workspace } from "../../ports/store.ts";
import type { Vault } from "../../ports/vault.ts";
import { personName } from "../../verbs/person/keys.ts";
import type { AcceptancePage, PolicyChange } from "../../verbs/policy/acceptance.ts";
import { wireInstant } from "./instant.ts";

/** What a member is told of a new version, with the address of what changed. */
export function presentPolicyChange(
  { baseUrl }: Workspace,
  { to, from }: PolicyChange,
): z.infer<typeof PolicyChangeNotice> {
  const { version, publishedAt } = to;
  const page = `${baseUrl}/support/${encodeURIComponent(version)}/changes?from=${encodeURIComponent(from)}`;
  return { version, publishedAt: wireInstant(publishedAt), from, page };
}

export function presentAcceptances(
  vault: Vault,
  { version, accepted, organisations, rows, nextCursor }: AcceptancePage,
): z.infer<typeof AcceptanceList> {
  const acceptances = rows.map(({ organisation, at, person, act, ticket }) => ({
    organisation: { id: organisation.externalId, name: organisation.name },
    at: wireInstant(at),
    person: { id: person.id, name: personName(vault, person) },
    act,
    ticket,
  }));
  return { version, accepted, organisations, acceptances, nextCursor };
}
