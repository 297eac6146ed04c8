import { assignedSecrets, spokenPasswords } from "./assignments.ts";
import { connectionPasswords } from "./connection-strings.ts";
import { namedInCommands } from "./headers.ts";
import { privateKeys } from "./private-keys.ts";
import type { Secret } from "./secret.ts";
import { vendorSecrets } from "./vendors.ts";

/** The more exact a way of finding, the earlier: it names what others find, too. */
const WAYS = [
  privateKeys,
  vendorSecrets,
  connectionPasswords,
  namedInCommands,
  assignedSecrets,
  spokenPasswords,
];

/** No way finds anything without one of these. Most subjects end here, and lists show many. */
const SIGN = /[:=]|[\w-]{16}|(?:^|\s)-|bearer|pass|pwd|kennwort/i;

/**
 * Secrets in a text, in its order and apart from one another: passwords in connection strings, tokens and keys of known
 * form, private keys, and what stands after a name such as `password`. Placeholders are none. Time grows with the length.
 */
export function secretsIn(text: string): readonly Secret[] {
  if (!SIGN.test(text)) return [];
  const found = WAYS.flatMap((way, rank) => way(text).map((secret) => ({ secret, rank })));
  const apart: { secret: Secret; rank: number }[] = [];
  for (const next of found.toSorted((a, b) => a.secret.start - b.secret.start || a.rank - b.rank)) {
    const last = apart.at(-1);
    if (last && next.secret.start < last.secret.end) apart[apart.length - 1] = joined(last, next);
    else apart.push(next);
  }
  return apart.map(({ secret }) => secret);
}

type Ranked = { readonly secret: Secret; readonly rank: number };

function joined(a: Ranked, b: Ranked): Ranked {
  const exact = b.rank < a.rank ? b : a;
  const end = Math.max(a.secret.end, b.secret.end);
  return { rank: exact.rank, secret: { ...exact.secret, start: a.secret.start, end } };
}
