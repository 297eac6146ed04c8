import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import type { Pool } from "pg";
import { expect, test } from "vitest";
import {
  clusterOf,
  dataIn,
  freshFolder,
  killProgram,
  poolOf,
  postmasterPid,
  runProgram,
  seededData,
  start,
} from "./support/embedded.ts";

const soon = { timeout: 14_000, interval: 5 };

/** Kills the postmaster and waits for its successor: its backends may work on for a moment. */
async function killPostmaster(data: string): Promise<void> {
  const killed = postmasterPid(data);
  process.kill(killed, "SIGKILL");
  await expect.poll(() => postmasterPid(data), soon).not.toBe(killed);
}

async function expectWritten(pool: Pool, acknowledged: readonly number[]): Promise<void> {
  const { rows } = await pool.query<{ number: number }>("select number from written");
  const there = new Set(rows.map((row) => row.number));
  expect(acknowledged.filter((number) => !there.has(number))).toEqual([]);
  expect(there.size).toBe(rows.length);
}

test("F3: the postmaster killed with -9, 20 times while rows are written: no acknowledged row is missing, none is double", async () => {
  const data = await seededData();
  const pool = poolOf(await start(data));
  await pool.query("create table written (number int)");
  const acknowledged: number[] = [];
  const round = { number: 0, isOver: false };
  const writing = (async () => {
    for (let number = 1; !round.isOver; number += 1) {
      const result = await pool.query("insert into written values ($1)", [number]).catch(() => undefined);
      if (result?.rowCount === 1) acknowledged.push(number);
      else await after(10);
    }
  })();
  const moreRows = async () => {
    const before = acknowledged.length;
    await expect.poll(() => acknowledged.length, soon).toBeGreaterThan(before + 20);
  };
  for (; round.number < 20; round.number += 1) {
    await moreRows();
    await killPostmaster(data);
  }
  await moreRows();
  round.isOver = true;
  await writing;
  await expectWritten(pool, acknowledged);
}, 120_000);

test("F1: node killed with -9 while it writes: the next one adopts the server and finds every acknowledged row", async () => {
  const data = await seededData();
  const acknowledged: number[] = [];
  for (let round = 1; round <= 8; round += 1) {
    const { child, lines } = runProgram("writer.ts", data, String(round * 1_000_000));
    await expect.poll(() => lines().length, soon).toBeGreaterThan(20);
    await killProgram(child);
    acknowledged.push(...lines().map(Number));
  }
  const database = await start(data);
  expect(database.adopted).toBe(true);
  await expectWritten(poolOf(database), acknowledged);
}, 60_000);

test("a backend that outlived its postmaster and computes on does not keep the database down", async () => {
  const data = await seededData();
  const pool = poolOf(await start(data));
  const busy = pool.query("select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b");
  const cut = expect(busy).rejects.toThrow();
  const others =
    "select from pg_stat_activity where query like '%generate_series%' and pid <> pg_backend_pid()";
  await expect.poll(async () => (await pool.query(others)).rowCount, soon).toBe(1);
  await killPostmaster(data);
  await cut;
  await expect
    .poll(
      () =>
        pool.query("select").then(
          ({ rowCount }) => rowCount,
          () => 0,
        ),
      soon,
    )
    .toBe(1);
});

test("a pid file left by kill -9 whose number now belongs to another program does not keep the database down", async () => {
  const data = await seededData();
  writeFileSync(
    join(clusterOf(data), "postmaster.pid"),
    `${process.ppid}\n${clusterOf(data)}\n1\n5432\n\n\n`,
  );
  expect((await poolOf(await start(data)).query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("a first start that was killed half way leaves nothing in the way of the next", async () => {
  const data = dataIn(freshFolder());
  const { child } = runProgram("writer.ts", data);
  const isMaking = () =>
    existsSync(data) && readdirSync(data).some((name) => name.startsWith("postgres.new-"));
  await expect.poll(isMaking, soon).toBe(true);
  await killProgram(child);
  await poolOf(await start(data)).query("select");
  expect(readdirSync(data).toSorted()).toEqual(["TROTH", "postgres"]);
});
