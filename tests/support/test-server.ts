import { startEmbedded } from "../../packages/server/src/adapters/postgres/connect-embedded.ts";
import { connectServer } from "../../packages/server/src/adapters/postgres/connect-server.ts";
import { createPool } from "../../packages/server/src/adapters/postgres/create-pool.ts";
import type { Database } from "../../packages/server/src/adapters/postgres/database.ts";
import { ensureRole } from "../../packages/server/src/adapters/postgres/ensure-role.ts";
import { migrate, readMigrations } from "../../packages/server/src/adapters/postgres/migrate.ts";

/** How a worker of the test runner reaches the database server: plain values that cross a process border. */
export interface TestConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** What a test database starts as: with our schema, or with nothing in it. */
export type Start = "migrated" | "empty";

export interface TestServer {
  readonly connection: TestConnection;
  /** The database to copy. */
  template(start: Start): Promise<string>;
  stop(): Promise<void>;
}

/** Where a worker of the test runner finds the server, and which database to copy. */
export interface Reachable {
  readonly connection: TestConnection;
  readonly template: string;
}

const silent = () => {};

/** The embedded PostgreSQL in `dataDir`, or the server that TROTH_TEST_DATABASE_URL names. */
export async function startTestServer(dataDir: string): Promise<TestServer> {
  const url = process.env.TROTH_TEST_DATABASE_URL;
  const database =
    url === undefined ? await startEmbedded({ dataDir, log: silent }) : await connectServer(url);
  const connection = plain(database);
  const name = `troth_test_${process.pid}_template`;
  let migrated: Promise<string> | undefined;
  return {
    connection,
    template(start) {
      if (start === "empty") return Promise.resolve("template0");
      migrated ??= makeTemplate(connection, name);
      return migrated;
    },
    async stop() {
      await inDatabase(connection, (run) => run(`drop database if exists ${name} with (force)`));
      await database.stop();
    },
  };
}

async function makeTemplate(connection: TestConnection, name: string): Promise<string> {
  await inDatabase(connection, (run) => run(`create database ${name} template template0 encoding 'UTF8'`));
  await migrateTemplate({ ...connection, database: name });
  return name;
}

async function migrateTemplate(connection: TestConnection): Promise<void> {
  const owner = createPool({ connection }, { max: 1, log: silent });
  try {
    await ensureRole(owner);
    await migrate(owner, await readMigrations(), silent);
  } finally {
    await owner.end();
  }
}

/** Runs statements on a connection of their own. */
export async function inDatabase(
  connection: TestConnection,
  act: (run: (sql: string) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const pool = createPool({ connection }, { max: 1, log: silent });
  try {
    await act((sql) => pool.query(sql));
  } finally {
    await pool.end();
  }
}

function plain({ connection }: Database): TestConnection {
  const { host = "", port = 5432, user = "", password, database = "" } = connection;
  return { host, port, user, password: typeof password === "string" ? password : "", database };
}
