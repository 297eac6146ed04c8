import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import type { Pool } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { createPool } from "../../packages/server/src/adapters/postgres/create-pool.ts";
import type { Database } from "../../packages/server/src/adapters/postgres/database.ts";
import { APP_ROLE } from "../../packages/server/src/adapters/postgres/ensure-role.ts";
import { inDatabase, type Reachable, type Start } from "./test-server.ts";

/** A database of one's own. */
export interface TestDatabase extends Database {
  /** As the owner of the schema, whom row-level security does not hold. */
  readonly owner: Pool;
  /** As the service: with the restricted role. */
  readonly app: Pool;
}

/** A fresh copy of the template; `stop` drops it. */
export async function openDatabase(start: Start = "migrated"): Promise<TestDatabase> {
  const { connection, template } = await askForServer(start);
  const name = `troth_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await inDatabase(connection, (run) => run(`create database ${name} template ${template}`));
  const own = { connection: { ...connection, database: name } };
  const log = () => {};
  const owner = createPool(own, { max: 2, log });
  const app = createPool(own, { role: APP_ROLE, log });
  return {
    ...own,
    kind: "server",
    address: `test database ${name}`,
    adopted: true,
    owner,
    app,
    async stop() {
      await Promise.all([owner.end(), app.end()]);
      await inDatabase(connection, (run) => run(`drop database if exists ${name} with (force)`));
    },
  };
}

/** For the top of a test file: a database for all its tests, dropped after the last. */
export function useDatabase(start: Start = "migrated"): () => TestDatabase {
  let open: TestDatabase | undefined;
  beforeAll(async () => {
    open = await openDatabase(start);
  }, 60_000);
  afterAll(async () => {
    await open?.stop();
  });
  return () => {
    if (open === undefined) throw new Error("The test database is there only while tests run.");
    return open;
  };
}

async function askForServer(start: Start): Promise<Reachable> {
  const answer = await new Promise<string>((resolve, reject) => {
    request({ socketPath: inject("databaseDoor"), path: `/${start}`, agent: false }, (response) => {
      text(response).then(
        (body) => (response.statusCode === 200 ? resolve(body) : reject(new Error(body))),
        reject,
      );
    })
      .once("error", reject)
      .end();
  });
  const server: Reachable = JSON.parse(answer);
  return server;
}
