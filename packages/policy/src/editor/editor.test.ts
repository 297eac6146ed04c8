import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundledFiles } from "../bundled-policy.fixture.ts";
import { compilePolicy } from "../compile.ts";
import { completionsAt, hoverAt } from "../editor.ts";
import { FURTHER_BLOCKS, REFERENCE_BLOCKS, resolveReference } from "../page/references.ts";
import {
  type Change,
  changed,
  HERE,
  inHolidays,
  inPage,
  inPolicy,
  smallFiles,
} from "../small-policy.fixture.ts";
import type { PolicyFiles } from "../types.ts";
import { definitionsOf } from "./definitions.ts";
import { outlineOf } from "./outline.ts";
import { policyAsWritten } from "./policy-as-written.ts";
import { referencesOf } from "./references.ts";

type Place = { readonly files: PolicyFiles; readonly file: string; readonly offset: number };

function placeOf(change: Change): Place {
  const { files } = changed({ ...change, to: change.to.replace(HERE, "") });
  const offset = (smallFiles[change.file] ?? "").indexOf(change.from) + change.to.indexOf(HERE);
  return { files, file: change.file, offset };
}

function offered(change: Change) {
  const { files, file, offset } = placeOf(change);
  return completionsAt(files, file, offset);
}

const labels = (change: Change): readonly string[] => offered(change)?.items.map((item) => item.label) ?? [];

/** The file with the first item of this label applied. */
function applied(change: Change, label: string): string {
  const { files, file, offset } = placeOf(change);
  const found = completionsAt(files, file, offset);
  const item = found?.items.find((one) => one.label === label);
  const text = files[file] ?? "";
  return found === null || item === undefined
    ? ""
    : text.slice(0, found.from) + item.apply + text.slice(found.to);
}

