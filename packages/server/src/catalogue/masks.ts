import { piecesOf, type SecretKind } from "@troth/secrets";

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
