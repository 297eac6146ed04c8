import { afterAll, beforeAll, expect, test } from "vitest";
import { done } from "./support/ask.ts";
import { fillCast, type World } from "./support/cast.ts";
import { openDesk, type TestDesk } from "./support/desk.ts";

let world: World | undefined;
let later: TestDesk | undefined;
beforeAll(async () => {
  const first = await openDesk();
  world = { ...first, cast: await fillCast(first) };
}, 60_000);
afterAll(async () => {
  await later?.stop();
  await world?.stop();
}, 60_000);

test("P129 a version whose text a later compiler refuses stays readable, and its tickets keep their promise", async () => {
  if (!world) throw new Error("The desk is there only while tests run.");
  const { cast, database, clock, origin } = world;
  const body = { category: "issue", severity: "2", description: "Down" };
  const opened = await done(cast.owner, "openTicket", { body });
  const page = await (await fetch(`${origin}/support`)).text();
  const refused = JSON.stringify({ "policy.yaml": "policy: [", "page.md": "" });
  await database.owner.query("update troth.policy_version set files = $1", [refused]);

  later = await openDesk({ database, clock });
  const at = (door: typeof cast.owner) => ({ ...door, origin: later?.origin ?? "" });
  expect(await (await fetch(`${later.origin}/support`)).text()).toBe(page);
  const read = await done(at(cast.owner), "readTicket", { params: { number: opened.number } });
  expect(read.promises[0]).toEqual(opened.promise);
  const again = await done(at(cast.owner), "openTicket", { body });
  expect(again.promise?.target).toEqual(opened.promise?.target);
  const receipt = await done(at(cast.owner), "readReceipt", { params: { number: again.number } });
  expect(receipt.rows.length).toBeGreaterThan(0);
});
