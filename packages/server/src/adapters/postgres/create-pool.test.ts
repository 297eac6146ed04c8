import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "../../../../../tests/support/database.ts";
import { createPool } from "./create-pool.ts";
import { ensureRole } from "./ensure-role.ts";

const database = useDatabase("empty");
beforeAll(() => ensureRole(database().owner));

test("an int8 is a number and a date is the text of its day", async () => {
  const { rows } = await database().app.query(
    "select 9007199254740991::int8 as most, '{1,null,-3}'::int8[] as many, '{}'::int8[] as none, date '2024-02-29' as day",
  );
  expect(rows).toEqual([{ most: Number.MAX_SAFE_INTEGER, many: [1, null, -3], none: [], day: "2024-02-29" }]);
});

test("an int8 that a number cannot hold exactly is an error and the connection goes on", async () => {
  const { app } = database();
  await expect(app.query("select 9007199254740993::int8")).rejects.toThrow(/9007199254740993 is too large/);
  expect((await app.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("the service works as the restricted role, and resetting the role does not lead out of it", async () => {
  const { rows } = await database().app.query(
    "select current_user as name, current_setting('is_superuser') as power",
  );
  expect(rows).toEqual([{ name: "troth_app", power: "off" }]);
  await database().app.query("reset role");
  expect((await database().app.query("select current_user as name")).rows).toEqual([{ name: "troth_app" }]);
});

test("a statement that runs too long is cut", async () => {
  const pool = createPool(database(), { statementTimeoutMs: 20, log: () => {} });
  await expect(pool.query("select pg_sleep(10)")).rejects.toThrow(/statement timeout/);
  await pool.end();
});

test("a server that ends a connection is logged and the pool goes on", async () => {
  const lost = Promise.withResolvers<string>();
  const pool = createPool(database(), { log: lost.resolve });
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  await database().owner.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  expect(await lost.promise).toMatch(/connection was lost/);
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test("a role that is no plain name is refused before anything is sent", async () => {
  expect(() => createPool(database(), { role: "x -c fsync=off", log: () => {} })).toThrow(TypeError);
});
