import { createHash, randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { useDatabase } from "../../../../../tests/support/database.ts";
import { signInLimit } from "./sign-in-limit.ts";

const database = useDatabase();
const hash = (text: string) => createHash("sha256").update(text).digest();
const OFFICE = "192.0.2.7";

let limit: ReturnType<typeof signInLimit>;
let alias = "";
beforeEach(async () => {
  await database().owner.query("delete from auth.rate_limit");
  limit = signInLimit(database().app, hash);
  alias = randomUUID();
});

/** So many tries, one after the other; how many of them might be made. */
async function tries(count: number, source: string | ((at: number) => string), of = alias): Promise<number> {
  let made = 0;
  for (let at = 0; at < count; at += 1) {
    if (await limit.mayTry({ alias: of, source: typeof source === "string" ? source : source(at) }))
      made += 1;
  }
  return made;
}

const elsewhere = (at: number) => `198.51.${Math.floor(at / 250)}.${at % 250}`;
const later = (ms: number) =>
  database().owner.query(`update auth.rate_limit set "lastRequest" = "lastRequest" - $1::bigint`, [ms]);

test("T24 a source has ten tries for an account in a quarter of an hour, a burst at once too", async () => {
  const burst = Array.from({ length: 30 }, () => limit.mayTry({ alias, source: OFFICE }));
  expect((await Promise.all(burst)).filter((may) => may)).toHaveLength(10);
  await later(15 * 60_000 + 1);
  expect(await tries(1, OFFICE)).toBe(1);
});

test("T24 a stranger's wrong tries leave the owner all of theirs from elsewhere", async () => {
  expect(await tries(40, "203.0.113.9")).toBe(10);
  expect(await tries(10, OFFICE)).toBe(10);
});

test("T24 a source has fifty tries over all accounts", async () => {
  let made = 0;
  for (let at = 0; at < 12; at += 1) made += await tries(5, OFFICE, `account ${at}`);
  expect(made).toBe(50);
});

test("T24 another address of the same IPv6 network is the same source, another network of the same site the same net", async () => {
  expect(await tries(20, (at) => `2001:db8:1:2::${at + 1}`)).toBe(10);
  expect(await tries(80, (at) => `2001:db8:1:${at + 3}::1`)).toBe(40);
});

test("T24 an account tried from a hundred places is slow from new ones, and as ever from where its owner was", async () => {
  await limit.succeeded({ alias, source: OFFICE });
  expect(await tries(100, elsewhere)).toBe(100);
  expect(await tries(5, "203.0.113.9")).toBe(1);
  expect(await tries(10, OFFICE)).toBe(10);
});

test("right passwords use nothing up", async () => {
  for (let at = 0; at < 60; at += 1) {
    const who = { alias: `account ${at}`, source: OFFICE };
    expect(await limit.mayTry(who)).toBe(true);
    await limit.succeeded(who);
  }
  expect(await tries(10, OFFICE)).toBe(10);
});

test("a row is forgotten after its quarter of an hour, a known place after ninety days", async () => {
  await limit.mayTry({ alias, source: OFFICE });
  await limit.succeeded({ alias, source: OFFICE });
  await limit.mayTry({ alias, source: "203.0.113.9" });
  const rows = async () => (await database().owner.query("select key from auth.rate_limit")).rowCount;
  await later(15 * 60_000 + 1);
  await signInLimit(database().app, hash).mayTry({ alias, source: OFFICE });
  expect(await rows()).toBe(2);
  await later(90 * 86_400_000);
  await signInLimit(database().app, hash).mayTry({ alias, source: "203.0.113.9" });
  expect(await rows()).toBe(3);
});

test("no row holds an address", async () => {
  await limit.mayTry({ alias: "ana@nordwind.example", source: OFFICE });
  const { rows } = await database().owner.query("select * from auth.rate_limit");
  expect(JSON.stringify(rows)).not.toMatch(/ana|192\.0\.2/);
});
