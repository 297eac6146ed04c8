import type { Secret } from "@troth/secrets";
import type { TextWords } from "../catalogue/words.ts";

/** What a secret is called in the reader's language, with whose it is where that is known. */
export function secretName({ kind, of }: Pick<Secret, "kind" | "of">, words: TextWords): string {
  const name = words.secrets.kinds[kind];
  return of === null ? name : words.secrets.kindOf(of, name);
}
