import { describe, expect, test } from "vitest";
import { done, refused } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";

const world = useCast();
const ISSUE = { category: "issue", description: "Queries on orders time out" };
const IMPACT = { businessImpact: "No shop of ours takes orders." };
const UNKNOWN = { isBusinessImpactUnknown: true };

const open = async (more: object = {}) =>
  (await done(world().cast.owner, "openTicket", { body: { ...ISSUE, severity: "3", ...more } })).number;
const read = (number: number) => done(world().cast.owner, "readTicket", { params: { number } });
const atDesk = (number: number) => done(world().cast.agent, "readDeskTicket", { params: { number } });
const worse = (number: number, to: string, more: object = {}) =>
  done(world().cast.owner, "worsenTicket", {
    params: { number },
    body: { to, reason: `It is ${to} now`, ...more },
  });
const refusedWorse = (number: number, to: string, more: object = {}) =>
  refused(world().cast.owner, "worsenTicket", { params: { number }, body: { to, reason: "Again", ...more } });
const canSay = async (number: number) =>
  (await read(number)).proceedings.acts.find(({ act }) => act === "worsen");

describe("P080 what gets worse again counts again", () => {
  test("the same wish, or a lower one, is with the lead already", async () => {
    const number = await open();
    await worse(number, "2");
    for (const to of ["2", "3"]) {
      const { status, reason } = await refusedWorse(number, to);
      expect([status, reason]).toEqual(to === "2" ? [409, "lead-asked"] : [422, "severity-lower"]);
    }
  });

  test("a higher one appends to the open request, raises what nobody assessed and tells the lead again", async () => {
    const number = await open();
    await worse(number, "3");
    expect((await read(number)).proceedings).toMatchObject({ leadAskedFor: { id: "3" } });
    await worse(number, "1", IMPACT);
    const { severity, proceedings, timeline } = await read(number);
    expect(severity.current).toBe("1");
    expect(proceedings.leadAskedFor).toMatchObject({ id: "1" });
    expect(timeline.filter(({ kind }) => kind === "ticket.worsened")).toHaveLength(2);
    const told = async () =>
      (await world().mails()).filter(
        ({ to, text }) => to === "lead@desk.example" && text.includes("It is 1 now"),
      );
    await expect.poll(async () => (await told()).length, { timeout: 10_000 }).toBe(1);
    expect(await canSay(number)).toMatchObject({ isOpen: false, reason: "lead-asked" });
  });

  test("assessed since, the customer can say so again, without any button of a lead", async () => {
    const number = await open();
    await worse(number, "2");
    const body = { to: "3", factors: ["workaround"], reason: "There is a way around it for now." };
    await done(world().cast.agent, "assessTicket", { params: { number }, body });
    expect(await canSay(number)).toMatchObject({ isOpen: true });
    expect((await read(number)).proceedings.leadAskedFor).toBeNull();
    await worse(number, "2");
    expect((await read(number)).severity.current).toBe("3");
  });

  test("a lead who writes to the customer has seen to it; an agent has not", async () => {
    const number = await open();
    await worse(number, "2");
    const reply = { params: { number }, body: { text: "I look at it with Ana." } };
    await done(world().cast.agent, "replyAsAgent", reply);
    expect((await read(number)).proceedings.leadAskedAt).not.toBeNull();
    await done(world().cast.lead, "replyAsAgent", reply);
    expect((await read(number)).proceedings.leadAskedAt).toBeNull();
  });
});

describe("raising is asked and flagged as the opening is", () => {
  test("P089 Critical asks for the business impact, unless it was told or is unknown", async () => {
    const number = await open();
    expect(await refusedWorse(number, "1")).toMatchObject({
      status: 422,
      reason: "business-impact-missing",
      fields: [{ path: "businessImpact" }],
    });
    await worse(number, "1", IMPACT);
    expect((await read(number)).businessImpact).toBe(IMPACT.businessImpact);
    expect(await atDesk(number)).toMatchObject({ ...IMPACT, isFlagged: false });
    const told = await open({ severity: "2", ...IMPACT });
    await worse(told, "1");
    expect(await atDesk(told)).toMatchObject({ ...IMPACT, isFlagged: false });
    const unknown = await open();
    await worse(unknown, "1", UNKNOWN);
    expect(await atDesk(unknown)).toMatchObject({ isBusinessImpactUnknown: true, isFlagged: true });
  });

  test("P084 a severity above the kind of request is flagged", async () => {
    const number = await open({ category: "question" });
    await worse(number, "1", IMPACT);
    expect((await read(number)).severity.current).toBe("1");
    expect((await atDesk(number)).isFlagged).toBe(true);
  });
});
