import { assignedSecrets, spokenPasswords } from "./assignments.ts";
import { commandPasswords } from "./commands.ts";
import { connectionPasswords } from "./connection-strings.ts";
import { sessionSecrets } from "./cookies.ts";
import { namedInCommands } from "./headers.ts";
import { plainOf } from "./plain.ts";
import { privateKeys } from "./private-keys.ts";
import type { Secret } from "./secret.ts";
import { databasePasswords } from "./sql.ts";
import { partedSecrets, tabledSecrets } from "./tables.ts";
import { vendorSecrets } from "./vendors.ts";

/** The more exact a way of finding, the earlier: it names what others find, too. */
const WAYS = [
  privateKeys,
  vendorSecrets,
  connectionPasswords,
  databasePasswords,
  namedInCommands,
  commandPasswords,
  sessionSecrets,
  assignedSecrets,
  partedSecrets,
  tabledSecrets,
  spokenPasswords,
];

/** No way finds anything without one of these. Most subjects end here, and lists show many. */
const SIGN =
  /[:=|<]|[\w-]{16}|(?:^|\s)-|[$"']|bearer|pass|pwd?\b|kennwort|senha|contrase|wachtwoord|token|secret|rabbitmqctl/i;

/**
 * Secrets in a text, in its order and apart from one another: passwords in connection strings, tokens and keys of known
 * form, private keys, and what stands after a name such as `password`. Placeholders are none. Time grows with the length.
 */
export function secretsIn(written: string): readonly Secret[] {
  const { text, placeOf } = plainOf(written);
  return apartIn(text).map((secret) => ({
    ...secret,
    start: placeOf(secret.start),
    end: placeOf(secret.end - 1) + 1,
  }));
}

function apartIn(text: string): readonly Secret[] {
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