describe("completion of policy.yaml", () => {
  test.each([
    [
      "a new line of a block",
      inPolicy("    default-tier: silver\n", "    default-tier: silver\n    ‸\n"),
      ["name", "summary", "clause"],
    ],
    [
      "a word begun in a block",
      inPolicy("    default-tier: silver\n", "    default-tier: silver\n    su‸\n"),
      ["summary"],
    ],
    ["the first line below a key", inPolicy("  team: Team", "  team:\n    ‸"), ["name", "paid", "also"]],
    ["within braces", inPolicy("{ label: Forum,", "{ ‸label: Forum,"), ["label"]],
    [
      "behind the comma in braces",
      inPolicy("kind: ticket }", "kind: ticket, ‸ }"),
      ["official", "link", "doors"],
    ],
    ["an item of a list", inPolicy("readings:", "  - ‸\nreadings:"), ["metric", "firmness", "within"]],
    [
      "a second line of an item",
      inPolicy("    firmness: expectation", "    ‸\n    firmness: expectation"),
      ["tier", "clause"],
    ],
    [
      "the top of the file",
      inPolicy("reopen-within:", "‸\nreopen-within:"),
      ["title", "offers", "exclusions"],
    ],
  ])("keys that are not there yet: %s", (_, change, keys) => {
    const found = offered(change)?.items ?? [];
    expect(found.filter((item) => item.kind === "key").map((item) => item.label)).toEqual(
      expect.arrayContaining(keys),
    );
  });

  test("a key that is there is not offered again, one that is needed stands first", () => {
    const found = labels(inPolicy("    summary: Production is down.\n", "    ‸\n"));
    expect(found).not.toContain("name");
    expect(found[0]).toBe("summary");
  });

  test.each([
    ["includes: basic", "includes: ‸", ["basic", "pro", "top"]],
    ["pricing: team,", "pricing: [‸],", ["hobby", "team", "company"]],
    ["channels: [tickets]", "channels: [tickets, ‸]", ["forum"]],
    ["link: forum", "link: f‸", ["forum", "sales"]],
    ["route: sales", "route: ‸", ["forum", "sales", "support"]],
    ["default-severity: low", "default-severity: ‸", ["high", "low"]],
    ["default-tier: silver", "default-tier: ‸", ["silver", "gold"]],
    ["holidays: berlin", "holidays: ‸", ["berlin", "none"]],
    ["response-times: times", "response-times: ‸", ["ways-in", "times"]],
    ["plan: pro\n", "plan: ‸\n", ["basic", "pro", "top"]],
  ] as const)("ids where one is wanted: %s", (from, to, ids) => {
    expect(labels(inPolicy(from, to))).toEqual(expect.arrayContaining([...ids]));
  });

  test("a tier is one of its own plan", () => {
    const second = inPolicy(
      "    channels: []",
      "    channels: []\n  other:\n    tiers: [bronze]\n    default-tier: ‸",
    );
    expect(labels(second)).toEqual(["bronze"]);
  });

  test.each([
    ["kind: community", "kind: ‸", ["ticket", "chat", "community"]],
    ["paid: no", "paid: ‸", ["yes", "no"]],
    ["tie: late", "tie: ‸", ["late", "met"]],
    ["firmness: expectation", "firmness: e‸", ["commitment", "expectation"]],
    ["outside-hours: at the next opening", "outside-hours: ‸", ["at the next opening"]],
    ["zone: Europe/Berlin", "zone: Eu‸", ["Europe/Berlin", "America/New_York"]],
    ["reopen-within: 14 days", "reopen-within: ‸", ["14 days"]],
  ])("the words that are possible: %s", (from, to, words) => {
    expect(labels(inPolicy(from, to))).toEqual(expect.arrayContaining(words));
  });

  test("figures by example, and calendars behind the @", () => {
    expect(labels(inPolicy("within: 2 business days @ office", "within: ‸"))).toContain(
      "1 business day @ office",
    );
    expect(labels(inPolicy("2 business days @ office", "2 business days @ ‸"))).toEqual(["always", "office"]);
    expect(applied(inPolicy("2 business days @ office", "2 business days @ of‸"), "always")).toContain(
      "within: 2 business days @ always\n",
    );
  });

  test("rows of a table are what the rows beside are; what is there is not offered again", () => {
    expect(
      labels(
        inPolicy("      low: { silver: 1 business day @ office, gold: 1 business day @ office }", "      ‸"),
      ),
    ).toEqual(["low"]);
    expect(labels(inPolicy("{ silver: 4 business hours", "{ ‸, silver: 4 business hours"))).toEqual([]);
  });

  test("what is applied fits its place: a colon, a block indented, nothing behind a key that has its colon", () => {
    const added = inPolicy("    default-tier: silver\n", "    default-tier: silver\n    ‸\n");
    expect(applied(added, "summary")).toContain("silver\n    summary: \n");
    expect(applied(inPolicy("reopen-within:", "‸\nreopen-within:"), "conduct")).toContain(
      "conduct:\n  \nreopen",
    );
    expect(applied(inPolicy("    summary: Production", "    sum‸: Production"), "summary")).toContain(
      "    summary: Production",
    );
  });

  test.each([
    ["an unclosed quote above", inPolicy("vendor: Acme", 'vendor: "Acme')],
    ["an unclosed brace above", inPolicy("link: forum }", "link: forum")],
    ["an unclosed bracket above", inPolicy("channels: [forum] }", "channels: [forum")],
    ["a tab", inPolicy("    name: Office hours", "\tname: Office hours")],
    ["two documents", inPolicy("pricing:", "---\npricing:")],
  ])("it goes on below %s", (_, damage) => {
    const { files } = changed(damage, inPolicy("default-severity: low", "default-severity: "));
    const offset = (files["policy.yaml"] ?? "").indexOf("default-severity: ") + "default-severity: ".length;
    const found = completionsAt(files, "policy.yaml", offset)?.items.map((item) => item.label);
    expect(found).toEqual(expect.arrayContaining(["high", "low"]));
  });

  test("holiday lists have their keys", () => {
    expect(labels(inHolidays("source: Berlin law on public holidays\n", "‸\n"))).toContain("source");
  });
});

describe("completion of page.md", () => {
  test("references to what the policy has, with their words", () => {
    const found = offered(inPage("{{ email }}", "{{ em‸"));
    expect(found?.items).toContainEqual({
      label: "email",
      detail: "help@acme.example",
      apply: "email }}",
      kind: "reference",
    });
    expect(found?.items).toContainEqual(
      expect.objectContaining({ label: "targets.pro.first-response", detail: "2 business days" }),
    );
  });

  test("references to products, languages and whatever else not every policy has", () => {
    const further = [
      "products: { server: Server }",
      "languages: { en: full }",
      "metrics: { call-back: call back }",
      "cohorts: { early: { name: Early customers, before: 2024-01-01 } }",
      "quotas: { reviews: { limit: 1 per year, name: Reviews } }",
      "statements: { closing: We close at Easter. }",
      "pricing:",
    ].join("\n");
    const { files } = changed(inPolicy("pricing:", further), inPage("{{ email }}", "{{ "));
    const offset = (files["page.md"] ?? "").indexOf("{{ ") + 3;
    const found = completionsAt(files, "page.md", offset)?.items ?? [];
    const worded = new Map(found.map(({ label, detail }) => [label, detail]));
    const heads = new Set([...worded.keys()].map((label) => label.split(".")[0] ?? ""));
    expect(FURTHER_BLOCKS.filter((block) => !heads.has(block))).toEqual([]);
    expect(worded.get("quotas.reviews")).toBe("Reviews");
    expect(worded.get("languages.en")).toBe("English");
    expect(worded.get("statements.closing")).toBe("We close at Easter.");
  });

  test("directives, what they are given, and sections", () => {
    expect(labels(inPage("::channels", "::cha‸"))).toContain("channels");
    expect(labels(inPage("{plan=top}", "{plan=‸}"))).toEqual(["basic", "pro", "top"]);
    expect(labels(inPage("Write to", "[here](#‸) Write to"))).toEqual(["ways-in", "times"]);
  });

  test("every reference that is offered stands for something", () => {
    const policy = compilePolicy(bundledFiles()).runnable?.policy;
    const found =
      policy === undefined
        ? []
        : referencesOf(policyAsWritten(bundledFiles()), definitionsOf(bundledFiles()));
    expect(found.length).toBeGreaterThan(60);
    const heads = new Set(found.map(({ path }) => path.split(".")[0]));
    expect(REFERENCE_BLOCKS.filter((block) => !heads.has(block))).toEqual([]);
    expect(found.filter(({ path }) => policy === undefined || !resolveReference(policy, path).ok)).toEqual(
      [],
    );
  });
});

