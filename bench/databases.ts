import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { startEmbedded } from "../packages/server/src/adapters/postgres/connect-embedded.ts";
import { createPool } from "../packages/server/src/adapters/postgres/create-pool.ts";
import type { Database } from "../packages/server/src/adapters/postgres/database.ts";

/** The one PostgreSQL that the desk and the floor share. */
export type Server = {
  /** Address of one of its databases, as DATABASE_URL has it. */
  readonly url: (database: string) => string;
  /** A pool that owns the tables: row-level security does not hold it. */
  readonly owner: (database: string) => Pool;
  readonly copy: (from: string, to: string) => Promise<void>;
  readonly create: (database: string) => Promise<void>;
  readonly checkpoint: () => Promise<void>;
  readonly postmaster: number;
  /** Working folder of all its processes. */
  readonly cluster: string;
  readonly stop: () => Promise<void>;
};

const quiet = (): void => {};

export async function startServer(folder: string): Promise<Server> {
  const database = await startEmbedded({ dataDir: folder, log: quiet });
  const own = createPool(database, { max: 1, statementTimeoutMs: 0, log: quiet });
  const cluster = join(folder, "postgres", "cluster");
  return {
    url: (name) => connectionUrl(database, name),
    owner: (name) =>
      createPool(
        { connection: { ...database.connection, database: name } },
        { max: 1, statementTimeoutMs: 0, log: quiet },
      ),
    create: async (name) => void (await own.query(`create database ${name} template template0`)),
    copy: async (from, to) =>
      void (await own.query(`create database ${to} template ${from} strategy file_copy`)),
    checkpoint: async () => void (await own.query("checkpoint")),
    postmaster: Number.parseInt(readFileSync(join(cluster, "postmaster.pid"), "utf8"), 10),
    cluster,
    async stop() {
      await own.end();
      await database.stop();
    },
  };
}

/** Address of one of a server's databases, as DATABASE_URL has it. */
export function connectionUrl({ connection }: Pick<Database, "connection">, name: string): string {
  const { host = "", user = "", password } = connection;
  const secret = typeof password === "string" ? password : "";
  return `postgresql://${user}:${encodeURIComponent(secret)}@localhost/${name}?host=${encodeURIComponent(host)}`;
}
