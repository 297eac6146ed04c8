import type { Pool } from "pg";
import { DatabaseRefusal } from "./refusal.ts";

const OLDEST = 150_000;

interface Settings {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
  readonly off: readonly string[] | null;
}

/**
 * Refuses a server on which an acknowledged write may be lost, one older than PostgreSQL 15, and a database whose
 * encoding is not UTF8. Asked over the service's own pool, because a role or database can have settings of its own.
 */
export async function assertDurable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Settings>(`
    select current_setting('server_version') as version,
           current_setting('server_version_num')::int as number,
           current_setting('server_encoding') as encoding,
           (select array_agg(name order by name) from pg_settings
             where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off') as off`);
  const [settings] = rows;
  if (settings === undefined) throw new DatabaseRefusal("The database does not tell its settings.");
  const { version, number, encoding, off } = settings;
  if (number < OLDEST)
    throw new DatabaseRefusal(
      `The database is PostgreSQL ${version}, Troth needs 15 or newer: upgrade the server.`,
    );
  if (encoding !== "UTF8")
    throw new DatabaseRefusal(
      `The database has the encoding ${encoding}, Troth needs UTF8: make it anew with «create database … encoding 'UTF8' template template0».`,
    );
  if (off !== null)
    throw new DatabaseRefusal(
      `The database may lose acknowledged tickets, because ${off.join(" and ")} ${off.length > 1 ? "are" : "is"} off: turn ${off.length > 1 ? "them" : "it"} on and start again.`,
    );
}
