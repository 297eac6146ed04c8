import { expect, test } from "vitest";
import { type Door, done } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";

const world = useCast({});

const open = async (door: Door, description: string) =>
  (await done(door, "openTicket", { body: { category: "issue", description } })).number;
const found = async (door: Door, find: string) =>
  (await done(door, "listTickets", { query: { find } })).tickets.map(({ number }) => number);

test("a customer finds tickets by number, subject or project, never another's", async () => {
  const { owner, teammate, restricted, stranger } = world().cast;
  const number = await open(owner, "Quokka import stops at forty rows");
  await open(owner, "Something else");
  const foreign = await open(stranger, "Quokka of another customer");
  for (const find of ["quokka", "  ROWS quokka ", `#${number}`, String(number)])
    expect([find, await found(teammate, find)]).toEqual([find, [number]]);
  expect(await found(teammate, "quokka nowhere")).toEqual([]);
  expect(await found(teammate, String(foreign))).toEqual([]);
  expect(await found(restricted, "quokka")).toEqual([]);
  expect(await found(stranger, "quokka")).toEqual([foreign]);
  expect((await found(owner, " ")).length).toBeGreaterThan(1);
});

test("what is looked for may be odd: signs of patterns find themselves", async () => {
  const { owner } = world().cast;
  const number = await open(owner, "100 % of (all) [rows] .* fail");
  for (const find of ["%", "(all)", "[rows]", ".*"]) expect(await found(owner, find)).toEqual([number]);
  expect(await found(owner, "_%_")).toEqual([]);
});
