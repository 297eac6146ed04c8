import { createHmac, timingSafeEqual } from "node:crypto";

const NAME = "acme_session";
const LIFE_MS = 24 * 60 * 60 * 1000;

export type Sessions = {
  /** The person a request's cookie stands for; null when there is none, it is forged or it has ended. */
  readonly personOf: (cookieHeader: string | undefined, now: number) => string | null;
  readonly start: (person: string, now: number) => string;
  readonly end: () => string;
};

/** Demo sessions in a signed cookie: no table to keep, nothing to guess. */
export function sessions(options: { readonly secret: string; readonly path: string }): Sessions {
  const key = createHmac("sha256", options.secret).update("acme console session").digest();
  const sign = (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  const cookie = (value: string, seconds: number) =>
    `${NAME}=${value}; Path=${options.path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;

  return {
    start(person, now) {
      const text = `${Buffer.from(person).toString("base64url")}.${now + LIFE_MS}`;
      return cookie(`${text}.${sign(text)}`, LIFE_MS / 1000);
    },
    end: () => cookie("", 0),
    personOf(header, now) {
      const value = readCookie(header);
      const [person, endsAt, signature] = value?.split(".") ?? [];
      if (!person || !endsAt || !signature) return null;
      const expected = Buffer.from(sign(`${person}.${endsAt}`));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return Number(endsAt) > now ? Buffer.from(person, "base64url").toString() : null;
    },
  };
}

function readCookie(header: string | undefined): string | null {
  for (const part of header?.split(";") ?? []) {
    const [name, value] = part.trim().split("=", 2);
    if (name === NAME && value) return value;
  }
  return null;
}
