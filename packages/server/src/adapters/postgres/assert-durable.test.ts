import { expect, test } from "vitest";
import { useDatabase } from "../../../../../tests/support/database.ts";
import { assertDurable, durabilityTrouble } from "./assert-durable.ts";
import { createPool } from "./create-pool.ts";

const safe = { version: "15.3", number: 150_003, encoding: "UTF8", off: [] };
const database = useDatabase("empty");

test("a server with everything on is safe", async () => {
  expect(durabilityTrouble(safe)).toBeUndefined();
  await assertDurable(database().owner);
});

test.each([
  [{ version: "14.9", number: 140_009 }, /PostgreSQL 14\.9, Troth needs 15 or newer: upgrade/],
  [{ encoding: "SQL_ASCII" }, /encoding SQL_ASCII, Troth needs UTF8: make it anew/],
  [{ off: ["fsync"] }, /because fsync is off: turn it on/],
  [{ off: ["fsync", "full_page_writes"] }, /because fsync and full_page_writes are off: turn them on/],
])("a server with %o is refused in one line that says what to do", (change, line) => {
  expect(durabilityTrouble({ ...safe, ...change })).toMatch(line);
});

test("a setting that only this database has off is found", async () => {
  const { rows } = await database().owner.query<{ name: string }>("select current_database() as name");
  await database().owner.query(`alter database ${rows[0]?.name} set synchronous_commit = off`);
  const pool = createPool(database(), { log: () => {} });
  await expect(assertDurable(pool)).rejects.toThrow(/because synchronous_commit is off/);
  await pool.end();
});

test("a database in another encoding is refused", async () => {
  const { owner, connection } = database();
  await owner.query(
    "create database troth_test_ascii encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0",
  );
  const pool = createPool({ connection: { ...connection, database: "troth_test_ascii" } }, { log: () => {} });
  await expect(assertDurable(pool)).rejects.toThrow(/encoding SQL_ASCII/);
  await pool.end();
  await owner.query("drop database troth_test_ascii");
});
