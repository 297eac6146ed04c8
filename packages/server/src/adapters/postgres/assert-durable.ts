import type { Pool } from "pg";
import { DatabaseRefusal } from "./refusal.ts";

const OLDEST = 150_000;

/** What a server says of itself. */
export interface Durability {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
  /** Names of the settings that are off and must be on. */
  readonly off: readonly string[];
}

/** Why an acknowledged write would not be safe on such a server, and what to do; undefined when it is. */
export function durabilityTrouble({ version, number, encoding, off }: Durability): string | undefined {
  if (number < OLDEST)
    return `The database is PostgreSQL ${version}, Troth needs 15 or newer: upgrade the server.`;
  if (encoding !== "UTF8")
    return `The database has the encoding ${encoding}, Troth needs UTF8: make it anew with «create database … encoding 'UTF8' template template0».`;
  if (off.length === 0) return undefined;
  const [are, them] = off.length > 1 ? ["are", "them"] : ["is", "it"];
  return `The database may lose acknowledged tickets, because ${off.join(" and ")} ${are} off: turn ${them} on and start again.`;
}

/** Refuses an unsafe server. Asked over the service's own pool: a role or a database can have settings of its own. */
export async function assertDurable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Durability>(`
    select current_setting('server_version') as version,
           current_setting('server_version_num')::int as number,
           current_setting('server_encoding') as encoding,
           array(select name::text from pg_settings
                  where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'
                  order by name) as off`);
  const trouble =
    rows[0] === undefined ? "The database does not tell its settings." : durabilityTrouble(rows[0]);
  if (trouble !== undefined) throw new DatabaseRefusal(trouble);
}
