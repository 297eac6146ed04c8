/** Somebody whose signed tokens we take: the vendor's console. One algorithm each. */
export type Issuer = {
  readonly iss: string;
  readonly algorithm: "HS256" | "ES256" | "EdDSA";
  /** HS256: kid to secret, at least 32 bytes each. */
  readonly secrets: Readonly<Record<string, string>> | null;
  /** Otherwise: the public keys, as a JWK set. */
  readonly jwks: { readonly keys: readonly object[] } | null;
};

/** What a genuine token says; whether it is in time is the database clock's to say. */
export type TokenClaims = {
  readonly iss: string;
  readonly sub: string;
  readonly org: string;
  readonly email: string;
  readonly name: string;
  readonly role: string | null;
  readonly plan: string | null;
  readonly tier: string | null;
  readonly jti: string | null;
  /** Instants in milliseconds. */
  readonly issuedAt: number;
  readonly notBefore: number | null;
  readonly expiresAt: number;
};

export interface Tokens {
  /** The claims of a token that one of the issuers signed for this audience, or a sentence that says why not. */
  verify(
    token: string,
    issuers: readonly Issuer[],
    audience: string,
  ): Promise<TokenClaims | { readonly why: string }>;
}
