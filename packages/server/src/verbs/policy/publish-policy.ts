import { compilePolicy, type Finding, type PolicyFiles } from "@troth/policy";
import type { PublishedPolicy } from "../../ports/store.ts";
import { type Ctx, read, type Scene, write } from "../context.ts";
import { Fail } from "../fail.ts";
import { askForRecompute } from "../ticket/rulebook.ts";

export type PolicyPublication = {
  readonly published: PublishedPolicy | null;
  readonly findings: readonly Finding[];
};

/**
 * Checks a policy folder and publishes it: one instant from which tickets, page and form follow the new version
 * (P130). With an error in it nothing changes and the old version stays in force.
 */
export function publishPolicy(
  ctx: Ctx,
  input: { files: PolicyFiles; note: string | null },
): Promise<PolicyPublication> {
  return write(ctx, "policy.publish", async (scene) => {
    const { runnable, findings } = compilePolicy(input.files, scene.now);
    if (!runnable) return { published: null, findings };
    const { id: policy, version, hash } = runnable.policy;
    const before = await scene.tx.policies.find(version);
    if (before) {
      if (before.hash === hash) return { published: before, findings };
      throw new Fail(
        "conflict",
        `Version ${version} is published already with other content, and a published version never changes. Give this one a new version.`,
      );
    }
    // Versions follow one another even when the database's clock goes back.
    const newest = await scene.tx.policies.current();
    const published = {
      policy,
      version,
      hash,
      publishedAt: Math.max(scene.now, (newest?.publishedAt ?? 0) + 1),
      publishedBy: publisherOf(scene),
      note: input.note,
    };
    await scene.tx.policies.publish({ ...published, files: input.files });
    await askForRecompute(scene.tx, version, published.publishedAt);
    return { published, findings };
  });
}

function publisherOf({ actor }: Scene): string {
  switch (actor.kind) {
    case "agent":
      return `agent:${actor.person}`;
    case "key":
      return `key:${actor.key}`;
    case "system":
      return actor.job;
    case "customer":
    case "visitor":
      return actor.kind;
  }
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
