import { isPlaceholder } from "./placeholder.ts";
import type { Secret, SecretKind } from "./secret.ts";

/** What stands before a secret, in a group named `before`, and the secret, in a group named `secret`. */
export type Form = {
  readonly form: RegExp;
  readonly kind: SecretKind;
  /** What its form alone does not tell: whether it is hardly a word. */
  readonly isOne?: (secret: string) => boolean;
};

/** The secrets of a text that stand where these forms say; never a placeholder. */
export function formedIn(text: string, forms: readonly Form[]): Secret[] {
  return forms.flatMap(({ form, kind, isOne }) =>
    [...text.matchAll(form)].flatMap(({ index, groups }) => {
      const { before = "", secret = "" } = groups ?? {};
      if (isPlaceholder(secret) || isOne?.(secret) === false) return [];
      const start = index + before.length;
      return [{ start, end: start + secret.length, kind, of: null }];
    }),
  );
}
