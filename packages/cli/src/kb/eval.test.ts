import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { around } from "../policy/surroundings.fixture.ts";
import { kb } from "./eval.ts";

const PAGES = {
  "guides/branches.md":
    "# Branches\n\n## Delete a branch\n\nA deleted branch can be restored for seven days.",
  "guides/plans.mdx":
    "---\ntitle: Plans\n---\n\n<Table>\n\n| Plan | Branches |\n|--|--|\n| Free | ten branches |\n\n</Table>",
  "connect.md": "# Connect\n\nCopy the connection string from the dashboard.",
  "notes.txt": "# Not a page",
};
const QUESTIONS = [
  {
    id: "q1",
    q: "restore a deleted branch",
    kind: "answerable",
    relevant: ["guides/branches"],
    corpus: "own",
  },
  { id: "q2", q: "how many branches has the free plan", relevant: ["guides/plans"], corpus: "own" },
  { id: "q3", q: "who won the champions league", kind: "unanswerable", relevant: [], corpus: "own" },
  { id: "q4", q: "another one", kind: "answerable", relevant: ["connect"], corpus: "else" },
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "troth-kb-"));
  for (const [path, text] of Object.entries(PAGES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (questions: readonly object[]) => questions.map((one) => JSON.stringify(one)).join("\n");
const troth = (argv: readonly string[], files: Readonly<Record<string, string>> = {}) =>
  kb.run(argv, around({ "q.jsonl": lines(QUESTIONS), ...files }));
const evaluate = (...more: readonly string[]) =>
  troth(["eval", "--corpus", folder, "--questions", "q.jsonl", "--only", "own", ...more]);

describe("troth kb eval", () => {
  test("scores the replies to the questions of one corpus, and tells each", () => {
    const { stdout, exitCode } = evaluate("--json");
    expect(exitCode).toBe(0);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      questions: 3,
      hitAt1: 1,
      hitAt5: 1,
      mrr: 1,
      unanswerableCaught: 1,
      perQuestion: [
        { id: "q1", rank: 1 },
        { id: "q2", rank: 1 },
        { id: "q3", rank: null },
      ],
    });
    expect(told.perQuestion[0].pages[0]).toBe("guides/branches");
    expect(told.perQuestion[0].passages[0]).toContain("A deleted branch can be restored for seven days.");
    for (const figure of ["p50Ms", "p95Ms", "indexMs", "auc", "ndcgAt10"])
      expect(typeof told[figure]).toBe("number");
  });

  test("prints a table for people", () => {
    const { stdout, exitCode } = evaluate();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^questions +3\na page that answers is first +100\.0 %\n/);
  });

  test("takes a table of synonyms", () => {
    const argv = ["eval", "--corpus", folder, "--questions", "q.jsonl", "--json"];
    const files = { "q.jsonl": lines([{ id: "a", q: "zweig", relevant: ["guides/branches"] }]) };
    expect(JSON.parse(troth(argv, files).stdout).hitAt1).toBe(0);
    const more = troth([...argv, "--synonyms", "s.txt"], { ...files, "s.txt": "zweig, branch" });
    expect(JSON.parse(more.stdout).perQuestion[0].pages).toContain("guides/branches");
  });

  test.each([
    [["eval"], "--questions is missing."],
    [["score"], "Say: troth kb eval --corpus DIR --questions FILE"],
    [["eval", "--questions", "none.jsonl"], "There is no file none.jsonl."],
    [["eval", "--questions", "q.jsonl"], "--corpus is missing."],
    [["eval", "--questions", "q.jsonl", "--corpus", "nowhere"], "There is no folder nowhere."],
    [["eval", "--questions", "q.jsonl", "--only", "mine"], "There is no question of mine in q.jsonl."],
    [["eval", "--questions", "bad.jsonl"], "bad.jsonl:2 is no question."],
    [["eval", "--questions", "kind.jsonl"], "kind.jsonl:1 is no question."],
  ])("wrong use: troth kb %j", (argv, why) => {
    const files = {
      "bad.jsonl": `${JSON.stringify(QUESTIONS[0])}\n{"id":`,
      "kind.jsonl": JSON.stringify({ ...QUESTIONS[0], kind: "odd" }),
    };
    const { stderr, stdout, exitCode } = troth(argv, files);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(why);
  });

  test("a folder without a page says so", () => {
    const empty = mkdtempSync(join(tmpdir(), "troth-kb-"));
    const { stderr, exitCode } = troth(["eval", "--questions", "q.jsonl", "--corpus", empty]);
    rmSync(empty, { recursive: true });
    expect([exitCode, stderr.includes("There is no page (*.md, *.mdx)")]).toEqual([2, true]);
  });
});
