import { describe, expect, test } from "vitest";
import { type Door, done, refused, send } from "../support/ask.ts";
import { badInput } from "../support/bad-input.ts";
import { fresh, type Member, portalDoor, tokenFor, useCast } from "../support/cast.ts";

const world = useCast();
const ISSUE = { category: "issue", description: "The pooler refuses connections" };

/** An organisation of this test's own, as the vendor tells of it. */
async function newOrganisation(pricing: string | null, tier: string | null = null) {
  const { directoryKey } = world().cast;
  const organisation = fresh("org");
  const owner = newMember(organisation);
  await done(directoryKey, "putOrganisation", { params: { organisation }, body: { name: organisation } });
  await done(directoryKey, "putSubscription", { params: { organisation }, body: { pricing, tier } });
  await putMember(owner);
  return { organisation, owner, door: doorOf(owner) };
}

const newMember = (org: string): Member => ({
  sub: fresh("sub"),
  org,
  email: `${fresh("m")}@new.example`,
  name: "New Member",
  role: "owner",
});

const putMember = ({ org: organisation, sub: member, email, name, role }: Member) =>
  done(world().cast.directoryKey, "putMember", {
    params: { organisation, member },
    body: { email, name, role },
  });

const doorOf = (member: Member, claims: Record<string, unknown> = {}): Door => ({
  origin: world().origin,
  show: () => ({ authorization: `Bearer ${tokenFor(member, Date.now(), claims)}` }),
});

const readOrganisation = (organisation: string) =>
  done(world().cast.directoryKey, "readOrganisation", { params: { organisation } });

describe("P026 what the vendor tells of subscriptions", () => {
  test("P030 an unknown pricing plan or tier is refused with the names that the policy maps", async () => {
    const { organisation, door } = await newOrganisation("launch");
    const cases = [
      { body: { pricing: "platinum" }, known: "free, launch, scale, business, enterprise" },
      { body: { pricing: "enterprise", tier: "diamond" }, known: "standard, gold" },
    ];
    for (const { body, known } of cases) {
      const problem = await refused(world().cast.directoryKey, "putSubscription", {
        params: { organisation },
        body,
      });
      expect(problem.status).toBe(422);
      expect(problem.detail).toContain(known);
    }
    expect((await done(door, "readMe", {})).subscription).toMatchObject({ pricing: "launch" });
  });

  test("P030 Enterprise without a tier stands in the tier that the policy states", async () => {
    const { door } = await newOrganisation("enterprise");
    expect((await done(door, "readMe", {})).subscription).toMatchObject({
      plan: { id: "enterprise" },
      tier: { id: "standard" },
    });
  });

  test("P027 P028 P029 P030 the older names of a plan stand for it", async () => {
    for (const [pricing, plan] of [
      ["free_v3", "community"],
      ["launch_v3", "standard"],
      ["scale_v3", "standard"],
      ["direct_sales", "enterprise"],
    ] as const) {
      const { door } = await newOrganisation(pricing);
      expect((await done(door, "readMe", {})).subscription.plan?.id).toBe(plan);
    }
  });

  test("P040 an upgrade counts at once for new tickets, and open ones get the earlier due", async () => {
    const { organisation, door } = await newOrganisation("launch");
    const before = await done(door, "openTicket", {
      body: { ...ISSUE, severity: "1", isBusinessImpactUnknown: true },
    });
    const put = { params: { organisation }, body: { pricing: "enterprise", tier: "gold" } };
    await done(world().cast.directoryKey, "putSubscription", put);
    const after = await done(door, "openTicket", { body: ISSUE });
    expect(after.promise).toMatchObject({ plan: "enterprise", tier: "gold", firmness: "commitment" });
    const { receipt, timeline } = await done(door, "readTicket", { params: { number: before.number } });
    expect(receipt?.promise.history.map(({ why }) => why)).toEqual(["plan-changed"]);
    expect(Date.parse(receipt?.promise.dueAt ?? "")).toBeLessThan(Date.parse(before.promise?.dueAt ?? ""));
    expect(timeline.map(({ kind, to }) => [kind, to])).toEqual([["plan.changed", "Enterprise"]]);
  });

  test("P040 nothing but the pricing plan decides the support plan: the token's word does not", async () => {
    const { owner } = await newOrganisation("launch");
    const boasting = doorOf(owner, { plan: "enterprise", tier: "gold" });
    expect((await done(boasting, "readMe", {})).subscription).toMatchObject({
      pricing: "launch",
      tier: null,
    });
  });

  test("the timeline keeps what was told of the past in the order of its instants; the future is refused", async () => {
    const { organisation } = await newOrganisation("scale");
    const tell = (pricing: string, at: string) => ({ params: { organisation }, body: { pricing, at } });
    const { directoryKey } = world().cast;
    await done(directoryKey, "putSubscription", tell("launch", "2026-02-01T00:00:00Z"));
    await done(directoryKey, "putSubscription", tell("free", "2026-01-01T00:00:00+01:00"));
    const { timeline, subscription } = await readOrganisation(organisation);
    expect(timeline.map(({ pricing }) => pricing)).toEqual(["free", "launch", "scale"]);
    expect(subscription?.pricing).toBe("scale");
    const later = new Date(Date.now() + 60_000).toISOString();
    expect((await refused(directoryKey, "putSubscription", tell("free", later))).status).toBe(422);
  });

  test("instants of every kind are understood or refused with a sentence", async () => {
    const dates = badInput("injection").filter(({ cls }) => cls === "date");
    const { organisation } = await newOrganisation("scale");
    for (const { s: at } of dates) {
      const question = { params: { organisation }, body: { pricing: "scale", at } };
      const { status, text } = await send(world().cast.directoryKey, "putSubscription", question);
      expect([200, 422], `${at} ${text}`).toContain(status);
    }
  });
});

