import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00Z";
const TOO_LATE = "2026-03-18T15:00:00Z";
const clock = new TestClock(MONDAY);
const world = useCast({ clock });
const ISSUE = { category: "issue", description: "The restore stops half way", severity: "3" } as const;
const END = { outcome: "answered", message: "It works again." };

beforeEach(() => clock.set(MONDAY));

async function open(door: Door, more: object = {}): Promise<number> {
  return (await done(door, "openTicket", { body: { ...ISSUE, ...more } })).number;
}
const read = (number: number, door: Door) => done(door, "readTicket", { params: { number } });
const write = (number: number, door: Door, text: string) =>
  done(door, "replyToTicket", { params: { number }, body: { text } });
const end = (number: number) => done(world().cast.agent, "resolveTicket", { params: { number }, body: END });

async function idOf(name: string): Promise<string> {
  const { colleagues } = await done(world().cast.owner, "listColleagues", {});
  return colleagues.find((one) => one.name === name)?.id ?? "";
}

describe("P019 a follow-up is a new ticket", () => {
  const putPlan = (pricing: string) =>
    done(world().cast.directoryKey, "putSubscription", {
      params: { organisation: "org-launch" },
      body: { pricing, state: "active" },
    });

  test("so a plan without tickets gets none by writing on an old one: the same refusal, clause and doors", async () => {
    const { launch } = world().cast;
    const [number, lively] = [await open(launch), await open(launch)];
    await write(lively, launch, "By the way, the invoice is wrong");
    await end(number);
    await putPlan("free");
    clock.set(TOO_LATE);
    const params = { number };
    const atTheDoor = await refused(launch, "openTicket", { body: ISSUE });
    const here = await refused(launch, "replyToTicket", { params, body: { text: "Again" } });
    expect(here).toMatchObject({ status: 403, code: "refused", reason: "plan-lacks-channel" });
    const { reason, clause, next, detail } = atTheDoor;
    expect(here).toMatchObject({ reason, clause, next, detail });
    expect((await read(number, launch)).proceedings.links).toEqual([]);
    // What an agent splits off was taken when it came.
    const message = (await read(lively, launch)).messages.at(-1)?.id ?? "";
    const split = await done(world().cast.agent, "splitMessage", {
      params: { number: lively },
      body: { message },
    });
    expect((await read(split.number, launch)).messages).toHaveLength(1);
    await putPlan("launch");
    expect((await write(number, launch, "Again")).number).not.toBe(number);
  });
});

describe("whoever took part goes along", () => {
  test("into a follow-up that a follower of a restricted ticket writes", async () => {
    const { owner, teammate, restricted, stranger } = world().cast;
    const number = await open(teammate, { followers: [await idOf("Person restricted")] });
    await done(teammate, "restrictTicket", { params: { number }, body: { isRestricted: true } });
    await end(number);
    clock.set(TOO_LATE);
    const next = (await write(number, restricted, "It is back")).number;
    expect(next).not.toBe(number);
    const seen = await read(next, teammate);
    expect(seen.requester).toBe("Person restricted");
    expect(seen.proceedings.followers.map(({ name }) => name)).toEqual(["Person teammate"]);
    expect((await read(next, owner)).proceedings.isRestricted).toBe(true);
    expect(await refused(stranger, "readTicket", { params: { number: next } })).toMatchObject({
      status: 404,
    });
  });

  test("into a ticket split off a colleague's message", async () => {
    const { owner, restricted, agent } = world().cast;
    const number = await open(restricted);
    await write(number, owner, "By the way, the invoice is wrong");
    const message = (await read(number, owner)).messages.at(-1)?.id ?? "";
    const split = await done(agent, "splitMessage", { params: { number }, body: { message } });
    expect((await read(split.number, restricted)).requester).toBe("Person owner");
  });
});

describe("a ticket that few see is told of nowhere else", () => {
  test("where another was merged into it, linked to it, or split off into it", async () => {
    const { owner, teammate, agent } = world().cast;
    const [merged, linked, split] = [await open(owner), await open(owner), await open(owner)];
    const [survivor, other] = [await open(owner), await open(owner)];
    await done(agent, "mergeTickets", { params: { number: merged }, body: { into: survivor } });
    await done(agent, "linkTickets", {
      params: { number: linked },
      body: { to: other, relation: "duplicate-of" },
    });
    await write(split, owner, "By the way, the invoice is wrong");
    const message = (await read(split, owner)).messages.at(-1)?.id ?? "";
    const { number: own } = await done(agent, "splitMessage", {
      params: { number: split },
      body: { message },
    });
    const hidden = [survivor, other, own];
    for (const number of hidden) {
      await done(owner, "restrictTicket", { params: { number }, body: { isRestricted: true } });
    }
    for (const [at, number] of [merged, linked, split].entries()) {
      expect((await read(number, owner)).timeline.some(({ to }) => to === `${hidden[at]}`)).toBe(true);
      const { timeline, proceedings } = await read(number, teammate);
      expect(JSON.stringify([timeline, proceedings])).not.toContain(`${hidden[at]}`);
      expect(proceedings.links).toEqual([]);
    }
    const refusal = await refused(teammate, "replyToTicket", {
      params: { number: merged },
      body: { text: "And it is slow" },
    });
    expect(refusal).toMatchObject({ status: 403, reason: "goes-on-unseen" });
    expect(refusal.detail).toContain(`${merged}`);
    expect(JSON.stringify(refusal)).not.toContain(`${survivor}`);
    expect((await write(merged, owner, "And it is slow")).number).toBe(survivor);
  });
});

test("who sees only what they take part in reads no number of a ticket that was merged into theirs", async () => {
  const { owner, restricted, agent } = world().cast;
  const [survivor, merged] = [await open(restricted), await open(owner)];
  await done(agent, "mergeTickets", { params: { number: merged }, body: { into: survivor } });
  const whole = (await read(survivor, owner)).timeline;
  expect(whole).toContainEqual(expect.objectContaining({ kind: "ticket.absorbed", from: `${merged}` }));
  const { timeline, proceedings } = await read(survivor, restricted);
  expect(JSON.stringify([timeline, proceedings])).not.toContain(`${merged}`);
});

test("only the customer takes a ticket back; an agent cannot end it so", async () => {
  const { owner, agent } = world().cast;
  const number = await open(owner);
  const params = { number };
  const body = { outcome: "taken-back", message: "You took it back." };
  expect(await refused(agent, "resolveTicket", { params, body })).toMatchObject({
    status: 422,
    fields: [{ path: "outcome", message: expect.stringContaining("Only the customer") }],
  });
  const { policy } = { policy: await done(agent, "readDeskPolicy", { params }) };
  expect(policy.outcomes.map(({ id }) => id)).not.toContain("taken-back");
  await done(owner, "takeBackTicket", { params, body: {} });
  expect((await read(number, owner)).outcome?.id).toBe("taken-back");
});
