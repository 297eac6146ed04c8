import { describe, expect, test } from "vitest";
import { bundledFiles, policy } from "./bundled-policy.fixture.ts";
import { compilePolicy } from "./compile.ts";
import { contentHash } from "./hash.ts";
import { type Change, changed, inPage, inPolicy, smallFiles } from "./small-policy.fixture.ts";
import type { PolicyFiles } from "./types.ts";

const hashOf = (files: PolicyFiles): string | undefined => compilePolicy(files).runnable?.policy.hash;

const rewrite = (files: PolicyFiles, change: (text: string) => string): PolicyFiles =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]));

const FORUM = "  forum: { name: User forum, kind: community, official: no, link: forum }\n";
const TICKETS = "  tickets: { name: Ticket desk, kind: ticket }\n";

describe("the content hash", () => {
  test("one folder has one hash, whatever the order of files, line ends and byte order marks", () => {
    const files = bundledFiles();
    expect(hashOf(files)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(Object.fromEntries(Object.entries(files).toReversed()))).toBe(policy.hash);
    expect(hashOf(rewrite(files, (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`))).toBe(policy.hash);
  });

  test("letters with accents are the same however a machine composes them, in names of files too", () => {
    const { "holidays/berlin.yaml": list = "", ...rest } = smallFiles;
    const of = (form: "NFC" | "NFD") => {
      const files = { ...rest, "holidays/münchen.yaml": list.replace("New Year's Day", "Dreikönig") };
      const named = rewrite(files, (text) => text.replace("holidays: berlin", "holidays: münchen"));
      return Object.fromEntries(
        Object.entries(named).map(([path, text]) => [path.normalize(form), text.normalize(form)]),
      );
    };
    expect(hashOf(of("NFC"))).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(of("NFD"))).toBe(hashOf(of("NFC")));
    const mixed = { ...of("NFD"), "policy.yaml": of("NFC")["policy.yaml"] ?? "" };
    expect(hashOf(mixed)).toBe(hashOf(of("NFC")));
  });

  test("the order of keys makes no difference, that of ids does", () => {
    const hash = hashOf(smallFiles);
    const hashWith = (change: Change) => hashOf(changed(change).files);
    expect(
      hashWith(
        inPolicy(
          "{ includes: basic, pricing: team, channels: [tickets] }",
          "{ channels: [tickets], pricing: team, includes: basic }",
        ),
      ),
    ).toBe(hash);
    expect(hashWith(inPolicy(`${FORUM}${TICKETS}`, `${TICKETS}${FORUM}`))).not.toBe(hash);
  });

  test("comments and layout do not change it, facts and prose do", () => {
    const hash = hashOf(smallFiles);
    const hashWith = (change: Change) => hashOf(changed(change).files);
    expect(hashWith(inPolicy("vendor: Acme", "# who\nvendor:   'Acme'"))).toBe(hash);
    expect(hashWith(inPolicy("vendor: Acme", "vendor: Acme Ltd"))).not.toBe(hash);
    expect(hashWith(inPage("Write to", "Please write to"))).not.toBe(hash);
  });

  test("the order of keys is no part of a value", () => {
    expect(contentHash({ a: 1, b: [{ c: null, d: "x" }] })).toBe(
      contentHash({ b: [{ d: "x", c: null }], a: 1 }),
    );
    expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
  });

  test("a calendar's version changes with its hours and holidays, not with its name", () => {
    const versionOf = (files: PolicyFiles) =>
      compilePolicy(files).runnable?.policy.calendars["office"]?.version;
    const version = versionOf(smallFiles);
    expect(versionOf(changed(inPolicy("Office hours", "Hours of the office")).files)).toBe(version);
    expect(versionOf(changed(inPolicy("09:00-17:00", "09:00-18:00")).files)).not.toBe(version);
    expect(versionOf(changed(inPolicy("holidays: berlin", "holidays: none")).files)).not.toBe(version);
  });
});

describe("hostile folders", () => {
  const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    .concat(
      ["b", "c", "d", "e", "f", "g", "h", "i"].map(
        (name, i) => `${name}: &${name} [${`*${"abcdefgh"[i]},`.repeat(9)}]`,
      ),
    )
    .join("\n");

  /** Each plan includes the next one, and the last includes the first. */
  const chainOf = (length: number): string => {
    const plans = [...Array(length).keys()].map((n) => `  p${n}: { includes: p${(n + 1) % length} }\n`);
    return (smallFiles["policy.yaml"] ?? "").replace("plans:\n", `plans:\n${plans.join("")}`);
  };

  test.each([
    ["a bomb of aliases", bomb],
    ["a million opening brackets", "[".repeat(1_000_000)],
    ["a quarter million opening brackets", "[".repeat(250_000)],
    ["nested lists on one line", "- ".repeat(120_000)],
    ["nested keys on one line", "a: ".repeat(80_000)],
    ["twenty thousand keys", [...Array(20_000).keys()].map((n) => `k${n}: v`).join("\n")],
    ["a hundred thousand lines", "x: y\n".repeat(100_000)],
    ["a hundred thousand empty lines and one key", `${"\n".repeat(100_000)}x: y`],
    ["ten thousand documents", "---\n".repeat(10_000)],
    ["a merge that pulls keys in", "base: &b { policy: x }\n<<: *b"],
    ["an anchor that holds itself", "a: &a [*a]"],
    ["tabs", "policy:\n\tname: x"],
    ["a hundred plans that include one another in a ring", chainOf(100)],
    ["a list where a policy belongs", "- a\n- b"],
    ["a word where a policy belongs", "hello"],
    ["a number of zero bytes", "\0".repeat(1000)],
    [
      "names of Object.prototype",
      "__proto__: { a: 1 }\nconstructor: 1\ntoString: x\nplans: { __proto__: {}, constructor: {} }",
    ],
    ["ten megabytes", "x".repeat(10_000_000)],
  ])("%s is refused with findings, and in time", { timeout: 30_000 }, (_what, text) => {
    const { runnable, findings } = compilePolicy({ ...smallFiles, "policy.yaml": text });
    expect(runnable).toBeNull();
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) expect(finding.line).toBeGreaterThan(0);
  });

  test("an empty folder says what is missing", () => {
    const { runnable, findings } = compilePolicy({});
    expect(runnable).toBeNull();
    expect(findings.map(({ code, file }) => `${code} ${file}`)).toEqual(["file-missing policy.yaml"]);
  });

  test("files that are none of ours are not looked at", () => {
    expect(compilePolicy({ ...smallFiles, "notes.yaml": "{{{{", "old/policy.yaml": "x" }).findings).toEqual(
      [],
    );
  });
});
