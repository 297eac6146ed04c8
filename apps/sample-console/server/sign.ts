import { randomBytes } from "node:crypto";
import { SignJWT } from "jose";
import type { DemoMember } from "./vendor/types.ts";

const LIFE_SECONDS = 300;
const LEAST_SECRET_BYTES = 32;

export type Signer = {
  /** A token for the widget: who is signed in here, good for five minutes. */
  readonly token: (member: DemoMember, organisation: string, now: number) => Promise<string>;
  /** The same for one link, usable once. */
  readonly linkToken: (member: DemoMember, organisation: string, now: number) => Promise<string>;
};

/** Signs as a vendor's console does (HS256, `kid` demo). Refuses a secret below 32 bytes. */
export function signer(options: {
  readonly issuer: string;
  readonly audience: string;
  readonly secret: string;
}): Signer {
  const key = new TextEncoder().encode(options.secret);
  if (key.length < LEAST_SECRET_BYTES) {
    throw new Error(`The signing secret has ${key.length} bytes; it needs at least ${LEAST_SECRET_BYTES}.`);
  }

  function draft(member: DemoMember, organisation: string, now: number): SignJWT {
    const issuedAt = Math.floor(now / 1000);
    return new SignJWT({ org: organisation, email: member.email, name: member.name, role: member.role })
      .setProtectedHeader({ alg: "HS256", kid: "demo", typ: "JWT" })
      .setIssuer(options.issuer)
      .setAudience(options.audience)
      .setSubject(member.id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFE_SECONDS);
  }

  return {
    token: (member, organisation, now) => draft(member, organisation, now).sign(key),
    linkToken: (member, organisation, now) =>
      draft(member, organisation, now).setJti(randomBytes(16).toString("base64url")).sign(key),
  };
}
