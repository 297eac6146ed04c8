import { Pool, TypeOverrides } from "pg";
import type { Database, Log } from "./database.ts";

export interface PoolOptions {
  /** Role that every connection takes on, such as `troth_app`; absent: the owner of the schema. */
  readonly role?: string;
  /** Schema that unqualified names mean. */
  readonly searchPath?: string;
  /**
   * Every statement is named and reads the same rows whatever its values are, so it is planned once a connection.
   * Left alone, the server would plan some of them anew each time, which takes longer than running them.
   */
  readonly plansOnce?: boolean;
  readonly applicationName?: string;
  readonly max?: number;
  /** The server cuts a statement after this long; 0 lets it run. */
  readonly statementTimeoutMs?: number;
  readonly log: Log;
}

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const PLAIN_NAME = /^[a-z_][a-z0-9_]*$/;

/** An int8 as a number; one that a number cannot hold exactly is an error, never rounded. */
function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The integer ${text} is too large to be exact.`);
  return value;
}

/** Wire types of every connection: int8 → number, date → string; the rest as pg has it. */
export const wireTypes = new TypeOverrides();
wireTypes.setTypeParser(INT8, exactNumber);
wireTypes.setTypeParser(INT8_ARRAY, (text: string) =>
  text === "{}"
    ? []
    : text
        .slice(1, -1)
        .split(",")
        .map((item) => (item === "NULL" ? null : exactNumber(item))),
);
wireTypes.setTypeParser(DATE, (text: string) => text);

/** The only way to a pool: roles, time limits and wire types are the same wherever the database runs. */
export function createPool(database: Pick<Database, "connection">, options: PoolOptions): Pool {
  const { role, searchPath, applicationName = "troth", max = 10, statementTimeoutMs = 30_000, log } = options;
  const planCacheMode = options.plansOnce ? "force_generic_plan" : undefined;
  const pool = new Pool({
    ...database.connection,
    ...startupOptions({ role, search_path: searchPath, plan_cache_mode: planCacheMode }),
    types: wireTypes,
    application_name: applicationName,
    max,
    statement_timeout: statementTimeoutMs,
    // A process that stands still in the middle of a transaction gives back what it holds.
    idle_in_transaction_session_timeout: 15_000,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // Without a listener, a server that goes away takes the whole process with it.
  pool.on("error", (error) => log(`A database connection was lost: ${error.message}`));
  // The pool listens to idle connections only; one that dies between two statements is told to nobody else.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Settings that hold from the first statement on, such as the role; their values are plain names. */
function startupOptions(settings: Record<string, string | undefined>): { options?: string } {
  const given = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  for (const [name, value] of given) {
    if (!PLAIN_NAME.test(value)) throw new TypeError(`«${value}» is not a plain name for ${name}.`);
  }
  return given.length === 0 ? {} : { options: given.map(([name, value]) => `-c ${name}=${value}`).join(" ") };
}
