import { createHash, createSecretKey, type KeyObject } from "node:crypto";
import { type CryptoKey, compactVerify, decodeProtectedHeader, importJWK, type JWK } from "jose";
import type { Issuer, TokenClaims, Tokens } from "../../ports/tokens.ts";

const LONGEST_TOKEN = 8_192;
const SHORTEST_SECRET_BYTES = 32;
const CACHE_ENTRIES = 5_000;

type Refused = { readonly why: string };

/** Checks the vendor's signed tokens on jose: key by `kid` from our list only, one algorithm per issuer. */
export function vendorTokens(): Tokens {
  const known = new Map<string, TokenClaims>();
  return {
    async verify(token, issuers, audience) {
      if (token.length > LONGEST_TOKEN) return { why: "The token is longer than any of ours." };
      const print = createHash("sha256")
        .update(`${audience}\n${token}\n${fingerprint(issuers)}`)
        .digest("base64");
      const before = known.get(print);
      if (before) return before;
      const claims = await verified(token, issuers, audience);
      if (!("why" in claims)) {
        if (known.size >= CACHE_ENTRIES) known.clear();
        known.set(print, claims);
      }
      return claims;
    },
  };
}

const prints = new WeakMap<readonly Issuer[], string>();

/** A changed issuer makes every remembered token unknown again. */
function fingerprint(issuers: readonly Issuer[]): string {
  let print = prints.get(issuers);
  if (print === undefined) {
    print = createHash("sha256").update(JSON.stringify(issuers)).digest("base64");
    prints.set(issuers, print);
  }
  return print;
}

async function verified(
  token: string,
  issuers: readonly Issuer[],
  audience: string,
): Promise<TokenClaims | Refused> {
  try {
    const header = decodeProtectedHeader(token);
    const issuer = issuers.find(({ iss }) => iss === unverifiedIssuer(token));
    if (!issuer) return { why: "The token's issuer is not one this desk knows." };
    if (header.typ !== undefined && header.typ !== "JWT") return { why: "The token is of another type." };
    if (header.crit !== undefined) return { why: "The token asks for extensions we do not know." };
    const key = await keyOf(issuer, header.kid);
    if (!key) return { why: "The token names a key that is not on our list." };
    const { payload } = await compactVerify(token, key, { algorithms: [issuer.algorithm] });
    return claimsOf(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload)), audience);
  } catch {
    return { why: "The token is not one that your console signed." };
  }
}

function unverifiedIssuer(token: string): unknown {
  const [, payload = ""] = token.split(".");
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  return typeof claims === "object" && claims !== null && "iss" in claims ? claims.iss : undefined;
}

async function keyOf(issuer: Issuer, kid: string | undefined): Promise<KeyObject | CryptoKey | null> {
  if (issuer.algorithm === "HS256") {
    const secrets = Object.entries(issuer.secrets ?? {});
    const [, secret] =
      (kid === undefined && secrets.length === 1 ? secrets[0] : secrets.find(([id]) => id === kid)) ?? [];
    return secret !== undefined && Buffer.byteLength(secret) >= SHORTEST_SECRET_BYTES
      ? createSecretKey(Buffer.from(secret))
      : null;
  }
  const keys = (issuer.jwks?.keys ?? []) as readonly JWK[];
  const jwk = kid === undefined && keys.length === 1 ? keys[0] : keys.find((one) => one.kid === kid);
  if (!jwk) return null;
  const key = await importJWK(jwk, issuer.algorithm);
  return key instanceof Uint8Array ? null : key;
}

function claimsOf(claims: unknown, audience: string): TokenClaims | Refused {
  if (typeof claims !== "object" || claims === null || Array.isArray(claims))
    return { why: "The token says nothing." };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object that is no array
  const say = claims as Record<string, unknown>;
  if (say["aud"] !== audience) return { why: "The token was made for another desk." };
  const [iss, sub, org, email] = ["iss", "sub", "org", "email"].map((name) => shortText(say[name]));
  if (!iss || !sub || !org || !email || !email.includes("@")) {
    return { why: "The token lacks one of iss, sub, org, email, or one is not a plain text." };
  }
  const [issuedAt, expiresAt] = [seconds(say["iat"]), seconds(say["exp"])];
  const notBefore = say["nbf"] === undefined ? null : seconds(say["nbf"]);
  if (issuedAt === undefined || expiresAt === undefined || notBefore === undefined) {
    return { why: "The token does not say when it was made and when it ends, in whole seconds." };
  }
  return {
    iss,
    sub,
    org,
    email,
    name: shortText(say["name"]) ?? email.split("@")[0] ?? email,
    role: shortText(say["role"]),
    plan: shortText(say["plan"]),
    tier: shortText(say["tier"]),
    jti: shortText(say["jti"]),
    issuedAt,
    notBefore,
    expiresAt,
  };
}

const CONTROL = /\p{Cc}/u;

function shortText(value: unknown): string | null {
  const isPlain =
    typeof value === "string" && value.trim() !== "" && value.length <= 500 && value.isWellFormed();
  return isPlain && !CONTROL.test(value) ? value : null;
}

function seconds(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value < 1e11
    ? value * 1_000
    : undefined;
}
