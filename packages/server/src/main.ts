import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { compilePolicy, type Finding, type PolicyFiles } from "@troth/policy";
import { WrongKey } from "./adapters/postgres/refusal.ts";
import type { VendorConfig } from "./config.ts";
import { firstInvite } from "./verbs/person/invite-agent.ts";
import { portalLinkFor } from "./verbs/person/portal-session.ts";
import { isSame, publishPolicy } from "./verbs/policy/publish-policy.ts";
import { type Desk, type WireOptions, wire } from "./wire.ts";

export { DatabaseRefusal } from "./adapters/postgres/refusal.ts";
export { FilesRefusal } from "./ports/blobs.ts";
export type { Desk, WireOptions } from "./wire.ts";

/** The desk on its database; it does not listen yet. */
export async function openDesk(options: WireOptions): Promise<Desk> {
  const key = join(options.config.dataDir, "key");
  const hadKey = existsSync(key);
  try {
    return await wire(options);
  } catch (error) {
    // A key made a moment ago that sealed nothing would be taken for the right one later.
    if (error instanceof WrongKey && !hadKey) await rm(key, { force: true });
    throw error;
  }
}

/** What became of the policy folder that the desk was started with. */
export type PolicyAtStart =
  | { readonly kind: "published" | "unchanged"; readonly version: string }
  /** Published before, and replaced since by the version in force. */
  | { readonly kind: "outdated"; readonly version: string; readonly inForce: string }
  /** Published before with other content, which never changes. */
  | { readonly kind: "version-taken"; readonly version: string; readonly inForce: string }
  | { readonly kind: "refused"; readonly findings: readonly Finding[]; readonly inForce: string | null };

/** Publishes the folder's policy if it is new; whatever is wrong with it, the version in force stays so. */
export async function publishAtStart(desk: Desk, files: PolicyFiles): Promise<PolicyAtStart> {
  const ctx = desk.system("start");
  const { current, now } = await desk.deps.store.read(desk.workspace.id, async (tx, at) => ({
    current: await tx.policies.current(),
    now: at,
  }));
  const inForce = current?.version ?? null;
  const { runnable, findings } = compilePolicy(files, now);
  if (!runnable) return { kind: "refused", findings, inForce };
  const { version, hash } = runnable.policy;
  const known = await desk.deps.store.read(desk.workspace.id, async (tx) => {
    const found = await tx.policies.find(version);
    return found && { isSame: await isSame(ctx, tx, found, hash) };
  });
  if (!known || inForce === null) {
    const publication = await publishPolicy(ctx, { files, note: "published at start" });
    return publication.published
      ? { kind: "published", version }
      : { kind: "refused", findings: publication.findings, inForce };
  }
  if (!known.isSame) return { kind: "version-taken", version, inForce };
  return version === inForce ? { kind: "unchanged", version } : { kind: "outdated", version, inForce };
}

/** Address of the first invitation while nobody has joined the desk; null once somebody has. */
export async function inviteAtStart(desk: Desk): Promise<string | null> {
  const secret = await firstInvite(desk.system("start"));
  return secret && `${desk.url}/desk/join?first#${secret}`;
}

/** Brings a vendor's issuer and API key into the database; a key that is there already stays as it is. */
export async function applyVendor(
  { deps, workspace }: Desk,
  { issuer, apiKey }: Pick<VendorConfig, "issuer" | "apiKey">,
): Promise<void> {
  await deps.store.transact(workspace.id, async (tx, now) => {
    if (issuer) {
      const sealed = Object.entries(issuer.secrets ?? {}).map(([kid, secret]) => [
        kid,
        deps.vault.sealOwn(secret),
      ]);
      const secrets = issuer.secrets && Object.fromEntries(sealed);
      await tx.sessions.saveIssuer({ ...issuer, secrets });
    }
    const hash = apiKey === null ? null : deps.vault.secretHash(apiKey);
    if (hash && (await tx.sessions.key(hash)) === null) {
      const scopes = ["directory", "policy", "incidents"] as const;
      await tx.sessions.addKey({ id: deps.ids.uuid(), name: "vendor", hash, scopes, at: now });
    }
  });
}

/** What a vendor's console needs to work with the desk. */
export type VendorAccess = { readonly issuer: string; readonly secret: string; readonly apiKey: string };

/**
 * Gives a demo's vendor its signing secret and API key. Both come of the installation's key, so that demos side by
 * side on one database give their consoles the same.
 */
export async function grantVendor(desk: Desk, issuer: string): Promise<VendorAccess> {
  const { vault } = desk.deps;
  const secret = vault.secretFor(`the console ${issuer}`);
  const apiKey = `troth_${vault.secretFor(`the systems of ${issuer}`)}`;
  await applyVendor(desk, {
    issuer: { iss: issuer, algorithm: "HS256", secrets: { demo: secret }, jwks: null },
    apiKey,
  });
  return { issuer, secret, apiKey };
}

/** A sign-in link for one member, for whoever started the demo; null when the directory does not know them. */
export async function portalLinkAtStart(
  desk: Desk,
  who: { readonly issuer: string; readonly member: string; readonly organisation: string },
): Promise<string | null> {
  const secret = await portalLinkFor(desk.system("start"), who);
  return secret && `${desk.url}/portal/enter#${secret}`;
}
