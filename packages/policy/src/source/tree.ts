import type { Place } from "./report.ts";

/** A YAML file as the policy language sees it: every scalar is text, every node keeps its place. */
export type Tree =
  | { readonly kind: "text"; readonly text: string; readonly at: Place }
  | { readonly kind: "list"; readonly items: readonly Tree[]; readonly at: Place }
  | { readonly kind: "map"; readonly entries: readonly Entry[]; readonly at: Place }
  | { readonly kind: "empty"; readonly at: Place };

export type Entry = { readonly key: string; readonly keyAt: Place; readonly value: Tree };

const WORDS = { text: "a text", list: "a list", map: "a block of keys", empty: "nothing" } as const;

/** The node's kind as a person would say it. */
export function kindOf(tree: Tree): string {
  return WORDS[tree.kind];
}
