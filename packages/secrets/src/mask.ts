import { secretsIn } from "./find.ts";
import { SECRET_KINDS, type Secret, type SecretKind } from "./secret.ts";

/** What stands in a text instead of a secret, e.g. `[masked: GitHub token]`. It is itself no secret to `secretsIn`. */
export function maskOf({ kind, of }: Pick<Secret, "kind" | "of">): string {
  return `[masked: ${of === null ? "" : `${of} `}${kind}]`;
}

/** The text with a mask for each secret, or for those found already; all else as it was. */
export function masked(text: string, found: readonly Secret[] = secretsIn(text)): string {
  let end = 0;
  let out = "";
  for (const secret of found) {
    out += text.slice(end, secret.start) + maskOf(secret);
    end = secret.end;
  }
  return out + text.slice(end);
}

/** A stretch of a masked text: words, or one mask. */
export type Piece =
  | { readonly mask: false; readonly text: string }
  | { readonly mask: true; readonly text: string; readonly kind: SecretKind; readonly of: string | null };

const MASK = new RegExp(`\\[masked: (?:([A-Za-z][A-Za-z ]{0,30}) )??(${SECRET_KINDS.join("|")})\\]`, "g");

/** A text cut at its masks, for whoever draws them. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(MASK)) {
    const kind = SECRET_KINDS.find((one) => one === match[2]);
    if (kind === undefined) continue;
    if (match.index > end) pieces.push({ mask: false, text: text.slice(end, match.index) });
    pieces.push({ mask: true, text: match[0], kind, of: match[1] ?? null });
    end = match.index + match[0].length;
  }
  if (end < text.length || pieces.length === 0) pieces.push({ mask: false, text: text.slice(end) });
  return pieces;
}
