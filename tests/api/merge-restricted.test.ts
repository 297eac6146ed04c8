import { describe, expect, test } from "vitest";
import { done, refused } from "../support/ask.ts";
import { type Part, useCast } from "../support/cast.ts";

const world = useCast();
const ISSUE = { category: "issue", description: "Logins from nowhere" };

const open = async (part: Part) => (await done(world().cast[part], "openTicket", { body: ISSUE })).number;
const merge = (source: number, into: number, more: object = {}) =>
  done(world().cast.agent, "mergeTickets", { params: { number: source }, body: { into, ...more } });

/** A ticket of the owner's that is shown to few, and a teammate's ordinary one. */
async function pair(): Promise<readonly [restricted: number, ordinary: number]> {
  const restricted = await open("owner");
  const body = { isRestricted: true };
  await done(world().cast.agent, "restrictAsAgent", { params: { number: restricted }, body });
  return [restricted, await open("teammate")];
}

describe("P088 a merge into a ticket that is shown to few", () => {
  test("lets nobody read it who did not before", async () => {
    const { teammate, owner } = world().cast;
    const [restricted, ordinary] = await pair();
    await merge(ordinary, restricted);
    const params = { number: restricted };
    expect(await refused(teammate, "readTicket", { params })).toMatchObject({ status: 404 });
    expect((await done(owner, "readTicket", { params })).proceedings.followers).toEqual([]);
    const { text } = {
      text: JSON.stringify(await done(teammate, "readTicket", { params: { number: ordinary } })),
    };
    expect(text).not.toContain(`"${restricted}"`);
  });

  test("brings the people of the other where the agent says so", async () => {
    const [restricted, ordinary] = await pair();
    await merge(ordinary, restricted, { bringsPeople: true });
    const read = await done(world().cast.teammate, "readTicket", { params: { number: restricted } });
    expect(read.proceedings.followers.map(({ name }) => name)).toEqual(["Person teammate"]);
  });

  test("into any other ticket they come along as ever", async () => {
    const [survivor, source] = [await open("owner"), await open("teammate")];
    await merge(source, survivor);
    const { proceedings } = await done(world().cast.owner, "readTicket", { params: { number: survivor } });
    expect(proceedings.followers.map(({ name }) => name)).toEqual(["Person teammate"]);
  });
});
