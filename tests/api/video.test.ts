import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused, send } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00Z";
const clock = new TestClock(MONDAY);
const world = useCast({ clock });
beforeEach(() => clock.set(MONDAY));

const ISSUE = { category: "issue", description: "The restore stops half way", severity: "3" } as const;
const WISH = { reason: "To look at the plan together, Tuesday afternoon." };
const ROOM = "https://meet.example/abc";
const slot = (startsAt: string) => ({ body: { startsAt, minutes: 30, room: ROOM } });
const TUESDAY = slot("2026-03-03T18:00:00Z");
const CUSTOMER = "business@business.example";
const AGENT = "agent@desk.example";
const LEAD = "lead@desk.example";

const open = async () => (await done(world().cast.business, "openTicket", { body: ISSUE })).number;
const me = async (door: Door) =>
  (await done(door, "listAgents", {})).agents.find(({ isMe }) => isMe)?.id ?? "";

/** A ticket with a wish; of `assignee` where there is one. */
async function asked(assignee: Door | null = null): Promise<{ number: number }> {
  const params = { number: await open() };
  if (assignee)
    await done(world().cast.agent, "assignTicket", { params, body: { assignee: await me(assignee) } });
  await done(world().cast.business, "askVideo", { params, body: WISH });
  return params;
}

const mailsTo = async (to: string, { number }: { number: number }) =>
  (await world().mails()).filter((mail) => mail.to === to && mail.subject.includes(`ticket ${number}`));

/** The calendar part of a mail, its lines unfolded; null where it has none. */
function calendarIn(raw: string): string | null {
  const [, head = "", body = ""] =
    /(Content-Type: text\/calendar;[^]*?)\r?\n\r?\n([^]*?)\r?\n--/.exec(raw) ?? [];
  if (head === "") return null;
  const text = /base64/i.test(head) ? Buffer.from(body, "base64").toString("utf8") : unquoted(body);
  return text.replaceAll(/\r\n[ \t]/g, "");
}
const unquoted = (text: string) =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, "")
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

const UID = /UID:(\S+)/;
async function calendars(to: string, params: { number: number }): Promise<string[]> {
  const found = (await mailsTo(to, params)).map(({ raw }) => calendarIn(raw)).filter((one) => one !== null);
  const revision = (one: string) => Number(/SEQUENCE:(\d+)/.exec(one)?.[1]);
  return found.toSorted((a, b) => revision(a) - revision(b));
}
const comes = (to: string, params: { number: number }, count: number) =>
  expect.poll(async () => (await calendars(to, params)).length, { timeout: 10_000 }).toBe(count);

