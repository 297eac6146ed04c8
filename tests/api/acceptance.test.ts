import { beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused, send } from "../support/ask.ts";
import { bundledPolicy, tokenFor, useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";
import { brokenChains } from "../support/events.ts";

const MINUTE = 60_000;
const clock = new TestClock("2026-04-07T15:00:00.000Z");
const world = useCast({ clock });
let at = clock.now();
let versions = 0;

beforeEach(() => {
  at += MINUTE;
  clock.set(at);
});

/** Publishes another version of the bundled policy, a minute after all that was and before all that comes. */
async function publish(): Promise<string> {
  versions += 1;
  at += MINUTE;
  clock.set(at);
  const version = `v${versions}`;
  const files = bundledPolicy({ "policy.yaml": [["version: 2024-09-02", `version: ${version}`]] });
  await done(world().cast.policyKey, "publishPolicy", { body: { files } });
  at += MINUTE;
  clock.set(at);
  return version;
}

const ISSUE = { category: "issue", description: "A branch cannot be restored" };
const open = (door: Door) => done(door, "openTicket", { body: ISSUE });
const reply = (door: Door, number: number) =>
  done(door, "replyToTicket", { params: { number }, body: { text: "Any news?" } });
const told = async (door: Door) => (await done(door, "readMe", {})).policyChange;
const accepted = (version: string) =>
  done(world().cast.deskAdmin, "listAcceptances", { params: { version } });
const ofOrganisation = async (version: string, id: string) =>
  (await accepted(version)).acceptances.filter(({ organisation }) => organisation.id === id);

async function acceptancesInLog(version: string): Promise<{ body: object }[]> {
  const { rows } = await world().database.owner.query<{ body: object }>(
    "select body from troth.event where stream = 'organisation' and kind = 'policy.accepted' and body->>'version' = $1",
    [version],
  );
  return rows;
}

describe("P131 continued use after a change is acceptance", () => {
  test("which is not recorded of whoever is refused, or only looks", async () => {
    const { owner, free, deskAdmin } = world().cast;
    const { number } = await open(owner);
    const version = await publish();
    expect((await send(free, "openTicket", { body: ISSUE })).status).toBe(403);
    const text = "Not mine";
    expect((await send(free, "replyToTicket", { params: { number }, body: { text } })).status).toBe(404);
    await done(owner, "readMe", {});
    await done(owner, "readTicketForm", {});
    await done(owner, "previewTicket", { query: { category: "issue" } });
    await done(owner, "readTicket", { params: { number } });
    await done(owner, "markTicketRead", { params: { number } });
    await done(deskAdmin, "replyAsAgent", { params: { number }, body: { text: "Here" } });
    expect((await accepted(version)).accepted).toBe(0);
    expect(await acceptancesInLog(version)).toEqual([]);
  });

  test("the first use by an organisation is recorded once: instant, person, act, version, and in its log", async () => {
    const { business } = world().cast;
    const version = await publish();
    const { number } = await open(business);
    clock.set(at + 1_000);
    await open(business);
    await reply(business, number);
    expect(await ofOrganisation(version, "org-business")).toEqual([
      {
        organisation: { id: "org-business", name: "Organisation business" },
        at: new Date(at).toISOString(),
        person: { id: expect.any(String), name: "Person business" },
        act: "ticket.opened",
        ticket: number,
      },
    ]);
    const [event, ...more] = await acceptancesInLog(version);
    expect(more).toEqual([]);
    expect(event?.body).toMatchObject({ version, act: "ticket.opened", ticket: number });
    expect((await brokenChains(world().database)).breaks).toEqual([]);
  });

  test("writing on an old ticket is use of the version in force now; the ticket keeps its own", async () => {
    const { scale } = world().cast;
    const { number, promise } = await open(scale);
    const version = await publish();
    await reply(scale, number);
    expect(await ofOrganisation(version, "org-scale")).toMatchObject([
      { act: "message.written", ticket: number },
    ]);
    const ticket = await done(scale, "readTicket", { params: { number } });
    expect(ticket.policyVersion).toBe(promise?.policyVersion);
    expect(ticket.policyVersion).not.toBe(version);
  });

  test("many of an organisation at once, by several doors: one record, one event", async () => {
    const { owner, admin, teammate, restricted } = world().cast;
    const { number } = await open(owner);
    const version = await publish();
    await Promise.all([owner, admin, teammate, restricted, owner, teammate].map(open));
    await Promise.all([reply(owner, number), reply(admin, number)]);
    expect(await ofOrganisation(version, "org-a")).toHaveLength(1);
    expect(await acceptancesInLog(version)).toHaveLength(1);
    expect((await brokenChains(world().database)).breaks).toEqual([]);
  });

  test("the old versions stay retrievable, and their acceptances with them", async () => {
    const { launch } = world().cast;
    const before = await publish();
    await open(launch);
    await publish();
    expect(await ofOrganisation(before, "org-launch")).toHaveLength(1);
    const page = await fetch(`${world().origin}/support/${before}`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(`version ${before}`)]);
  });

  test("is listed for administrators alone, in order of time, with how many of all", async () => {
    const { business, scale, agent, owner, policyKey, deskAdmin } = world().cast;
    const version = await publish();
    await open(scale);
    clock.set(at + 2_000);
    await open(business);
    const page = await accepted(version);
    expect(page).toMatchObject({ version, accepted: 2, organisations: 6, nextCursor: null });
    expect(page.acceptances.map(({ organisation }) => organisation.id)).toEqual([
      "org-scale",
      "org-business",
    ]);
    const asked = { params: { version } };
    for (const door of [agent, owner, policyKey]) {
      expect((await refused(door, "listAcceptances", asked)).status).toBe(403);
    }
    const odd = { ...asked, query: { cursor: "1.x" } };
    expect((await refused(deskAdmin, "listAcceptances", odd)).status).toBe(422);
    const nowhere = await refused(deskAdmin, "listAcceptances", { params: { version: "1999" } });
    expect(nowhere.status).toBe(404);
  });
});

