import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00Z";
const clock = new TestClock(MONDAY);
const world = useCast({ clock });
const ISSUE = { category: "issue", description: "The restore stops half way", severity: "3" } as const;

beforeEach(() => clock.set(MONDAY));

async function open(door: Door): Promise<number> {
  return (await done(door, "openTicket", { body: ISSUE })).number;
}

describe("a refusal speaks to whoever acts", () => {
  const TO_ITS_CUSTOMER = /\byour data\b|Write on it/;

  test("on a ticket that has ended, the customer is told how to go on, and an agent what they can wait for", async () => {
    const { business, agent } = world().cast;
    const number = await open(business);
    const params = { number };
    await done(business, "askVideo", { params, body: { reason: "To look at the plan together." } });
    await done(agent, "resolveTicket", { params, body: { outcome: "answered", message: "It works." } });

    const look = { project: "prj-a", reason: "To read the slow query." };
    const slot = { startsAt: "2026-03-03T18:00:00Z", minutes: 30, room: "https://meet.example/abc" };
    const toAgent = [
      await refused(agent, "useConsent", { params, body: look }),
      await refused(agent, "grantVideo", { params, body: slot }),
    ];
    expect(toAgent).toMatchObject([
      { status: 409, reason: "use-consent-ended" },
      { status: 409, reason: "grant-video-ended" },
    ]);
    for (const { detail } of toAgent) {
      expect(detail).toMatch(/A message from the customer opens it again/);
      expect(detail).not.toMatch(TO_ITS_CUSTOMER);
    }

    const toCustomer = [
      await refused(business, "giveConsent", { params, body: { projects: ["prj-a"], hours: 2 } }),
      await refused(business, "askVideo", { params, body: { reason: "Once more." } }),
    ];
    expect(toCustomer).toMatchObject([{ reason: "consent-ended" }, { reason: "video-ended" }]);
    for (const { detail } of toCustomer) expect(detail).toMatch(TO_ITS_CUSTOMER);
  });

  test("what is off at the desk says so in the same words as the refusal", async () => {
    const { owner, agent } = world().cast;
    const number = await open(owner);
    const params = { number };
    await done(agent, "resolveTicket", { params, body: { outcome: "answered", message: "It works." } });
    const { acts } = await done(agent, "readDeskTicket", { params });
    const off = acts.filter(({ isOpen }) => !isOpen).map(({ act, reason }) => [act, reason]);
    expect(off).toEqual([
      ["assess", "assess-ended"],
      ["resolve", "resolve-ended"],
      ["word", "word-ended"],
      ["hide", "hide-ended"],
      ["grant-video", "grant-video-ended"],
      ["use-consent", "use-consent-ended"],
    ]);
  });
});

test("what a sentence names goes along as facts, so that it can be told in any language", async () => {
  const { agent } = world().cast;
  const body = { name: "2026-12.1", note: "Restores" };
  await done(agent, "planRelease", { body });
  expect(await refused(agent, "planRelease", { body })).toMatchObject({
    status: 409,
    reason: "release-there",
    facts: { name: "2026-12.1" },
  });
});

describe("what is wrong is said of the field it stands in", () => {
  const PAST = "2026-03-02T14:00:00Z";

  test("a time that is over, a word too far off, and items that nobody is asked for", async () => {
    const { business, agent } = world().cast;
    const number = await open(business);
    const params = { number };
    await done(business, "askVideo", { params, body: { reason: "To look at the plan together." } });
    const slot = { startsAt: PAST, minutes: 30, room: "https://meet.example/abc" };
    const far = { by: "2028-03-02T14:00:00Z", text: null };
    const items = { text: "We look on.", asksFor: ["The log"], waitsForCustomer: false };
    const wrong = [
      ["by", "time-past", await refused(agent, "giveWord", { params, body: { by: PAST, text: null } })],
      ["by", "word-too-far", await refused(agent, "giveWord", { params, body: far })],
      ["until", "time-past", await refused(agent, "hideTicket", { params, body: { until: PAST } })],
      ["until", "time-past", await refused(agent, "putAway", { body: { until: PAST } })],
      ["startsAt", "time-past", await refused(agent, "grantVideo", { params, body: slot })],
      ["asksFor", "asks-without-turn", await refused(agent, "replyAsAgent", { params, body: items })],
    ] as const;
    for (const [path, reason, problem] of wrong)
      expect(problem).toMatchObject({ status: 422, reason, fields: [{ path, message: problem.detail }] });
    const { messages } = await done(business, "readTicket", { params });
    expect(messages).toHaveLength(1);
  });
});

test("of several faults each has a reason of its own, and a single one is the reason of all", async () => {
  const { agent } = world().cast;
  const said = { title: "Connections fail", state: "investigating", text: "We look into it." } as const;
  const blank = { ...said, title: " ", text: " " };
  const both = await refused(agent, "declareIncident", { body: blank });
  expect(both).toMatchObject({
    status: 422,
    fields: [
      { path: "title", reason: "incident-untitled" },
      { path: "text", reason: "update-empty" },
    ],
  });
  expect(both.reason).toBeUndefined();
  const one = await refused(agent, "declareIncident", { body: { ...said, text: " " } });
  expect(one).toMatchObject({ reason: "update-empty", fields: [{ path: "text", message: one.detail }] });
  const long = { name: "x".repeat(101), note: "" };
  expect(await refused(agent, "planRelease", { body: long })).toMatchObject({
    reason: "release-name-too-long",
    facts: { most: "100" },
  });
});

test("a wrong password is called that, and not a session that has ended", async () => {
  const { visitor } = world().cast;
  const body = { email: "mira@example.com", password: "not this one at all" };
  expect(await refused(visitor, "startDeskSession", { body })).toMatchObject({
    status: 401,
    reason: "wrong-password",
  });
});
