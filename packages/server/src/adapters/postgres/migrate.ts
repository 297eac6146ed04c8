import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseError, type Pool, type PoolClient } from "pg";
import type { Log } from "./database.ts";
import { messageOf } from "./error-code.ts";
import { DatabaseRefusal } from "./refusal.ts";

/** One numbered step of the schema, forward only. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** An older program cannot work on a database that has it: its first line is `-- breaking`. */
  readonly isBreaking: boolean;
  readonly checksum: string;
}

const FILE = /^(\d{4})_([a-z0-9_-]+)\.sql$/;

/** The steps in a folder, in order; ours when no folder is given. */
export async function readMigrations(folder = join(import.meta.dirname, "migrations")): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).toSorted();
  return Promise.all(
    files.map(async (file) => migrationOf(file, await readFile(join(folder, file), "utf8"))),
  );
}

export function migrationOf(file: string, sql: string): Migration {
  const [, number, name] = FILE.exec(file) ?? [];
  if (number === undefined || name === undefined)
    throw new TypeError(`${file} is not named like 0001_first-step.sql.`);
  const isBreaking = /^--\s*breaking\b/.test(sql);
  return {
    number: Number(number),
    name,
    sql,
    isBreaking,
    checksum: createHash("sha256").update(sql).digest("hex"),
  };
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly is_breaking: boolean;
}

/** Advisory lock of everybody who migrates this database ("trothmig" in ASCII). */
const CLAIM = "8390891576439728487";

const TABLE = `
  create table if not exists public.troth_migration (
    number int primary key,
    name text not null,
    checksum text not null,
    is_breaking boolean not null,
    applied_at bigint not null
  )`;

/**
 * Brings the database to the newest of `migrations` and returns the numbers that it applied. Each step is claimed
 * first and runs in one transaction with its claim, so any number of nodes may start at once and a killed one leaves
 * no half step. Refuses when an applied file was changed, or the database is ahead by a breaking step.
 */
export async function migrate(pool: Pool, migrations: readonly Migration[], log: Log): Promise<number[]> {
  assertInOrder(migrations);
  const done: number[] = [];
  const client = await pool.connect();
  try {
    for (;;) {
      const step = await applyNext(client, migrations, log);
      if (step === undefined) return done;
      log(`Applied migration ${step.number} (${step.name}).`);
      done.push(step.number);
    }
  } finally {
    client.release();
  }
}

function assertInOrder(migrations: readonly Migration[]): void {
  for (const [at, { number }] of migrations.entries())
    if (number !== at + 1) throw new TypeError(`Migration ${number} stands where ${at + 1} is due.`);
}

async function applyNext(
  client: PoolClient,
  migrations: readonly Migration[],
  log: Log,
): Promise<Migration | undefined> {
  await client.query("begin");
  try {
    await client.query(`set local statement_timeout = 0; select pg_advisory_xact_lock(${CLAIM}); ${TABLE}`);
    const { rows } = await client.query<Applied>(
      "select number, name, checksum, is_breaking from public.troth_migration order by number",
    );
    assertFits(rows, migrations, log);
    const next = migrations[rows.length];
    if (next !== undefined) await apply(client, next);
    await client.query("commit");
    return next;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

async function apply(client: PoolClient, step: Migration): Promise<void> {
  await client.query(
    `insert into public.troth_migration (number, name, checksum, is_breaking, applied_at)
     values ($1, $2, $3, $4, (extract(epoch from clock_timestamp()) * 1000)::bigint)`,
    [step.number, step.name, step.checksum, step.isBreaking],
  );
  await client.query(step.sql).catch((error: unknown) => {
    throw new DatabaseRefusal(
      `Migration ${step.number} (${step.name}) failed${lineOf(step.sql, error)} and was undone: ${messageOf(error)}`,
    );
  });
}

function lineOf(sql: string, error: unknown): string {
  const position = error instanceof DatabaseError ? Number(error.position) : Number.NaN;
  return position > 0 ? ` at line ${sql.slice(0, position).split("\n").length}` : "";
}

function assertFits(applied: readonly Applied[], migrations: readonly Migration[], log: Log): void {
  const ahead = applied.slice(migrations.length);
  const changed = applied.find(
    (row, at) =>
      migrations[at] !== undefined && (row.number !== at + 1 || migrations[at].checksum !== row.checksum),
  );
  if (changed !== undefined)
    throw new DatabaseRefusal(
      `Migration ${changed.number} (${changed.name}) was applied to this database with another text than this program has: use the program that belongs to the database.`,
    );
  const breaking = ahead.find((row) => row.is_breaking);
  if (breaking !== undefined)
    throw new DatabaseRefusal(
      `The database was changed by a newer Troth (migration ${breaking.number}, ${breaking.name}) in a way that this one does not understand: start the newer one.`,
    );
  if (ahead.length > 0)
    log(`The database is ${ahead.length} migration(s) ahead of this program; they can work together.`);
}
