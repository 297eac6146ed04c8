import { type Change, differenceOf } from "@troth/policy";
import type { PublishedPolicy } from "../../ports/store.ts";
import { type Ctx, read } from "../context.ts";
import { Fail, missing } from "../fail.ts";

export type PolicyChanges = {
  readonly to: PublishedPolicy;
  /** Null for the first version, which has none before it. */
  readonly from: PublishedPolicy | null;
  readonly changes: readonly Change[];
  /** Every version, newest first. */
  readonly versions: readonly PublishedPolicy[];
};

/**
 * What changes for customers from one published version to another: to the one in force, and from the one published
 * before it, where none is named.
 */
export function readPolicyChanges(
  ctx: Ctx,
  input: { version: string | null; from: string | null },
): Promise<PolicyChanges> {
  return read(ctx, "public.read", async ({ tx }) => {
    const versions = await tx.policies.list();
    const at = input.version === null ? 0 : versions.findIndex(({ version }) => version === input.version);
    const to = versions[at];
    if (!to) throw input.version === null ? nothingPublished() : missing(`Policy version ${input.version}`);
    const from =
      input.from === null
        ? (versions[at + 1] ?? null)
        : versions.find(({ version }) => version === input.from);
    if (from === undefined) throw missing(`Policy version ${input.from}`);
    if (from === null) return { to, from, changes: [], versions };
    const [before, after] = [
      await ctx.shelf.version(tx, from.version),
      await ctx.shelf.version(tx, to.version),
    ];
    return { to, from, versions, changes: differenceOf(before.runnable.policy, after.runnable.policy) };
  });
}

function nothingPublished(): Fail {
  return new Fail("missing", "No support policy is published here yet.");
}
