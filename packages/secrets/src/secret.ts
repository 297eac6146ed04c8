/** What a secret is called. The words stand in masks, so they never change their spelling. */
export const SECRET_KINDS = ["password", "token", "key", "private key", "login"] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** A secret in a text: from `start` up to, not including, `end`. */
export type Secret = {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  /** Whose it is where its form tells, e.g. GitHub; null otherwise. */
  readonly of: string | null;
};
