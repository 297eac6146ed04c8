import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundledFiles, bundledWith, compiled, policy } from "../bundled-policy.fixture.ts";
import type { Policy } from "../types.ts";
import type { Change, ChangeKind } from "./change.ts";
import { differenceOf } from "./difference.ts";

type Edit = readonly [from: string, to: string];

const edited = (...edits: readonly Edit[]): Policy => compiled(bundledWith("policy.yaml", ...edits)).policy;

const told = (before: Policy, after: Policy): string[] =>
  differenceOf(before, after).map(({ kind, sentence }) => `${kind}: ${sentence.en}`);

const NEXT = "metric: next-response, plan: priority";

/** Edits of the bundled policy, and every sentence they must be told in. */
const EDITS: readonly (readonly [what: string, edits: readonly Edit[], sentences: readonly string[]])[] = [
  [
    "P129 a shorter target",
    [["2: { standard: 2 business days", "2: { standard: 1 business day"]],
    [
      "better: Severity 2 on Enterprise Standard, through the console: 2 business days → 1 business day (first response)",
    ],
  ],
  [
    "a longer target, told to each plan that it is for, and not where another entry wins",
    [["within: 3 business days", "within: 5 business days"]],
    [
      "worse: Standard: 3 business days → 5 business days (first response)",
      "worse: Priority: 3 business days → 5 business days (first response)",
      "worse: Enterprise, not through the console: 3 business days → 5 business days (first response)",
    ],
  ],
  [
    "a figure taken back",
    [["3: { standard: 3 business days @ normal-business-hours, gold", "3: { standard: not offered, gold"]],
    [
      "removed: Severity 3 on Enterprise Standard, through the console: 3 business days, a commitment → no time stated (first response)",
    ],
  ],
  [
    "firmness alone",
    [
      [
        "    firmness: expectation\n    clause: standard-support",
        "    firmness: commitment\n    clause: standard-support",
      ],
    ],
    [
      "better: Standard: 3 business days, an expectation → 3 business days, a commitment (first response)",
      "better: Priority: 3 business days, an expectation → 3 business days, a commitment (first response)",
      "better: Enterprise, not through the console: 3 business days, an expectation → 3 business days, a commitment (first response)",
    ],
  ],
  [
    "another calendar for one cell",
    [["gold: 1 hour @ always", "gold: 1 business hour @ normal-business-hours"]],
    [
      "worse: Severity 1 on Enterprise Gold, through the console: 1 hour, around the clock → 1 business hour, in Normal Business Hours (first response)",
    ],
  ],
  [
    "a new metric",
    [
      [
        "\nreadings: #",
        `  - { ${NEXT}, within: 2 business days @ normal-business-hours, firmness: target }\n\nreadings: #`,
      ],
    ],
    ["added: Priority: no time stated → 2 business days, a target (next response)"],
  ],
  [
    "a plan with a new name is no plan that went",
    [["  standard:\n    includes: community\n", "  standard:\n    name: Expert\n    includes: community\n"]],
    ["changed: The support plan Standard is now called Expert"],
  ],
  [
    "a pricing plan that moves down",
    [
      ["pricing: [launch, scale]", "pricing: [launch, business]"],
      ["pricing: business\n", "pricing: scale\n"],
    ],
    [
      "worse: Support with the pricing plan Business: Priority → Standard",
      "better: Support with the pricing plan Scale: Standard → Priority",
    ],
  ],
  [
    "names that only the vendor's systems use, for pricing plans, support plans, tiers and severities",
    [
      ["also: launch_v3 }", "also: [launch_v3, launch_v4] }"],
      ["also: [free_v2, free_v3] }", "also: free_v3 }"],
      ["  standard:\n    includes: community\n", "  standard:\n    also: plain\n    includes: community\n"],
      ["tiers: [standard, gold]", "tiers: [standard, { gold: { also: enterprise_au } }]"],
      ["    name: Critical\n", "    name: Critical\n    also: sev-a\n"],
    ],
    [],
  ],
  [
    "such a name that now stands for a pricing plan with other support",
    [
      ["also: scale_v3 }", "also: [] }"],
      ["business: Business", "business: { name: Business, also: scale_v3 }"],
    ],
    ["better: Support with the pricing plan scale_v3: Standard → Priority"],
  ],
  [
    "a channel for every plan",
    [
      ["  tickets: {", "  forum: { name: Forum, kind: community }\n  tickets: {"],
      ["channels: [discord, ai-chat]", "channels: [discord, ai-chat, forum]"],
    ],
    ["added: New on every plan: Forum"],
  ],
  [
    "a channel that one plan loses and another has on request",
    [["channels: [prioritized-tickets, video: on-request]", "channels: [prioritized-tickets, video]"]],
    [
      "better: Video chat on Priority: on request → included",
      "better: Video chat on Enterprise: on request → included",
    ],
  ],
  [
    "a channel that is no longer official",
    [["kind: chat, link: ai-chat }", "kind: chat, link: ai-chat, official: no }"]],
    ["worse: Neon AI Chat: official → not official"],
  ],
  [
    "longer hours in the same zone",
    [["09:00-17:00", "08:00-20:00"]],
    [
      "better: Normal Business Hours: Monday to Friday, 09:00 to 17:00, New York time → Monday to Friday, 08:00 to 20:00, New York time",
    ],
  ],
  [
    "another zone",
    [["zone: America/New_York", "zone: America/Chicago"]],
    [
      "changed: Normal Business Hours: Monday to Friday, 09:00 to 17:00, New York time → Monday to Friday, 09:00 to 17:00, Chicago time",
    ],
  ],
  [
    "a ground that is new",
    [
      [
        "          S2.1.recovery:",
        "          S2.1.scale: No compute can be resized\n          S2.1.recovery:",
      ],
    ],
    ["added: Severity 2 (High), example S2.1, points, new: No compute can be resized"],
  ],
  [
    "a definition in other words",
    [["S3.c: { text: Essential work goes on", "S3.c: { text: All essential work goes on"]],
    ["changed: Severity 3 (Normal), definition S3.c: Essential work goes on → All essential work goes on"],
  ],
  [
    "a reading",
    [["  tie: late", "  tie: met"]],
    [
      "changed: An answer at the very instant, where a target says neither “less than” nor “within”: late → met",
    ],
  ],
  [
    "days to reopen",
    [["reopen-within: 14 days", "reopen-within: 30 days"]],
    ["better: A reply reopens a finished ticket within: 14 days → 30 days"],
  ],
  [
    "whom conduct binds",
    [["  binds-agents: yes", "  binds-agents: no"]],
    ["changed: Conduct, binds the vendor's people as well: yes → no"],
  ],
  [
    "an exclusion more",
    [["exclusions:\n", "exclusions:\n  previews: Features that are still in preview\n"]],
    ["added: Not covered, new: Features that are still in preview"],
  ],
  [
    "the name of the terms",
    [["name: terms of service", "name: customer agreement"]],
    ["changed: Terms: terms of service → customer agreement"],
  ],
];

