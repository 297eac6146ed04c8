import { compilePolicy, type RunnablePolicy, runnableOf } from "@troth/policy";
import type { PublishedPolicy, Store, Tx } from "../ports/store.ts";
import { Fail } from "./fail.ts";

/** A published version, compiled. */
export type Shelved = { readonly published: PublishedPolicy; readonly runnable: RunnablePolicy };

/** Compiled policies: a published version never changes, so what is compiled once stays right on this node. */
export type PolicyShelf = {
  /** The version in force in this transaction. */
  current(tx: Tx): Promise<Shelved>;
  version(tx: Tx, version: string): Promise<Shelved>;
  /** The same outside a transaction, for presenting what one returned. */
  outside(store: Store, workspace: string, version: string): Promise<Shelved>;
};

/** What was published once runs for ever: where this compiler refuses its text, as it was compiled then. */
async function runnableIn({ policies }: Tx, version: string): Promise<RunnablePolicy> {
  const { runnable, findings } = compilePolicy(await policies.files(version));
  if (runnable) return runnable;
  const compiled = await policies.compiled(version);
  if (compiled) return runnableOf(compiled);
  throw new Error(`Published policy ${version} does not compile: ${findings[0]?.message ?? ""}`);
}

export function policyShelf(): PolicyShelf {
  const shelves = new Map<string, Shelved>();

  const shelve = async (tx: Tx, published: PublishedPolicy): Promise<Shelved> => {
    const place = `${tx.workspace} ${published.version}`;
    const known = shelves.get(place);
    if (known) return known;
    const shelved = { published, runnable: await runnableIn(tx, published.version) };
    shelves.set(place, shelved);
    return shelved;
  };

  const version = async (tx: Tx, name: string): Promise<Shelved> => {
    const known = shelves.get(`${tx.workspace} ${name}`);
    if (known) return known;
    const published = await tx.policies.find(name);
    if (!published)
      throw new Fail(
        "missing",
        `There is no policy version ${name}. The support page lists those there are.`,
      );
    return shelve(tx, published);
  };

  return {
    async current(tx) {
      const published = await tx.policies.current();
      if (!published) {
        throw new Fail(
          "refused",
          "No support policy is published here yet. Publish one with: troth publish DIR.",
          { reason: "no-policy" },
        );
      }
      return shelve(tx, published);
    },
    version,
    outside(store, workspace, name) {
      const known = shelves.get(`${workspace} ${name}`);
      return known ? Promise.resolve(known) : store.read(workspace, (tx) => version(tx, name));
    },
  };
}