describe("a new version is told", () => {
  test("to each member until they have used support themselves, with the address of what changed", async () => {
    const { owner, teammate } = world().cast;
    await open(owner);
    const from = (await done(owner, "readMe", {})).workspace.policyVersion;
    const version = await publish();
    const change = await told(owner);
    expect(change).toEqual({
      version,
      publishedAt: new Date(at - MINUTE).toISOString(),
      from,
      page: `http://desk.test/support/${version}/changes?from=${from}`,
    });
    expect((await done(owner, "readTicketForm", {})).me.policyChange).toEqual(change);
    await open(owner);
    expect(await told(owner)).toBeNull();
    expect((await told(teammate))?.version).toBe(version);
    await open(teammate);
    expect(await told(teammate)).toBeNull();
  });

  test("from the version they used last, however many came since", async () => {
    const { business } = world().cast;
    await open(business);
    const from = (await done(business, "readMe", {})).workspace.policyVersion;
    await publish();
    const version = await publish();
    expect(await told(business)).toMatchObject({ version, from });
  });

  test("to nobody who came when it was in force already", async () => {
    const { directoryKey } = world().cast;
    const version = await publish();
    const member = { sub: "late", org: "org-b", email: "late@b.example", name: "Late" };
    const params = { organisation: member.org, member: member.sub };
    const body = { email: member.email, name: member.name, role: "member" as const };
    await done(directoryKey, "putMember", { params, body });

    const late: Door = {
      origin: world().origin,
      show: () => ({ authorization: `Bearer ${tokenFor(member, clock.now())}` }),
    };
    expect(await told(late)).toBeNull();
    const next = await publish();
    expect(await told(late)).toMatchObject({ version: next, from: version });
  });
});