describe("what changes, in the customer's words", () => {
  test.each(EDITS)("%s", (_what, edits, sentences) => {
    expect(told(policy, edited(...edits))).toEqual(sentences);
  });

  test("prose of the page is told by its sections, and figures are not told twice", () => {
    const after = compiled(bundledWith("page.md", ["Please look there before", "Look there before"])).policy;
    expect(told(policy, after)).toEqual(["changed: Worded anew: General support policy"]);
  });

  test("a list of holidays that only reaches further changes nothing for anybody", () => {
    const files = bundledFiles();
    const path = Object.keys(files).find((one) => one.startsWith("holidays/")) ?? "";
    const text = files[path] ?? "";
    const through = /^through: (\d{4})-12-31$/m.exec(text)?.[1] ?? "";
    const next = String(Number(through) + 1);
    const longer = text
      .replace(`through: ${through}-12-31`, `through: ${next}-12-31`)
      .replace(/\n?$/, `\n  ${next}-12-25: Christmas Day\n`);
    const after = compiled({ ...files, [path]: longer }).policy;
    expect(differenceOf(policy, after).filter((change) => change.id.includes("/days"))).toEqual([]);
    const fewer = text.replace(/\n {2}\d{4}-07-04:.*\n/, "\n");
    expect(fewer).not.toBe(text);
    const [gone] = differenceOf(policy, compiled({ ...files, [path]: fewer }).policy);
    expect(gone).toMatchObject({ kind: "removed", topic: "hours" });
  });

  test("German has its own words", () => {
    const [change] = differenceOf(
      policy,
      edited(["2: { standard: 2 business days", "2: { standard: 1 business day"]),
    );
    expect(change?.sentence.de).toBe(
      "Schweregrad 2 bei Enterprise Standard, über die Konsole: 2 Geschäftstage → 1 Geschäftstag (erste Antwort)",
    );
  });
});

