// A program that migrates the database of PG… settings given as JSON, in steps slow enough to be killed in.
import { createPool } from "../../../packages/server/src/adapters/postgres/create-pool.ts";
import { migrate, migrationOf } from "../../../packages/server/src/adapters/postgres/migrate.ts";

const [settings = "{}", ...files] = process.argv.slice(2);
const connection: Record<string, string> = JSON.parse(settings);
const log = (line: string) => process.stdout.write(`${line}\n`);
const pool = createPool({ connection }, { log });
await migrate(
  pool,
  files.map((sql, at) => migrationOf(`${String(at + 1).padStart(4, "0")}_step.sql`, sql)),
  log,
);
await pool.end();