describe("P021 the invitation to a video chat", () => {
  test("comes to the agent's calendar too, and is downloaded at the desk by agents alone", async () => {
    const { agent, business, stranger } = world().cast;
    const params = await asked();
    expect(await refused(agent, "readDeskInvitation", { params })).toMatchObject({ status: 404 });
    await done(agent, "grantVideo", { params, ...TUESDAY });
    for (const to of [CUSTOMER, AGENT]) {
      await comes(to, params, 1);
      const [invited = ""] = await calendars(to, params);
      expect(invited).toContain("METHOD:REQUEST");
      expect(invited).toMatch(new RegExp(`ATTENDEE;[^\\r]*:mailto:${to}`, "i"));
    }
    const file = (await send(agent, "readDeskInvitation", { params })).text;
    expect(UID.exec(file)?.[1]).toBe(UID.exec((await calendars(CUSTOMER, params))[0] ?? "")?.[1]);
    expect(file.replaceAll("\r\n ", "")).toContain(`/desk/tickets/${params.number}`);
    for (const door of [business, stranger]) {
      expect(await refused(door, "readDeskInvitation", { params })).toMatchObject({ status: 403 });
    }
    expect(await refused(stranger, "readInvitation", { params })).toMatchObject({ status: 404 });
  });

  test("is as RFC 5545 wants it: lines of 75 bytes at most, each one ended, and no line of a customer's making", async () => {
    const { agent, business } = world().cast;
    const description = `Übergröße, «quoted»; a \\ and 😀 ${"größer ".repeat(20)}\nBEGIN:VEVENT`;
    const { number } = await done(business, "openTicket", { body: { ...ISSUE, description } });
    await done(business, "askVideo", { params: { number }, body: WISH });
    await done(agent, "grantVideo", { params: { number }, ...TUESDAY });
    const file = (await send(business, "readInvitation", { params: { number } })).text;
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const lines = file.split("\r\n");
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
    expect(file).toMatch(/DTSTAMP:20260302T150000Z\r\n/);
    expect(file).toMatch(/ORGANIZER;CN=[^\r]+:mailto:/i);
  });

  test("cancelled by the customer, leaves every calendar it is in, the canceller's too, and the assignee is told", async () => {
    const { agent, lead, business } = world().cast;
    const params = await asked(lead);
    await done(agent, "grantVideo", { params, ...TUESDAY });
    await comes(CUSTOMER, params, 1);
    clock.set("2026-03-02T16:00:00Z");
    await done(business, "withdrawVideo", { params });
    for (const to of [CUSTOMER, AGENT]) {
      await comes(to, params, 2);
      const [granted = "", cancelled = ""] = await calendars(to, params);
      expect(cancelled).toContain("METHOD:CANCEL");
      expect(cancelled).toContain("STATUS:CANCELLED");
      expect(cancelled).toContain("SEQUENCE:1");
      expect(cancelled).toContain("DTSTAMP:20260302T160000Z");
      expect(cancelled).not.toContain("RSVP");
      expect(UID.exec(cancelled)?.[1]).toBe(UID.exec(granted)?.[1]);
    }
    const told = async () => (await mailsTo(LEAD, params)).map(({ subject }) => subject.split(":")[0]);
    await expect
      .poll(async () => (await told()).toSorted((a = "", b = "") => a.localeCompare(b)))
      .toEqual([
        "A video chat is asked for",
        "The video chat is cancelled",
        expect.stringMatching(/^Video chat on /),
      ]);
    expect(await calendars(LEAD, params)).toEqual([]);
  });

  test("cancelled by an agent, leaves their calendar as well", async () => {
    const { agent } = world().cast;
    const params = await asked();
    await done(agent, "grantVideo", { params, ...TUESDAY });
    await done(agent, "cancelVideo", { params, body: { reason: "I am ill." } });
    for (const to of [CUSTOMER, AGENT]) await comes(to, params, 2);
    expect((await calendars(AGENT, params))[1]).toContain("METHOD:CANCEL");
  });

  test("moved by another agent, it moves for the one who granted it first", async () => {
    const { agent, lead } = world().cast;
    const params = await asked();
    await done(agent, "grantVideo", { params, ...TUESDAY });
    await done(lead, "grantVideo", { params, ...slot("2026-03-04T18:00:00Z") });
    for (const [to, count] of [
      [CUSTOMER, 2],
      [AGENT, 2],
      [LEAD, 1],
    ] as const) {
      await comes(to, params, count);
      const newest = (await calendars(to, params)).at(-1);
      expect(newest).toContain("SEQUENCE:1");
      expect(newest).toContain("DTSTART:20260304T180000Z");
    }
  });
});

test("a wish reaches who has the ticket; taken back, that is told too, to nobody's calendar", async () => {
  const { agent, business } = world().cast;
  const params = await asked(agent);
  await expect.poll(async () => (await mailsTo(AGENT, params)).length).toBe(1);
  const [wish] = await mailsTo(AGENT, params);
  expect(wish?.text).toContain(WISH.reason);
  expect(wish?.text).toContain(`/desk/tickets/${params.number}`);
  await done(business, "withdrawVideo", { params });
  await expect.poll(async () => (await mailsTo(AGENT, params)).length).toBe(2);
  expect(await mailsTo(CUSTOMER, params)).toEqual([]);
  expect(await calendars(AGENT, params)).toEqual([]);
});
