import { describe, expect, test } from "vitest";
import { done, refused } from "../support/ask.ts";
import { fresh, useCast } from "../support/cast.ts";

const world = useCast();
const PLACE = { project: "prj-a", branch: "br-a", endpoint: "ep-a" };

const propose = (body: Record<string, unknown>) =>
  done(world().cast.owner, "proposeSeverity", { body: { category: "issue", ...body } });

async function open(body: Record<string, unknown>): Promise<number> {
  const { cast } = world();
  const about = { category: "issue", description: "It does not answer", ...body };
  return (await done(cast.owner, "openTicket", { body: about })).number;
}

async function staging(): Promise<string> {
  const { directoryKey } = world().cast;
  const project = fresh("staging");
  await done(directoryKey, "putProject", {
    params: { organisation: "org-a", project },
    body: { name: "staging", region: "eu-central-1", isProduction: false },
  });
  return project;
}

describe("what is refused", () => {
  test.each([
    ["a fact that nobody asks", { severityFacts: { weather: "bad" } }, "severityFacts.weather"],
    [
      "an answer that the fact does not have",
      { severityFacts: { service: "somewhat" } },
      "severityFacts.service",
    ],
    ["a fact that only the desk knows", { severityFacts: { "at-rest": "yes" } }, "severityFacts.at-rest"],
    [
      "facts with a question",
      { category: "question", severityFacts: { service: "gone" } },
      "severityFacts.service",
    ],
  ])("%s, at its field, when it is asked and when it is sent", async (_title, body, path) => {
    const { owner } = world().cast;
    const about = { category: "issue", ...body };
    const asked = await refused(owner, "proposeSeverity", { body: about });
    const sent = await refused(owner, "openTicket", { body: { description: "It fails", ...about } });
    for (const problem of [asked, sent]) {
      expect(problem.status).toBe(422);
      expect(problem.fields?.map((field) => field.path)).toEqual([path]);
    }
  });

  test("the place of another organisation is as if absent", async () => {
    const { stranger } = world().cast;
    const problem = await refused(stranger, "proposeSeverity", { body: { category: "issue", ...PLACE } });
    expect([problem.status, problem.code]).toEqual([404, "missing"]);
  });
});

describe("P079 a proposal from facts", () => {
  test("the form asks of problems only, and more once something is lost", async () => {
    const asked = async (body: Record<string, unknown>) => (await propose(body)).asks.map(({ id }) => id);
    expect(await asked({ category: "question" })).toEqual([]);
    expect(await asked({})).toEqual(["production", "service", "symptom", "harm", "business"]);
    expect(await asked({ severityFacts: { service: "gone" } })).toEqual(
      expect.arrayContaining(["reach", "essential", "workaround"]),
    );
  });

  test("what the directory knows is filled in, and said to be known", async () => {
    const { asks } = await propose(PLACE);
    expect(asks.find(({ id }) => id === "production")).toMatchObject({ answer: "yes", isKnown: true });
    const said = await propose({ ...PLACE, severityFacts: { production: "no" } });
    expect(said.asks.find(({ id }) => id === "production")).toMatchObject({ answer: "no", isKnown: false });
  });

  test("it says its rule, the facts and who says them, and what holds it down", async () => {
    const { proposal } = await propose({
      project: await staging(),
      severityFacts: { service: "gone", workaround: "none" },
    });
    expect(proposal).toMatchObject({
      severity: { id: "3", rank: 3, name: "Normal" },
      rule: "S3.d",
      because: expect.arrayContaining([
        { fact: "production", text: "It is a production system", holds: false, source: "directory" },
      ]),
      held: { from: { id: "1", name: "Critical" }, because: [{ fact: "production", holds: false }] },
    });
  });

  test("P094 an endpoint that the directory calls idle is no outage, at the API as well", async () => {
    const { directoryKey } = world().cast;
    const endpoint = fresh("ep");
    const params = { organisation: "org-a", project: "prj-a", branch: "br-a", endpoint };
    await done(directoryKey, "putEndpoint", { params, body: { state: "idle" } });
    const { proposal } = await propose({ ...PLACE, endpoint, severityFacts: { service: "gone" } });
    expect(proposal?.severity.id).toBe("3");
    expect(proposal?.held?.because.map(({ fact }) => fact)).toEqual(["at-rest", "one-of-many"]);
    await done(directoryKey, "removeEndpoint", { params });
  });

  test("P080 it decides nothing: the severity stays what the customer chose, and the desk reads both", async () => {
    const { owner, agent } = world().cast;
    const number = await open({ ...PLACE, severity: "4", severityFacts: { service: "gone" } });
    const seen = await done(owner, "readTicket", { params: { number } });
    expect(seen.severity).toMatchObject({ chosen: "4", assessed: null, current: "4" });
    expect(seen.proposal?.severity.id).toBe("1");
    const desk = await done(agent, "readDeskTicket", { params: { number } });
    expect(desk.severity.current).toBe("4");
    expect(desk.proposal).toEqual(seen.proposal);
  });

  test("what was proposed then is shown, whatever the directory says now", async () => {
    const { agent, directoryKey } = world().cast;
    const project = await staging();
    const number = await open({ project, severityFacts: { service: "gone" } });
    const before = (await done(agent, "readDeskTicket", { params: { number } })).proposal;
    await done(directoryKey, "putProject", {
      params: { organisation: "org-a", project },
      body: { name: "staging", region: "eu-central-1", isProduction: true },
    });
    const after = (await done(agent, "readDeskTicket", { params: { number } })).proposal;
    expect(before?.severity.id).toBe("3");
    expect(after).toEqual(before);
  });

  test("P088 a breach is recorded as a mark of the opening", async () => {
    const { database } = world();
    const number = await open({ severityFacts: { harm: "breach" } });
    const { rows } = await database.owner.query<{ marks: string[] }>(
      `select e.body->'severityFacts'->'marks' as marks from troth.event e join troth.ticket t on t.id = e.stream_id
       where t.number = $1 and e.kind = 'ticket.opened'`,
      [number],
    );
    expect(rows).toEqual([{ marks: ["security"] }]);
  });
});
