/** First uses of support that this node has seen committed: they never go away, so each is looked up once. */
export type KnownUses = {
  has(use: string): boolean;
  add(use: string): void;
};

/** Some megabytes at most; beyond that it begins anew. */
const MOST = 50_000;

export function knownUses(): KnownUses {
  const known = new Set<string>();
  return {
    has: (use) => known.has(use),
    add(use) {
      if (known.size >= MOST) known.clear();
      known.add(use);
    },
  };
}
