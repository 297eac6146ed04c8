import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assertDurable } from "../../packages/server/src/adapters/postgres/assert-durable.ts";
import { createPool } from "../../packages/server/src/adapters/postgres/create-pool.ts";
import {
  clusterOf,
  dataIn,
  freshFolder,
  memoryMb,
  modeOf,
  poolOf,
  processesOn,
  seededData,
  start,
} from "./support/embedded.ts";

test("a new folder becomes a durable database that only its owner reaches, without a TCP port", async () => {
  const data = dataIn(freshFolder());
  const database = await start(data);
  expect(database).toMatchObject({ kind: "embedded", adopted: false });
  const pool = poolOf(database);
  await assertDurable(pool);
  const { rows } = await pool.query(
    "select current_setting('listen_addresses') as tcp, current_setting('data_checksums') as checksums",
  );
  expect(rows).toEqual([{ tcp: "", checksums: "on" }]);
  expect(modeOf(join(data, "postgres"))).toBe("700");
  expect(modeOf(join(data, "postgres", "run"))).toBe("700");
  expect(modeOf(join(data, "postgres", "password"))).toBe("600");
  const rules = readFileSync(join(clusterOf(data), "pg_hba.conf"), "utf8").split("\n");
  const methods = rules.filter((line) => /^\w/.test(line)).map((line) => line.split(/\s+/).at(-1));
  expect(new Set(methods)).toEqual(new Set(["scram-sha-256"]));
});

test("stopping leaves no process, and what was written is there at the next start", async () => {
  const data = await seededData();
  const first = await start(data);
  await poolOf(first).query("create table kept as select 1 as one");
  expect(processesOn(data).length).toBeGreaterThan(0);
  await first.stop();
  expect(processesOn(data)).toEqual([]);
  const second = await start(data);
  expect(second.adopted).toBe(false);
  expect((await poolOf(second).query("select one from kept")).rows).toEqual([{ one: 1 }]);
});

test("two starters at once on one new folder share one server, and the last to leave ends it", async () => {
  const data = dataIn(freshFolder());
  const [one, two] = await Promise.all([start(data), start(data)]);
  await poolOf(one).query("create table shared as select 1 as one");
  expect((await poolOf(two).query("select one from shared")).rows).toEqual([{ one: 1 }]);
  await one.stop();
  expect((await poolOf(two).query("select one from shared")).rows).toEqual([{ one: 1 }]);
  await two.stop();
  expect(processesOn(data)).toEqual([]);
});

test("whoever starts while others leave never finds the server taken from under him", async () => {
  const data = await seededData();
  const visit = async (visitor: number) => {
    const database = await start(data);
    const pool = createPool(database, { log: () => {} });
    const { rows } = await pool.query<{ visitor: number }>("select $1::int as visitor", [visitor]);
    await pool.end();
    await database.stop();
    return rows[0]?.visitor;
  };
  const visits = Array.from({ length: 4 }, async (_, lane) => {
    const seen = [];
    for (let turn = 0; turn < 5; turn += 1) seen.push(await visit(lane));
    return seen;
  });
  expect(await Promise.all(visits)).toEqual([0, 1, 2, 3].map((lane) => [lane, lane, lane, lane, lane]));
  expect(processesOn(data)).toEqual([]);
});

test("a data folder with a long path gets a short socket path that only its owner reaches", async () => {
  const folder = join(freshFolder(), "a".repeat(60), "b".repeat(60));
  mkdirSync(folder, { recursive: true });
  const database = await start(dataIn(folder));
  const { host = "" } = database.connection;
  expect(host).toMatch(/^\/tmp\/troth-[0-9a-f]{20}$/);
  expect(modeOf(host)).toBe("700");
  expect((await poolOf(database).query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("an idle server is small", async () => {
  const data = await seededData();
  const pool = poolOf(await start(data));
  await Promise.all(Array.from({ length: 10 }, () => pool.query("select count(*) from pg_class")));
  expect(memoryMb(processesOn(data))).toBeLessThan(100);
});
