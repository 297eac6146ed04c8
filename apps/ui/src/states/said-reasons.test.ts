import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { said as german } from "../catalogue/de/said.ts";
import { shared } from "../catalogue/de/shared.ts";
import { said } from "./said.ts";

const PACKAGES = new URL("../../../../packages/", import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, PACKAGES), "utf8");
}

/** Every reason of the desk with the facts its sentence names, as `packages/core` lists them. */
function reasons(): ReadonlyMap<string, readonly string[]> {
  const lines = read("core/src/reasons.ts").matchAll(/^ {2}"([a-z-]+)": \[(.*)\],$/gm);
  const factsIn = (list: string) => [...list.matchAll(/"(\w+)"/g)].map(([, fact = ""]) => fact);
  return new Map([...lines].map(([, reason = "", facts = ""]) => [reason, factsIn(facts)]));
}

/** All that could give a reason, but for the list itself. */
function sources(): string {
  return ["core/src/", "policy/src/", "server/src/"]
    .flatMap((folder) =>
      readdirSync(new URL(folder, PACKAGES), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "reasons.ts")
        .map((name) => read(`${folder}${name}`)),
    )
    .join("\n");
}

describe("each reason why something was not done", () => {
  const known = reasons();

  test("is told in German, with the facts that its English sentence names and with no other", () => {
    expect(known.size).toBeGreaterThan(100);
    for (const [reason, facts] of known) {
      const words = german[reason] ?? "";
      expect(words, reason).not.toBe("");
      const named = [...words.matchAll(/\[(\w+)\]/g)].map(([, fact = ""]) => fact);
      expect(new Set(named), reason).toEqual(new Set(facts));
    }
  });

  test("is given somewhere", () => {
    const text = sources();
    const isGiven = (reason: string) =>
      text.includes(`"${reason}"`) || text.includes(`\`${reason.replace(/[a-z]+$/, "")}\${`);
    expect([...known.keys()].filter((reason) => !isGiven(reason))).toEqual([]);
  });

  test("and nothing else has words", () => {
    const codes = [...read("contract/src/schemas/problem.ts").matchAll(/^ {2}([a-z]+): \d{3},$/gm)].map(
      ([, code = ""]) => code,
    );
    expect(codes).toHaveLength(8);
    const isKnown = (key: string) =>
      known.has(key) || codes.includes(key) || key.startsWith("meanwhile-") || key === "route-sales";
    expect(Object.keys(german).filter((key) => !isKnown(key))).toEqual([]);
  });
});

test("facts stand where the German sentence names them, whatever they are made of", () => {
  const message = "There is a release «$& [name]» already. Open it, or choose another name.";
  const told = { reason: "release-there", code: "conflict", message, facts: { name: "$& [name]" } };
  expect(said(shared, told)).toBe(
    "Die Version „$& [name]“ gibt es schon. Öffnen Sie sie, oder wählen Sie einen anderen Namen.",
  );
});
