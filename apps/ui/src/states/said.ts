import type { SharedWords } from "../catalogue/words.ts";

type Answer = {
  readonly reason?: string | undefined;
  readonly code?: string | undefined;
  readonly message: string;
};

/** What the desk said, in the reader's language: by its reason, else by its code, else as it came. */
export function said(words: Pick<SharedWords, "said">, what: Answer): string {
  return ownWords(words, what) ?? what.message;
}

/** Our words for an answer of the desk; undefined where only the desk's own English says it. */
export function ownWords(
  words: Pick<SharedWords, "said">,
  { reason, code }: Pick<Answer, "reason" | "code">,
): string | undefined {
  const byReason = reason === undefined ? undefined : words.said[reason];
  return byReason ?? (code === undefined ? undefined : words.said[code]);
}
