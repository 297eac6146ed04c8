import { beforeEach, expect, test } from "vitest";
import { openDatabase, useDatabase } from "../../../../../tests/support/database.ts";
import { createPool } from "./create-pool.ts";
import { ensureRole } from "./ensure-role.ts";
import { type Migration, migrate, migrationOf, readMigrations } from "./migrate.ts";

const database = useDatabase("empty");
const silent = () => {};

const first = migrationOf(
  "0001_tickets.sql",
  "create table ticket (id int);\ninsert into ticket values (1);",
);
const second = migrationOf("0002_more.sql", "insert into ticket values (2);");
const breaking = migrationOf(
  "0002_rename.sql",
  "-- breaking: readers must know the new name\nalter table ticket rename to case_;",
);

beforeEach(async () => {
  await database().owner.query("drop schema public cascade; create schema public");
});

const apply = (steps: readonly Migration[], log: (line: string) => void = silent) =>
  migrate(database().owner, steps, log);

async function tickets(): Promise<unknown[]> {
  const { rows } = await database().owner.query<{ id: number }>("select id from ticket order by id");
  return rows.map(({ id }) => id);
}

test("steps are applied in order, once", async () => {
  expect(await apply([first, second])).toEqual([1, 2]);
  expect(await apply([first, second])).toEqual([]);
  expect(await tickets()).toEqual([1, 2]);
});

test("our own steps bring an empty database to the newest schema", async () => {
  const steps = await readMigrations();
  const own = await openDatabase("empty");
  await ensureRole(own.owner);
  expect(await migrate(own.owner, steps, silent)).toEqual(steps.map(({ number }) => number));
  await own.stop();
});

test("a step that fails is undone whole and names its line; the steps before it stay", async () => {
  const bad = migrationOf("0002_bad.sql", "insert into ticket values (9);\nselect nonsense;");
  await expect(apply([first, bad])).rejects.toThrow(
    /Migration 2 \(bad\) failed at line 2 and was undone: .*nonsense/,
  );
  expect(await tickets()).toEqual([1]);
  expect(await apply([first, second])).toEqual([2]);
});

test("nodes that start at once apply each step once", async () => {
  const pools = Array.from({ length: 6 }, () => createPool(database(), { log: silent }));
  const applied = await Promise.all(pools.map((pool) => migrate(pool, [first, second], silent)));
  expect(applied.flat().toSorted((a, b) => a - b)).toEqual([1, 2]);
  expect(await tickets()).toEqual([1, 2]);
  await Promise.all(pools.map((pool) => pool.end()));
});

test("a file that was changed after it was applied is refused", async () => {
  await apply([first]);
  const changed = migrationOf("0001_tickets.sql", `${first.sql} -- changed`);
  await expect(apply([changed])).rejects.toThrow(/Migration 1 \(tickets\) was applied .* with another text/);
});

test("an older program works on beside a mild change and says so", async () => {
  await apply([first, second]);
  const lines: string[] = [];
  expect(await apply([first], (line) => lines.push(line))).toEqual([]);
  expect(lines).toEqual([expect.stringMatching(/1 migration\(s\) ahead/)]);
});

test("an older program refuses a database that has had a breaking change since", async () => {
  await apply([first, breaking]);
  await expect(apply([first])).rejects.toThrow(/newer Troth \(migration 2, rename\).*start the newer one/);
});

test("a gap or a strange name among the files is the programmer's error", async () => {
  await expect(apply([first, migrationOf("0003_late.sql", "select 1")])).rejects.toThrow(
    /Migration 3 stands where 2 is due/,
  );
  expect(() => migrationOf("tickets.sql", "")).toThrow(/not named like/);
});
