import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClockEvent, commitmentsOf } from "@troth/core";
import { compilePolicy } from "@troth/policy";
import { describe, expect, test } from "vitest";
import { presentReceipt } from "../../../server/src/http/present/promise.ts";
import { readFolder } from "../disk.ts";
import { due } from "./due.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** A ticket of severity 3 that is raised to 1 on the afternoon before a holiday. */
const STORY: readonly ClockEvent[] = [
  {
    kind: "opened",
    at: Date.parse("2026-07-02T14:00:00Z"),
    seq: 1,
    severity: "3",
    plan: "enterprise",
    tier: "standard",
    intake: "console",
    category: "issue",
    policyVersion: "2024-09-02",
  },
  { kind: "severity", at: Date.parse("2026-07-02T20:15:00Z"), seq: 2, to: "1" },
];

describe("docs/guides/check-a-receipt.md", () => {
  test("its receipt is the one that such a ticket has", async () => {
    const { runnable } = compilePolicy(readFolder(join(ROOT, "policies/neon-2024-09")) ?? {});
    if (runnable === null) throw new Error("The bundled policy does not compile.");
    const [clock] = commitmentsOf(STORY, () => runnable, Date.parse("2026-07-02T20:16:00Z"));
    if (clock === undefined) throw new Error("The ticket has no clock.");
    const shelves = new Map([[runnable.policy.version, { runnable }]]);
    const receipt = presentReceipt(
      { ...clock, isDueAtClosing: false, warned: null },
      { row: { number: 12 }, shelved: { runnable }, shelves },
    );
    const text = `${JSON.stringify(receipt, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(ROOT, "docs/guides/troth-receipt-12.json"));
  });

  const blocks = [
    ...read("docs/guides/check-a-receipt.md").matchAll(/^```console\n\$ npx troth due (.*)\n([^`]*)```$/gm),
  ];

  test("it shows an equal receipt and a forged one", () => expect(blocks).toHaveLength(2));

  test.each(blocks.map(([, line = "", answer = ""]) => [line, answer] as const))(
    "troth due %s answers as it says",
    (line, answer) => {
      const readFile = (path: string) =>
        path === "forged.json"
          ? read("docs/guides/troth-receipt-12.json").replace("2700000", "2400000")
          : read(path);
      const surroundings = { readFolder: (path: string) => readFolder(join(ROOT, path)), readFile, now: 0 };
      const { stdout, exitCode } = due.run(line.split(" "), surroundings);
      expect([stdout, exitCode]).toEqual([answer, line.includes("forged") ? 1 : 0]);
    },
  );
});
