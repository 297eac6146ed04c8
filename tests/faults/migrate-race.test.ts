import { once } from "node:events";
import { beforeEach, expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { killProgram, runProgram } from "./support/embedded.ts";

const database = useDatabase("empty");
const soon = { timeout: 14_000, interval: 5 };

const STEPS = [
  "create table step (number int); insert into step values (1)",
  "insert into step values (2); select pg_sleep(0.5); insert into step values (22)",
  "insert into step values (3)",
];

beforeEach(() => database().owner.query("drop table if exists step, troth_migration"));

function migrator() {
  const { host, port, user, password, database: name } = database().connection;
  const settings = JSON.stringify({ host, port, user, password, database: name });
  return runProgram("migrator.ts", settings, ...STEPS);
}

async function stepsTaken(): Promise<unknown[]> {
  const { rows } = await database().owner.query<{ number: number }>(
    "select number from step order by number",
  );
  return rows.map(({ number }) => number);
}

test("two processes that migrate at once take every step once between them", async () => {
  const both = [migrator(), migrator()];
  const codes = await Promise.all(both.map(({ child }) => once(child, "close")));
  expect(codes).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(both.flatMap(({ lines }) => lines()).toSorted()).toEqual(
    ["1", "2", "3"].map((number) => `Applied migration ${number} (step).`),
  );
  expect(await stepsTaken()).toEqual([1, 2, 3, 22]);
});

test("a process killed with -9 in the middle of a step leaves none of it, and the next one takes it whole", async () => {
  const killed = migrator();
  const inTheStep =
    "select from pg_stat_activity where query like '%pg_sleep(0.5)%' and pid <> pg_backend_pid()";
  await expect.poll(async () => (await database().owner.query(inTheStep)).rowCount, soon).toBe(1);
  await killProgram(killed.child);
  const next = migrator();
  expect(await once(next.child, "close")).toEqual([0, null]);
  expect(next.lines()).toEqual(["Applied migration 2 (step).", "Applied migration 3 (step)."]);
  expect(await stepsTaken()).toEqual([1, 2, 3, 22]);
});
