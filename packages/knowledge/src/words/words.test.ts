import { describe, expect, test } from "vitest";
import { FIELD_SYNONYMS } from "./field-synonyms.ts";
import { readSynonyms, synonymsIn } from "./synonyms.ts";
import { termsOf } from "./tokens.ts";

describe("the terms of a text", () => {
  test.each([
    ["branching a branch's branches", ["branch", "branch", "branch"]],
    ["How do I use the useChat hook?", ["usechat", "chat", "hook"]],
    ["pg_dump", ["pg_dump", "pg", "dump"]],
    ["PostgreSQL 17", ["postgresql", "17"]],
    ["Größe der Datenbank", ["größe", "der", "datenbank"]],
    ["a the of", []],
    [`${"x".repeat(65)} key`, ["kei"]],
  ])("%s", (text, terms) => {
    expect(termsOf(text)).toEqual(expect.arrayContaining(terms));
  });
});

describe("words that stand for one another", () => {
  const synonyms = readSynonyms("login, sign in, log in # how one comes in\n\nbill, invoice\n");

  test("are found whole, and a phrase's words share its weight", () => {
    expect([...synonymsIn("where is my invoice", synonyms, 1)]).toEqual([["bill", 1]]);
    expect(new Map(synonymsIn("the login page", synonyms, 1))).toEqual(
      new Map([
        ["sign", 1 / Math.SQRT2],
        ["log", 1 / Math.SQRT2],
      ]),
    );
    expect(synonymsIn("I cannot sign in today", synonyms, 1).get("login")).toBe(1);
  });

  test("are not found in a part of a phrase", () => {
    expect([...synonymsIn("a sign on the door", synonyms, 1)]).toEqual([]);
  });

  test("of the field: each group has two words at least, and none stands twice in its group", () => {
    const groups = FIELD_SYNONYMS.trim()
      .split("\n")
      .map((line) => line.split(",").map((word) => word.trim()));
    for (const group of groups) {
      expect(group.length, group.join()).toBeGreaterThan(1);
      expect(new Set(group).size, group.join()).toBe(group.length);
    }
  });
});
