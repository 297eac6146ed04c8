import { describe, expect, test } from "vitest";
import { endedRefusal, invalidDeclaration, invalidWord, namesOf } from "./decide-incident.ts";
import { afterUpdate, declared } from "./incident-of.ts";
import { touches } from "./touches.ts";

const NOW = Date.parse("2026-07-06T13:05:00Z");
const WORD = { state: "identified", text: "A bad route.", nextUpdateBy: NOW + 1 } as const;
const DECLARED = {
  kind: "incident.declared",
  number: 7,
  title: "Some connections fail",
  components: [],
  regions: ["eu-1"],
  state: "investigating",
  text: "Up to 1 in 5 new connections time out.",
  nextUpdateBy: NOW + 60_000,
} as const;

describe("P049 an incident touches", () => {
  const eu = { regions: ["eu-1"], components: [] };
  const everywhere = { regions: [], components: [] };
  const branching = { regions: [], components: ["branching"] };
  test.for([
    ["a project in its region", eu, { regions: ["eu-1"] }, true],
    ["a region however it is written", eu, { regions: ["EU-1"] }, true],
    ["an organisation with one project in its region", eu, { regions: ["us-1", "eu-1"] }, true],
    ["not a project in another region", eu, { regions: ["us-1"] }, false],
    ["not a place whose region nobody knows", eu, { regions: [] }, false],
    ["everybody, when it names no region", everywhere, { regions: [] }, true],
    ["its component in any region", branching, { regions: ["us-1"], component: "Branching" }, true],
    ["whoever named no component", branching, { regions: ["us-1"], component: null }, true],
    ["not another component", branching, { regions: ["us-1"], component: "console" }, false],
    [
      "not its component elsewhere",
      { ...eu, components: ["branching"] },
      { regions: ["us-1"], component: "branching" },
      false,
    ],
  ] as const)("%s", ([, incident, place, expected]) => {
    expect(touches(incident, place)).toBe(expected);
  });
});

describe("a word about an incident", () => {
  const pathsOf = (invalid: readonly { path: string }[]) => invalid.map(({ path }) => path);

  test("needs text, and promises the next one for a time to come", () => {
    expect(invalidWord(WORD, NOW)).toEqual([]);
    expect(invalidWord({ ...WORD, nextUpdateBy: null }, NOW)).toEqual([]);
    expect(pathsOf(invalidWord({ ...WORD, text: " \n" }, NOW))).toEqual(["text"]);
    expect(pathsOf(invalidWord({ ...WORD, nextUpdateBy: NOW }, NOW))).toEqual(["nextUpdateBy"]);
  });

  test("that ends it promises no further one", () => {
    expect(pathsOf(invalidWord({ ...WORD, state: "resolved" }, NOW))).toEqual(["nextUpdateBy"]);
    expect(invalidWord({ ...WORD, state: "resolved", nextUpdateBy: null }, NOW)).toEqual([]);
  });

  test("that declares it has a title and does not end it", () => {
    expect(invalidDeclaration({ ...WORD, title: "Some connections fail" }, NOW)).toEqual([]);
    const end = { ...WORD, title: " ", state: "resolved", nextUpdateBy: null } as const;
    expect(pathsOf(invalidDeclaration(end, NOW))).toEqual(["title", "state"]);
  });

  test("names places once each, without blanks", () => {
    expect(namesOf([" eu-1", "eu-1", "", "us-1 "])).toEqual(["eu-1", "us-1"]);
  });
});

test("an incident is the sum of its events, and once it has ended nothing more is posted", () => {
  const open = declared({ seq: 1, at: NOW, event: DECLARED });
  expect(open).toMatchObject({
    number: 7,
    state: "investigating",
    resolvedAt: null,
    declaredAt: NOW,
    version: 1,
  });
  expect(endedRefusal(open)).toBeNull();
  const event = { kind: "incident.updated", state: "resolved", text: "Steady.", nextUpdateBy: null } as const;
  const ended = afterUpdate(open, { seq: 2, at: NOW + 5, event });
  expect(ended).toMatchObject({ state: "resolved", resolvedAt: NOW + 5, nextUpdateBy: null, version: 2 });
  expect(endedRefusal(ended)).toMatchObject({
    reason: "incident-over",
    message: expect.stringContaining("declare a new one"),
  });
  expect(() => declared({ seq: 1, at: NOW, event })).toThrow("incident.declared");
  expect(() => afterUpdate(open, { seq: 2, at: NOW, event: DECLARED })).toThrow("once");
});
