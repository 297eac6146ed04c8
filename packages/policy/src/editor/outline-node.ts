/** A word with its offsets in the text; empty where the cursor stands and nothing is written yet. */
export type Word = { readonly text: string; readonly from: number; readonly to: number };

export type OutlineEntry = { readonly key: Word; readonly hasColon: boolean; value: Outline | null };

/** A YAML file as it stands while somebody types: whatever can be made out of it, never a refusal. */
export type Outline =
  | { readonly kind: "text"; readonly word: Word }
  | { readonly kind: "map"; readonly entries: OutlineEntry[]; readonly isFlow: boolean }
  | { readonly kind: "list"; readonly items: (Outline | null)[]; readonly isFlow: boolean };
