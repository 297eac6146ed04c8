import { piecesOf, type SecretKind } from "@troth/secrets";
import { mailOf } from "../../catalogue/mails.ts";
import type { MailFacts } from "../../catalogue/words.ts";

const GERMAN: Readonly<Record<SecretKind, string>> = {
  password: "Passwort",
  token: "Token",
  key: "Schlüssel",
  "private key": "privater Schlüssel",
  login: "Anmeldedaten",
};

/** A masked text with its masks in the reader's language; in English they stand as they are. */
export function masksIn(locale: "en" | "de", text: string): string {
  if (locale === "en") return text;
  return piecesOf(text)
    .map((piece) => {
      if (!piece.mask) return piece.text;
      const { kind, of } = piece;
      return `[maskiert: ${GERMAN[kind]}${of === null ? "" : ` (${of})`}]`;
    })
    .join("");
}

/** A mail with all its masks in the reader's language. */
export function mailFor<K extends keyof MailFacts>(
  locale: "en" | "de",
  kind: K,
  facts: MailFacts[K],
): ReturnType<typeof mailOf> {
  const { subject, text, html } = mailOf(locale, kind, facts);
  const said = (part: string) => masksIn(locale, part);
  return { subject: said(subject), text: said(text), html: said(html) };
}
