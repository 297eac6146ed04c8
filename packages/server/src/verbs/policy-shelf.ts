import { compilePolicy, type RunnablePolicy } from "@troth/policy";
import type { PublishedPolicy, Tx } from "../ports/store.ts";
import { Fail } from "./fail.ts";

/** A published version, compiled. */
export type Shelved = { readonly published: PublishedPolicy; readonly runnable: RunnablePolicy };

/** Compiled policies by content hash: published text never changes, so what is compiled once stays right. */
export type PolicyShelf = {
  /** The version in force in this transaction. */
  current(tx: Tx): Promise<Shelved>;
  version(tx: Tx, version: string): Promise<Shelved>;
};

export function policyShelf(): PolicyShelf {
  const compiled = new Map<string, RunnablePolicy>();
  const shelve = async (tx: Tx, published: PublishedPolicy): Promise<Shelved> => {
    const known = compiled.get(published.hash);
    if (known) return { published, runnable: known };
    const { runnable, findings } = compilePolicy(await tx.policies.files(published.version));
    if (!runnable) {
      throw new Error(
        `Published policy ${published.version} no longer compiles: ${findings[0]?.message ?? "no finding"}`,
      );
    }
    compiled.set(published.hash, runnable);
    return { published, runnable };
  };
  return {
    async current(tx) {
      const published = await tx.policies.current();
      if (!published) {
        throw new Fail(
          "refused",
          "No support policy is published here yet. Publish one with: troth publish DIR.",
        );
      }
      return shelve(tx, published);
    },
    async version(tx, version) {
      const published = await tx.policies.find(version);
      if (!published) throw new Fail("missing", `There is no policy version ${version}.`);
      return shelve(tx, published);
    },
  };
}