describe("members", () => {
  test("who is removed is outside at once, at every door, and only a new word from the vendor lets them in again", async () => {
    const { organisation, owner, door } = await newOrganisation("launch");
    await done(door, "openTicket", { body: ISSUE });
    const who = { params: { organisation, member: owner.sub } };
    await done(world().cast.directoryKey, "removeMember", who);
    for (const id of ["readMe", "listTickets", "openTicket"] as const) {
      const problem = await refused(door, id, { body: id === "openTicket" ? ISSUE : undefined });
      expect([problem.status, problem.code]).toEqual([401, "unauthenticated"]);
    }
    expect((await refused(world().cast.directoryKey, "removeMember", who)).status).toBe(404);
    expect((await readOrganisation(organisation)).members).toEqual([]);
    await putMember(owner);
    expect((await done(door, "listTickets", {})).tickets).toHaveLength(1);
  });

  test("a portal session ends with the membership", async () => {
    const { directoryKey } = world().cast;
    const door = await portalDoor(world(), "scale");
    await done(door, "readMe", {});
    const params = { organisation: "org-scale", member: "scale" };
    await done(directoryKey, "removeMember", { params });
    expect((await refused(door, "readMe")).status).toBe(401);
    await putMember(world().cast.member("scale"));
  });

  test("a person is (issuer, subject): the same address at another subject is somebody else", async () => {
    const { organisation, owner, door } = await newOrganisation("launch");
    const { number } = await done(door, "openTicket", { body: ISSUE });
    const twin = { ...newMember(organisation), email: owner.email };
    await putMember(twin);
    const { requester, isMine } = await done(doorOf(twin), "readTicket", { params: { number } });
    expect([requester, isMine]).toEqual([owner.name, false]);
    const elsewhere = await newOrganisation("launch");
    await putMember({ ...newMember(elsewhere.organisation), email: owner.email });
    expect((await refused(elsewhere.door, "readTicket", { params: { number } })).status).toBe(404);
  });

  test("whom the vendor signs for is taken in at the first request, once, though two come at once", async () => {
    const member = newMember(fresh("org"));
    const door = doorOf(member, { plan: "scale", role: "admin" });
    const answers = await Promise.all([
      send(door, "readMe"),
      send(door, "readTicketForm"),
      send(door, "listTickets"),
      send(door, "previewTicket", { query: { category: "issue" } }),
    ]);
    expect(answers.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual([200, 200, 200, 200]);
    const { members, subscription } = await readOrganisation(member.org);
    expect(members).toMatchObject([{ name: member.name, email: member.email, role: "admin" }]);
    expect(subscription).toMatchObject({ pricing: "scale", state: "active" });
  });

  test("a token fills in what is absent and changes nothing that the vendor told us", async () => {
    const { organisation, owner } = await newOrganisation("launch");
    const other = await newOrganisation("launch");
    const elsewhere = { ...owner, org: other.organisation, name: "Another Name", email: "other@new.example" };
    await done(doorOf(elsewhere), "readMe", {});
    const { members } = await readOrganisation(organisation);
    expect(members).toMatchObject([{ name: owner.name, email: owner.email }]);
    const who = { params: { organisation, member: owner.sub } };
    await done(world().cast.directoryKey, "removeMember", who);
    await refused(doorOf({ ...owner, name: "Renamed Again" }), "readMe");
    const rest = await readOrganisation(other.organisation);
    expect(rest.members.map(({ name }) => name).toSorted()).toEqual(["New Member", "New Member"]);
  });
});

describe("organisations and places", () => {
  test("told twice is told once; told by ten at once makes one organisation", async () => {
    const { directoryKey } = world().cast;
    const params = { organisation: fresh("org") };
    const put = () => send(directoryKey, "putOrganisation", { params, body: { name: "Ten at once" } });
    const answers = await Promise.all(Array.from({ length: 10 }, put));
    expect(answers.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual(Array(10).fill(200));
    expect((await done(directoryKey, "putOrganisation", { params, body: { name: "Ten at once" } })).seq).toBe(
      1,
    );
    expect((await readOrganisation(params.organisation)).name).toBe("Ten at once");
  });

  test("a member told by five at once, in two organisations, is one person", async () => {
    const [one, other] = [await newOrganisation("launch"), await newOrganisation("scale")];
    const member = newMember(one.organisation);
    const put = (organisation: string) =>
      send(world().cast.directoryKey, "putMember", {
        params: { organisation, member: member.sub },
        body: { email: member.email, name: member.name },
      });
    const answers = await Promise.all(
      [0, 1, 2, 3, 4].map((at) => put(at % 2 ? one.organisation : other.organisation)),
    );
    expect(answers.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual(Array(5).fill(200));
    const ids = await Promise.all(
      [one, other].map(async ({ organisation }) => {
        const { members } = await readOrganisation(organisation);
        return members.find(({ email }) => email === member.email)?.id;
      }),
    );
    expect(ids[0]).toBe(ids[1]);
  });

  test("a branch of no project and an endpoint of no branch are refused as missing", async () => {
    const { directoryKey } = world().cast;
    const { organisation } = await newOrganisation("launch");
    const params = { organisation, project: "p", branch: "b", endpoint: "e" };
    const answers = [
      await refused(directoryKey, "putBranch", { params, body: { name: "main" } }),
      await refused(directoryKey, "putEndpoint", { params, body: {} }),
      await refused(directoryKey, "putProject", {
        params: { ...params, organisation: "org-none" },
        body: { name: "P", region: "eu" },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  test("a project that is removed is gone with all below it; its tickets stay readable", async () => {
    const { directoryKey } = world().cast;
    const { organisation, door } = await newOrganisation("launch");
    const params = { organisation, project: "p", branch: "b", endpoint: "e" };
    await done(directoryKey, "putProject", { params, body: { name: "P", region: "eu" } });
    await done(directoryKey, "putBranch", { params, body: { name: "main" } });
    await done(directoryKey, "putEndpoint", { params, body: { state: "idle", suspendedFor: "quota" } });
    const [project] = (await done(door, "readTicketForm", {})).projects;
    expect(project).toMatchObject({
      id: "p",
      branches: [{ id: "b", endpoints: [{ id: "e", state: "idle", suspendedFor: "quota" }] }],
    });
    const body = { ...ISSUE, project: "p", branch: "b", endpoint: "e" };
    const { number } = await done(door, "openTicket", { body });
    await done(directoryKey, "removeProject", { params });
    expect((await done(door, "readTicketForm", {})).projects).toEqual([]);
    expect((await refused(door, "openTicket", { body })).status).toBe(404);
    const { place } = await done(door, "readTicket", { params: { number } });
    expect(place).toMatchObject({ project: { id: "p", name: "p" }, endpoint: "e" });
  });

  test("an absent organisation is missing, whatever is asked of it", async () => {
    const params = { organisation: "org-none", member: "m" };
    expect((await refused(world().cast.directoryKey, "readOrganisation", { params })).status).toBe(404);
    expect((await refused(world().cast.directoryKey, "removeMember", { params })).status).toBe(404);
  });
});
