/** One thing that can be written at a place. */
export type Completion = {
  readonly label: string;
  /** One sentence: what it is for, or the words behind an id. */
  readonly detail: string;
  /** What to write in place of the word at the cursor; further lines are indented already. */
  readonly apply: string;
  readonly kind: "key" | "choice" | "id" | "example" | "reference" | "directive";
};

/** What can stand instead of the text from `from` to `to` (UTF-16 offsets), the likeliest first. */
export type Completions = {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
};
