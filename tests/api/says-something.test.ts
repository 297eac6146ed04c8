import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Route, type RouteId, routes } from "@troth/contract";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ROUTE_IDS } from "../support/access-matrix.ts";
import { type Door, done, refused } from "../support/ask.ts";
import { fresh, useCast } from "../support/cast.ts";
import { TICKET } from "../support/requests.ts";

/** Texts that nobody sees: no width, a soft hyphen, a word joiner, a filler, an empty cell, a bell. */
const UNSEEN = ["\u200b", "\u00ad", "\u2060", "\u3164", "\u2800", "\u0007", " \u200b\n\ufeff "];

type Field = { readonly path: string; readonly text: z.ZodType };

/** Every text of a body, with the checks that stand on it. */
function textsIn(schema: unknown, path: string): Field[] {
  if (schema instanceof z.ZodString) return [{ path, text: schema }];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, one]) => textsIn(one, `${path}.${name}`));
  }
  if (schema instanceof z.ZodArray) return textsIn(schema.element, `${path}[]`);
  if (schema instanceof z.ZodRecord) return textsIn(schema.valueType, `${path}{}`);
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((one) => textsIn(one, path));
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return textsIn(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodPipe) return textsIn(schema.in, path);
  return [];
}

const takes = ({ text }: Field, value: string): boolean => text.safeParse(value).success;

const fields = ROUTE_IDS.flatMap((id) => {
  const { body }: Route = routes[id];
  return body === undefined ? [] : textsIn(body, id);
});

describe("what cannot be seen is no text", () => {
  test("the walk meets the texts of every kind of body", () => {
    const paths = fields.map(({ path }) => path);
    for (const known of ["objectToSeverity.reason", "replyAsAgent.asksFor[]", "assignTicket.note"]) {
      expect(paths).toContain(known);
    }
  });

  test("every field of the contract that refuses blanks refuses it too", () => {
    const demanding = fields.filter((field) => takes(field, "a word or two") && !takes(field, "   "));
    expect(demanding.length).toBeGreaterThan(25);
    const taken = demanding.flatMap((field) =>
      UNSEEN.filter((text) => takes(field, text)).map((text) => `${field.path} ${JSON.stringify(text)}`),
    );
    expect(taken).toEqual([]);
  });

  test("nothing that decides or stores asks for blanks alone", () => {
    const packages = join(import.meta.dirname, "../../packages");
    const asking = ["core", "contract", "server"].flatMap((name) => {
      const src = join(packages, name, "src");
      return readdirSync(src, { recursive: true, encoding: "utf8" })
        .filter((file) => /(?<!\.test)\.ts$/.test(file))
        .filter((file) => /trim\(\)\s*(?:[!=]==\s*""|\?\? "")/.test(readFileSync(join(src, file), "utf8")))
        .map((file) => `${name}/${file}`);
    });
    // A claim that a vendor's system signed is no person's text.
    expect(asking).toEqual(["server/adapters/identity/vendor-token.ts"]);
  });
});

const world = useCast();

describe("what the desk demands of people is refused when it cannot be seen", () => {
  let number = 0;

  beforeAll(async () => {
    number = (await done(world().cast.owner, "openTicket", { body: TICKET })).number;
  });

  type Demand = readonly [
    title: string,
    door: "owner" | "agent" | "lead" | "incidentsKey",
    id: RouteId,
    path: string,
    body: (text: string) => unknown,
  ];

  const DEMANDS: readonly Demand[] = [
    [
      "P089 the business impact of a Critical ticket",
      "owner",
      "openTicket",
      "businessImpact",
      (text) => ({ ...TICKET, severity: "1", businessImpact: text }),
    ],
    [
      "P053 the documentation that an exclusion is about",
      "agent",
      "resolveTicket",
      "named",
      (text) => ({
        outcome: "out-of-scope",
        detail: "against-documentation",
        named: text,
        message: "Not covered.",
      }),
    ],
    [
      "P053 the software that an exclusion is about",
      "agent",
      "resolveTicket",
      "named",
      (text) => ({
        outcome: "out-of-scope",
        detail: "third-party-software",
        named: text,
        message: "Not covered.",
      }),
    ],
    [
      "the release that a fix comes with",
      "agent",
      "resolveTicket",
      "detail",
      (text) => ({ outcome: "fix-in-release", detail: text, message: "It is fixed." }),
    ],
    [
      "P052 what an Issue is confirmed with",
      "agent",
      "confirmIssue",
      "answers.verifiable",
      (text) => ({ answers: { material: "Nobody can pay", verifiable: text, documentation: "Restore" } }),
    ],
    [
      "P079 the reason of a severity",
      "agent",
      "assessTicket",
      "reason",
      (text) => ({ to: "2", factors: ["workaround"], reason: text }),
    ],
    ["the objection to a severity", "owner", "objectToSeverity", "reason", (text) => ({ reason: text })],
    ["what got worse", "owner", "worsenTicket", "reason", (text) => ({ to: "1", reason: text })],
    [
      "what the customer is asked for",
      "agent",
      "replyAsAgent",
      "asksFor.0",
      (text) => ({ text: "Please:", asksFor: [text] }),
    ],
    ["a hand-over note", "agent", "assignTicket", "note", (text) => ({ assignee: null, note: text })],
    [
      "what is said of an incident",
      "lead",
      "declareIncident",
      "text",
      (text) => ({ title: "Writes fail", state: "investigating", text }),
    ],
    [
      "the title of an incident",
      "lead",
      "declareIncident",
      "title",
      (text) => ({ title: text, state: "investigating", text: "We look." }),
    ],
    ["the name of a release", "lead", "planRelease", "name", (text) => ({ name: text })],
    ["what an open wish says", "agent", "noteWish", "text", (text) => ({ title: fresh("wish"), text })],
  ];

  test.for(DEMANDS)("%s", async ([, who, id, path, body]) => {
    const door: Door = world().cast[who];
    const params = { number };
    for (const text of UNSEEN) {
      const problem = await refused(door, id, { params, body: body(text) });
      expect([problem.status, problem.fields?.map((field) => field.path)], JSON.stringify(text)).toEqual([
        422,
        [path],
      ]);
    }
  });

  test("P125 the reason of an end of support, and the reporter's answer", async () => {
    const { owner, agent, lead } = world().cast;
    const { messages } = await done(owner, "readTicket", { params: { number } });
    const message = messages[0]?.id ?? "";
    const { number: reported } = await done(agent, "reportMessage", {
      body: { ticket: number, message, reason: "Abusive words" },
    });
    const params = { number: reported };
    const { version: sawVersion } = await done(lead, "readCase", { params });
    for (const text of UNSEEN) {
      const ends = { decision: "end-support", scope: "organisation", words: text, answer: text, sawVersion };
      const problem = await refused(lead, "decideCase", { params, body: ends });
      expect([problem.status, problem.fields?.map(({ path }) => path)]).toEqual([422, ["words", "answer"]]);
    }
  });

  test("why an agent looks at a secret", async () => {
    const { owner, agent } = world().cast;
    const opened = await done(owner, "openTicket", {
      body: { ...TICKET, description: "postgres://ana:correct-horse-9@db.example/shop does not answer" },
    });
    const { messages } = await done(agent, "readDeskTicket", { params: { number: opened.number } });
    const params = { number: opened.number, message: messages[0]?.id ?? "" };
    for (const reason of UNSEEN) {
      const problem = await refused(agent, "lookAtMessage", { params, body: { reason } });
      expect([problem.status, problem.fields?.map(({ path }) => path)]).toEqual([422, ["reason"]]);
    }
  });
});
