import type { Pool } from "pg";
import { sourceOf } from "./source-of.ts";

/** Who tries to sign in, in keyed hashes: the account's alias and where the try comes from. */
export type Try = { readonly alias: string; readonly source: string };

const WINDOW_MS = 15 * 60_000;
/** Wrong tries a window of one source for one account. */
const PAIR_TRIES = 10;
/** Wrong tries a window of one net, whatever the accounts. */
const NET_TRIES = 50;
/** Wrong tries a window for one account from places it was never signed in from; then each has one try. */
const ACCOUNT_TRIES = 100;
/** A place that somebody signed in from is known this long: no stranger's tries hold it up. */
const KNOWN_MS = 90 * 86_400_000;
const FORGET_EVERY_MS = 60_000;

/** What the rows of auth.rate_limit are called by; no address is in them, of mail or of the network. */
export type Hash = (text: string) => Buffer;

/**
 * Counts tries to sign in over all nodes, in auth.rate_limit. A stranger's tries never lock the owner of an account
 * out from elsewhere (T24): what ends for all is one source's allowance, never the account's.
 */
export function signInLimit(pool: Pool, hash: Hash) {
  let forgottenAt = 0;

  const keysOf = ({ alias, source }: Try) => {
    const { place, net } = sourceOf(source);
    const key = (kind: string, text: string) => `sign-in ${kind} ${hash(text).toString("hex")}`;
    return {
      pair: key("pair", `${alias} ${place}`),
      known: key("known", `${alias} ${place}`),
      net: key("net", net),
      account: key("account", alias),
    };
  };

  /** Counts one more and gives the sum of the window, in one statement: of a burst each gets its own number. */
  async function count(key: string): Promise<number> {
    const { rows } = await pool.query<{ count: number }>(
      `insert into auth.rate_limit as r (id, key, count, "lastRequest") values ($1, $1, 1, troth.now_ms())
       on conflict (key) do update set
         count = case when r."lastRequest" < troth.now_ms() - $2::bigint then 1 else r.count + 1 end,
         "lastRequest" = case when r."lastRequest" < troth.now_ms() - $2::bigint then troth.now_ms() else r."lastRequest" end
       returning count`,
      [key, WINDOW_MS],
    );
    return rows[0]?.count ?? 0;
  }

  async function isKnown(key: string): Promise<boolean> {
    const { rowCount } = await pool.query(
      `select from auth.rate_limit where key = $1 and "lastRequest" > troth.now_ms() - $2::bigint`,
      [key, KNOWN_MS],
    );
    return rowCount === 1;
  }

  async function forget(): Promise<void> {
    if (performance.now() - forgottenAt < FORGET_EVERY_MS && forgottenAt > 0) return;
    forgottenAt = performance.now();
    await pool.query(
      `delete from auth.rate_limit where "lastRequest" < troth.now_ms()
         - case when key like 'sign-in known %' then $2::bigint else $1::bigint end`,
      [WINDOW_MS, KNOWN_MS],
    );
  }

  return {
    /** Counts a try before it is made; false when this source has none left for now. */
    async mayTry(who: Try): Promise<boolean> {
      await forget();
      const keys = keysOf(who);
      const tries = await count(keys.pair);
      if (tries > PAIR_TRIES) return false;
      if (await isKnown(keys.known)) return true;
      if ((await count(keys.net)) > NET_TRIES) return false;
      return (await count(keys.account)) <= ACCOUNT_TRIES || tries === 1;
    },
    /** The password was right: this try counts for nothing, and the place is known from now on. */
    async succeeded(who: Try): Promise<void> {
      const { pair, net, account, known } = keysOf(who);
      await pool.query(`delete from auth.rate_limit where key = $1`, [pair]);
      await pool.query(
        `update auth.rate_limit set count = count - 1 where key in ($1, $2) and count > 0
           and not exists (select from auth.rate_limit where key = $3)`,
        [net, account, known],
      );
      await pool.query(
        `insert into auth.rate_limit (id, key, count, "lastRequest") values ($1, $1, 1, troth.now_ms())
         on conflict (key) do update set "lastRequest" = excluded."lastRequest"`,
        [known],
      );
    },
  };
}
