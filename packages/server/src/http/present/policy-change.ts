import type { AcceptanceList, PolicyChangeNotice, PolicyChanges as WireChanges } from "@troth/contract";
import type { z } from "zod";
import type { Workspace } from "../../ports/store.ts";
import type { Vault } from "../../ports/vault.ts";
import { personName } from "../../verbs/person/keys.ts";
import type { AcceptancePage, PolicyChange } from "../../verbs/policy/acceptance.ts";
import type { PolicyChanges } from "../../verbs/policy/policy-changes.ts";
import { copy } from "./copy.ts";
import { wireInstant } from "./instant.ts";
import { presentVersion } from "./policy.ts";

/** What a member is told of a new version, with the address of what changed. */
export function presentPolicyChange(
  { baseUrl }: Workspace,
  { to, from }: PolicyChange,
): z.infer<typeof PolicyChangeNotice> {
  const { version, publishedAt } = to;
  const page = `${baseUrl}/support/${encodeURIComponent(version)}/changes?from=${encodeURIComponent(from)}`;
  return { version, publishedAt: wireInstant(publishedAt), from, page };
}

export function presentChanges({ to, from, changes, versions }: PolicyChanges): z.infer<typeof WireChanges> {
  const current = versions[0]?.version ?? to.version;
  return {
    to: presentVersion(to, current),
    from: from && presentVersion(from, current),
    changes: copy(changes),
  };
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
