import { compilePolicy, type Finding, type PolicyFiles } from "@troth/policy";
import type { PublishedPolicy, Tx } from "../../ports/store.ts";
import { type Ctx, read, type Scene, write } from "../context.ts";
import { Fail } from "../fail.ts";
import { askForRecompute } from "../ticket/rulebook.ts";
import { authorOf } from "./author.ts";
import { draftAt } from "./policy-drafts.ts";

export type PolicyPublication = {
  readonly published: PublishedPolicy | null;
  readonly findings: readonly Finding[];
};

/** Addresses below /support that a version of this name would stand in the way of. */
const RESERVED: ReadonlySet<string> = new Set(["calendars", "changes", "versions"]);

/** A folder, or a stored draft as it was read. */
export type PublishInput = { readonly note: string | null } & (
  | { readonly files: PolicyFiles }
  | { readonly draft: { readonly id: string; readonly revision: number } }
);

/**
 * Checks a policy and publishes it: one instant from which tickets, page and form follow the new version (P130). With
 * an error in it nothing changes and the old version stays in force. A draft becomes what was published of it.
 */
export function publishPolicy(ctx: Ctx, input: PublishInput): Promise<PolicyPublication> {
  return write(ctx, "policy.publish", async (scene) => {
    const { policyDrafts } = scene.tx;
    const draft = "draft" in input ? await draftAt(ctx, scene, input.draft.id, input.draft.revision) : null;
    const files = "draft" in input ? await policyDrafts.files(input.draft.id) : input.files;
    const publication = await publishFiles(ctx, scene, files, input.note);
    if (draft && publication.published) {
      const { version } = publication.published;
      await policyDrafts.published(draft.id, version, publication.published.publishedAt);
    }
    return publication;
  });
}

async function publishFiles(
  ctx: Ctx,
  scene: Scene,
  files: PolicyFiles,
  note: string | null,
): Promise<PolicyPublication> {
  const { runnable, findings } = compilePolicy(files, scene.now);
  if (!runnable) return { published: null, findings };
  const { id: policy, version, hash } = runnable.policy;
  if (RESERVED.has(version))
    return { published: null, findings: [...findings, reservedFinding(files, version)] };
  const before = await scene.tx.policies.find(version);
  if (before) {
    if (await isSame(ctx, scene.tx, before, hash)) return { published: before, findings };
    throw new Fail(
      "conflict",
      `Version ${version} is published already with other content, and a published version never changes. Give this one a new version.`,
      { reason: "version-published", facts: { version } },
    );
  }
  // Versions follow one another even when the database's clock goes back.
  const newest = await scene.tx.policies.current();
  const publishedAt = Math.max(scene.now, (newest?.publishedAt ?? 0) + 1);
  const published = { policy, version, hash, publishedAt, publishedBy: authorOf(scene), note };
  await scene.tx.policies.publish({ ...published, files, compiled: runnable.policy });
  await scene.tx.knowledge.askForKind("policy", scene.now);
  await askForRecompute(scene.tx, version, publishedAt);
  return { published, findings };
}

/**
 * Whether a published version has the content that this hash is of. A compiler that reads more gives the same folder
 * another hash than it had when it was published, so the folder is compiled again.
 */
export async function isSame(
  ctx: Ctx,
  tx: Tx,
  { version, hash }: PublishedPolicy,
  asked: string,
): Promise<boolean> {
  return hash === asked || (await ctx.shelf.version(tx, version)).runnable.policy.hash === asked;
}

function reservedFinding(files: PolicyFiles, version: string): Finding {
  const file = "policy.yaml";
  const line = (files[file] ?? "").split(/\r?\n/).findIndex((text) => text.startsWith("version:"));
  return {
    code: "version-reserved",
    severity: "error",
    file,
    line: Math.max(0, line) + 1,
    column: 1,
    message: `A version cannot be called ${version}: the support page has another address of that name.`,
    mend: "Give it another name, such as its date.",
  };
}

/** Every published version, newest first. */
export function listPolicies(ctx: Ctx): Promise<readonly PublishedPolicy[]> {
  return read(ctx, "public.read", ({ tx }) => tx.policies.list());
}

/** A version to show to anybody: the one in force, or one by name. */
export function readPolicy(ctx: Ctx, input: { version: string | null }) {
  return read(ctx, "public.read", async ({ tx }) => ({
    shelved:
      input.version === null ? await ctx.shelf.current(tx) : await ctx.shelf.version(tx, input.version),
    current: (await ctx.shelf.current(tx)).published.version,
    versions: await tx.policies.list(),
  }));
}