describe("hover", () => {
  const hover = (change: Change) => {
    const { files, file, offset } = placeOf(change);
    return hoverAt(files, file, offset);
  };

  test("a key says what it is for and what is wanted", () => {
    expect(hover(inPolicy("includes: basic", "incl‸udes: basic"))).toEqual({
      from: expect.any(Number),
      to: expect.any(Number),
      path: "plans.pro.includes",
      about: "the plan whose channels it takes over",
      wanted: "an id of `plans`",
      value: null,
    });
  });

  test.each([
    ["link: forum", "link: for‸um", "Forum"],
    ["[forum]", "[for‸um]", "User forum"],
    ["pricing: team,", "pricing: te‸am,", "Team"],
    ["default-severity: low", "default-severity: l‸ow", "Low"],
    ["holidays: berlin", "holidays: ber‸lin", "Holidays in Berlin"],
    ["response-times: times", "response-times: ti‸mes", "Times"],
  ])("an id says what it stands for: %s", (from, to, value) => {
    expect(hover(inPolicy(from, to))?.value).toBe(value);
  });

  test("a reference of the page says what it becomes", () => {
    expect(hover(inPage("{{ email }}", "{{ em‸ail }}"))?.value).toBe("help@acme.example");
    expect(hover(inPage("{{ email }}", "{{ em‸il }}"))?.value).toBeNull();
  });
});

describe("whatever is typed", () => {
  const files = bundledFiles();
  const text = files["policy.yaml"] ?? "";

  test("the outline holds each key of the bundled policy at its offset", () => {
    const root = outlineOf(text);
    const keys = root?.kind === "map" ? root.entries : [];
    expect(keys.map(({ key }) => text.slice(key.from, key.to))).toEqual(keys.map(({ key }) => key.text));
    expect(keys.map(({ key }) => key.text)).toEqual(
      [...text.matchAll(/^([a-z-]+):/gm)].map(([, key]) => key),
    );
  });

  test("at each place of a file cut off there, it answers and does not throw", () => {
    for (let offset = 0; offset <= text.length; offset += 97) {
      const cut = { ...files, "policy.yaml": text.slice(0, offset) };
      expect(() => [
        completionsAt(cut, "policy.yaml", offset),
        hoverAt(cut, "policy.yaml", offset),
      ]).not.toThrow();
      const found = completionsAt(files, "policy.yaml", offset);
      if (found !== null) expect([found.from <= offset, found.to >= offset]).toEqual([true, true]);
    }
  });

  test("whatever it is made of", () => {
    const signs = fc.constantFrom(
      "\n",
      "  ",
      "- ",
      ": ",
      "{",
      "}",
      "[",
      "]",
      ",",
      "#",
      '"',
      "'",
      "|",
      "@",
      "plans",
      "a",
      "\u{1F600}",
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), fc.nat(60), (parts, at) => {
        const typed = parts.join("");
        const offset = Math.min(at, typed.length);
        const broken = { "policy.yaml": typed, "page.md": typed, "holidays/a.yaml": typed };
        for (const file of Object.keys(broken)) {
          const found = completionsAt(broken, file, offset);
          hoverAt(broken, file, offset);
          if (found !== null)
            expect(found.from <= offset && offset <= found.to && found.to <= typed.length).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["brackets", "[".repeat(20_000)],
    ["braces", "a: {".repeat(20_000)],
    ["dashes", "- ".repeat(20_000)],
    ["colons", "a: ".repeat(20_000)],
    ["deep blocks", Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
    ["no known file", ""],
  ])("hostile text: %s", (_, hostile) => {
    const broken = { ...files, "policy.yaml": hostile };
    expect(() => completionsAt(broken, "policy.yaml", hostile.length)).not.toThrow();
    expect(completionsAt(broken, "other.yaml", 0)).toBeNull();
  });
});
