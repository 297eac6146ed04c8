import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00Z";
const clock = new TestClock(MONDAY);
const world = useCast({ clock });
beforeEach(() => clock.set(MONDAY));

const open = async (door: Door, description: string) =>
  (await done(door, "openTicket", { body: { category: "issue", description, severity: "3" } })).number;
const ending = (number: number, detail: string) => ({
  params: { number },
  body: { outcome: "duplicate", detail, message: "We go on in the other one." },
});
const linksOf = async (door: Door, number: number) =>
  (await done(door, "readTicket", { params: { number } })).proceedings.links;

describe("a ticket that is the same as another", () => {
  test("is refused for what is no ticket, for itself, for another customer's, for a merged and for a hidden one", async () => {
    const { owner, stranger, agent } = world().cast;
    const number = await open(owner, "The restore stops");
    const merged = await open(owner, "The restore hangs");
    const foreign = await open(stranger, "Ours stops too");
    const few = await open(owner, "Somebody reads our tables");
    await done(owner, "restrictTicket", { params: { number: few }, body: { isRestricted: true } });
    const read = (ticket: number) => done(agent, "readDeskTicket", { params: { number: ticket } });
    const seen = { sawVersion: (await read(merged)).version, sawSurvivor: (await read(number)).version };
    await done(agent, "mergeTickets", { params: { number: merged }, body: { into: number, ...seen } });
    const details = [
      "no ticket",
      "99999999",
      "9999999999",
      String(number),
      String(foreign),
      String(merged),
      String(few),
    ];
    for (const detail of details) {
      const { status, fields } = await refused(agent, "resolveTicket", ending(number, detail));
      expect([detail, status, fields?.map(({ path }) => path)]).toEqual([detail, 422, ["detail"]]);
    }
    expect((await read(number)).state).not.toBe("resolved");
  });

  test("P051 ends with its number, and both name each other", async () => {
    const { owner, agent } = world().cast;
    const [number, other] = [await open(owner, "Restore stops"), await open(owner, "Restore stops again")];
    await done(agent, "resolveTicket", ending(number, ` #${other} `));
    expect(await linksOf(owner, number)).toMatchObject([{ number: other, relation: "duplicate-of" }]);
    expect(await linksOf(owner, other)).toMatchObject([{ number, relation: "has-duplicate" }]);
    const { timeline } = await done(owner, "readTicket", { params: { number } });
    expect(timeline.find(({ kind }) => kind === "ticket.resolved")).toMatchObject({ reason: String(other) });
  });
});
