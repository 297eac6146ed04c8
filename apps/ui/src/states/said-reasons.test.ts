import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shared as german } from "../catalogue/de/shared.ts";
import { said } from "./said.ts";

/** Parts of the server whose refusals people meet around a ticket. */
const PARTS = ["consent", "disagreement", "follower", "ticket", "video"];

function reasonsIn(part: string): readonly string[] {
  const folder = new URL(`../../../../packages/server/src/verbs/${part}/`, import.meta.url);
  return readdirSync(folder).flatMap((name) => {
    const source = readFileSync(new URL(name, folder), "utf8");
    return [...source.matchAll(/reason: "([a-z-]+)"/g)].map(([, reason = ""]) => reason);
  });
}

describe("a refusal around a ticket", () => {
  test.each(PARTS)("has words in German for each of its reasons: %s", (part) => {
    const reasons = reasonsIn(part);
    expect(reasons.length).toBeGreaterThan(0);
    const own = reasons.filter((reason) => said(german, { reason, message: "in English" }) === "in English");
    expect(own).toEqual([]);
  });

  test.each(["objection-open", "objection-open-raise", "own-assessment", "not-the-decider"])(
    "has words in German for who may not assess or decide: %s",
    (reason) => {
      expect(said(german, { reason, message: "in English" })).not.toBe("in English");
    },
  );
});