const OPPOSITE: Readonly<Record<ChangeKind, ChangeKind>> = {
  better: "worse",
  worse: "better",
  added: "removed",
  removed: "added",
  changed: "changed",
};

describe("of any two versions", { timeout: 60_000 }, () => {
  const versions = [policy, ...EDITS.map(([, edits]) => edited(...edits))];
  const version = fc.nat({ max: versions.length - 1 });
  const between = (one: number, other: number) =>
    differenceOf(versions[one] ?? policy, versions[other] ?? policy);

  test("a version does not differ from itself", () => {
    for (const one of versions) expect(differenceOf(one, structuredClone(one))).toEqual([]);
  });

  test("with the sides swapped, each change is its opposite", () => {
    const facts = (changes: readonly Change[]) =>
      changes
        .map(({ id, kind, before, after }) => ({ id, kind, before, after }))
        .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    fc.assert(
      fc.property(version, version, (one, other) => {
        const back = between(other, one).map((change) => ({
          ...change,
          kind: OPPOSITE[change.kind],
          before: change.after,
          after: change.before,
        }));
        expect(facts(back)).toEqual(facts(between(one, other)));
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  test("no two changes share an id", () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const ids = between(one, other).map((change) => change.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});

/** Fields that place, count or identify; a change of them alone is no change. Of the closed days, ten are enough. */
const NO_FACT =
  /^(id|version|updatedAt|hash|page)$|(^|\.)(aliases|clauses?|clauseFor|policyVersion|promise|rank|number|lowered|version|schedules\.\d+\.id)(\.|$)|\.closed\.\d{2}|^plans\.\d+\.(pricing|includes)|^calendars\.[^.]+\.id$/;

/** Every leaf of a value, with a way to write another value there. */
function leavesOf(value: unknown, path = ""): { readonly path: string; readonly value: unknown }[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, path === "" ? key : `${path}.${key}`));
}

function withLeaf(path: string, value: unknown): Policy {
  const changed = structuredClone(policy);
  const keys = path.split(".");
  let place: unknown = changed;
  for (const key of keys.slice(0, -1)) place = Reflect.get(Object(place), key);
  Reflect.set(Object(place), keys.at(-1) ?? "", value);
  return changed;
}

/** For words of closed lists, another of the list. */
const OTHER_WORD: Readonly<Record<string, string>> = {
  unit: "minute",
  op: "within",
  firmness: "aspiration",
  route: "discord",
};

test("nothing that an author can change goes untold", { timeout: 60_000 }, () => {
  const other = (path: string, value: unknown): unknown => {
    if (typeof value === "number") return value + 1;
    if (typeof value === "boolean") return !value;
    const word = OTHER_WORD[/[^.]+$/.exec(path)?.[0] ?? ""];
    if (word !== undefined) return word === value ? "less-than" : word;
    return /\d\d:\d\d/.test(String(value)) ? "10:30" : `${String(value)}x`;
  };
  const silent = leavesOf(policy)
    .filter(({ path }) => !NO_FACT.test(path))
    .filter(({ path, value }) => differenceOf(policy, withLeaf(path, other(path, value))).length === 0)
    .map(({ path }) => path);
  expect(silent).toEqual([]);
});
