import type { SharedWords } from "../catalogue/words.ts";

/** What the desk said, in the reader's language: by its reason, else by its code, else as it came. */
export function said(
  words: Pick<SharedWords, "said">,
  what: { readonly reason?: string | undefined; readonly code?: string; readonly message: string },
): string {
  const byReason = what.reason === undefined ? undefined : words.said[what.reason];
  const byCode = what.code === undefined ? undefined : words.said[what.code];
  return byReason ?? byCode ?? what.message;
}
