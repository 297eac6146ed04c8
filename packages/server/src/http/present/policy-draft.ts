import type { PolicyDraft, PolicyPreview as WirePreview, PreviewSide as WireSide } from "@troth/contract";
import type { z } from "zod";
import type { StoredPolicyDraft } from "../../ports/policy-drafts.ts";
import type { ListedOrganisation } from "../../ports/store.ts";
import type { Vault } from "../../ports/vault.ts";
import { personName } from "../../verbs/person/keys.ts";
import type { Drafts } from "../../verbs/policy/policy-drafts.ts";
import type { PolicyPreview, PreviewSide } from "../../verbs/policy/preview-policy.ts";
import { copy } from "./copy.ts";
import { wireInstant } from "./instant.ts";
import { presentChannels, presentEntitlement } from "./policy.ts";
import { presentPromise, presentRows } from "./promise.ts";

export function presentPolicyDraft(
  vault: Vault,
  draft: StoredPolicyDraft,
  people: Drafts["people"],
): z.infer<typeof PolicyDraft> {
  const { id, name, basedOn, revision, bytes, publishedVersion: version, publishedAt } = draft;
  return {
    id,
    name,
    basedOn,
    revision,
    bytes,
    createdAt: wireInstant(draft.createdAt),
    createdBy: writer(vault, draft.createdBy, people),
    updatedAt: wireInstant(draft.updatedAt),
    updatedBy: writer(vault, draft.updatedBy, people),
    published:
      version === null || publishedAt === null ? null : { version, publishedAt: wireInstant(publishedAt) },
  };
}

/** A person by name, anything else by its kind. */
function writer(vault: Vault, author: string, people: Drafts["people"]): string {
  const person = people.get(author);
  return person ? personName(vault, person) : (author.split(":")[0] ?? author);
}

export function presentPreview(preview: PolicyPreview): z.infer<typeof WirePreview> {
  const { findings, organisation, subscription, now, draft } = preview;
  const { pricing, tier, state } = subscription;
  return {
    isRunnable: draft !== null,
    findings: copy(findings),
    organisation: { id: organisation.externalId, name: organisation.name },
    subscription: { pricing, tier, state },
    now: presentSide(now),
    draft: draft && presentSide(draft),
  };
}

function presentSide(side: PreviewSide): z.infer<typeof WireSide> {
  const { runnable, plan, tier, commitment } = side;
  return {
    policyVersion: runnable.policy.version,
    plan: plan && { id: plan.id, name: plan.name },
    tier: tier && { id: tier.id, name: tier.name },
    entitlement: presentEntitlement(side.entitlement),
    channels: presentChannels(runnable.policy, plan),
    promise: commitment && presentPromise(commitment, runnable),
    rows: presentRows(side.rows),
    warnings: [...side.warnings],
    invalid: side.invalid.map(({ message }) => message),
  };
}

export function presentListedOrganisation({ externalId, name, subscription }: ListedOrganisation) {
  const { pricing = null, tier = null, state = "none" } = subscription ?? {};
  return { id: externalId, name, subscription: { pricing, tier, state } };
}
