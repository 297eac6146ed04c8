import { describe, expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { FURTHER_PAIRS, type Pair } from "./further-pairs.fixture.ts";
import { changed, inHolidays, inPage, inPolicy, smallFiles } from "./small-policy.fixture.ts";
import { FINDING_CODES, type FindingCode } from "./source/codes.ts";
import type { PolicyFiles } from "./types.ts";

const LONG = "x: ".concat("[".repeat(50), "]".repeat(50));

const PAIRS: readonly Pair[] = [
  ...FURTHER_PAIRS,
  ["yaml-syntax", "not readable", inPolicy("vendor: Acme", 'vendor: "Acme‸')],
  ["yaml-tab", "tab", inPolicy("    name: Office hours", "‸\tname: Office hours")],
  ["yaml-duplicate-key", "line 2", inPolicy("vendor: Acme", "vendor: Acme\n‸version: 2")],
  ["yaml-alias", "Anchors", inPolicy("vendor: Acme", "vendor: &me ‸Acme")],
  ["yaml-alias", "Anchors", inPolicy("  team: Team", "  team: ‸*me")],
  ["yaml-tag", "tag", inPolicy("vendor: Acme", "vendor: !secret ‸Acme")],
  ["yaml-documents", "second document", inPolicy("default-severity", "‸---\ndefault-severity")],
  [
    "yaml-depth",
    "levels deep",
    inPolicy("vendor: Acme", `vendor: Acme\n${LONG.replace(/^(x: \[{40})/, "$1‸")}`),
  ],

  ["character-unsafe", "U+202E", inPolicy("vendor: Acme", "vendor: A‸\u202Ecme")],
  ["character-unsafe", "U+0000", inPolicy("vendor: Acme", "vendor: A‸\0cme")],
  ["character-unsafe", "U+200B", inPolicy("vendor: Acme", String.raw`vendor: ‸"A\u200Bcme"`)],
  ["character-unsafe", "U+D800", inPage("Write to", "‸\uD800Write to")],
  ["character-unsafe", "U+2066", inHolidays("name: Holidays", "name: ‸\u2066Holidays")],
  ["list-too-long", "501", inPolicy("channels: [forum]", `channels: ‸[forum${", forum".repeat(500)}]`)],

  ["key-unknown", "`chanels`", inPolicy("channels: [forum]", "‸chanels: [forum]")],
  [
    "key-missing",
    "`zone:`",
    inPolicy("    name: Office hours\n    zone: Europe/Berlin", "    ‸name: Office hours"),
  ],
  ["value-type", "a list", inPolicy("email: help@acme.example", "email: ‸[a, b]")],
  ["value-type", "a block of keys", inPolicy("plan: pro\n", "plan: ‸{ a: b }\n")],
  ["value-choice", "`comunity`", inPolicy("kind: community", "kind: ‸comunity")],
  ["value-format", "an e-mail address", inPolicy("help@acme.example", "‸help at acme")],
  ["value-format", "an instant", inPolicy("2026-01-01T09:00:00Z", "‸2026-02-30T09:00:00Z")],
  ["value-format", "opening hours", inPolicy('"09:00-17:00"', '‸"9-5"')],
  ["value-format", "names no weekdays", inPolicy("{ mon-fri:", "{ ‸mon-fry:")],
  ["value-format", "cannot be an id", inPolicy("  team: Team", '  ‸"te am": Team')],
  ["value-format", "a figure", inPolicy("2 business days @ office", "‸soon")],
  ["value-format", "not a date", inHolidays("2026-12-25:", "‸2026-13-25:")],
  ["link-unsafe", "link", inPolicy('"https://acme.example/sales"', '‸"javascript:alert(1)"')],

  ["calendar-undefined", "`offices`", inPolicy("2 business days @ office", "‸2 business days @ offices")],
  ["category-undefined", "`problems`", inPolicy("plan: pro\n", "plan: pro\n    category: ‸problems\n")],
  ["channel-undefined", "`ticket`", inPolicy("channels: [tickets]", "channels: [‸ticket]")],
  ["cohort-undefined", "`early`", inPolicy("plan: pro\n", "plan: pro\n    cohort: ‸early\n")],
  ["clause-undefined", "`ways-out`", inPolicy("channels: ways-in", "channels: ‸ways-out")],
  [
    "ground-undefined",
    "`H.9`",
    inPolicy("targets:", "severity-caps:\n  - { environment: test, at-most: low, except: ‸H.9 }\ntargets:"),
  ],
  ["holidays-undefined", "holidays/bonn.yaml", inPolicy("holidays: berlin", "holidays: ‸bonn")],
  ["link-undefined", "`forums`", inPolicy("link: forum", "link: ‸forums")],
  ["link-undefined", "`sale`", inPolicy("route: sales", "route: ‸sale")],
  ["metric-undefined", "`first-reply`", inPolicy("metric: first-response", "metric: ‸first-reply")],
  ["plan-undefined", "`base`", inPolicy("includes: basic", "includes: ‸base")],
  ["plan-undefined", "`prof`", inPolicy("plan: pro\n", "plan: ‸prof\n")],
  ["pricing-undefined", "`teams`", inPolicy("pricing: team,", "pricing: ‸teams,")],
  ["severity-undefined", "`middle`", inPolicy("default-severity: low", "default-severity: ‸middle")],
  ["severity-undefined", "`hihg`", inPolicy("      high: {", "      ‸hihg: {")],
  ["tier-undefined", "`bronze`", inPolicy("default-tier: silver", "default-tier: ‸bronze")],

  ["pricing-twice", "`team`", inPolicy("pricing: company\n", "pricing: [company, ‸team]\n")],
  ["pricing-twice", "`team`", inPolicy("also: company-eu", "also: ‸team")],
  ["pricing-unmapped", "`extra`", inPolicy("  team: Team", "  team: Team\n  ‸extra: Extra")],
  ["plan-cycle", "`basic`", inPolicy("basic: { pricing", "basic: { includes: ‸top, pricing")],
  [
    "tier-default-missing",
    "`top`",
    inPolicy("  top:\n", "  ‸top:\n"),
    inPolicy("    default-tier: silver\n", ""),
  ],
  ["id-twice", "`H.1`", inPolicy("{ L.a: A question }", "{ L.a: A question, ‸H.1: Another }")],
  ["id-twice", "`forum`", inPolicy("[tickets]", "[tickets, forum, ‸forum]")],

  ["zone-unknown", "Europe/Berlon", inPolicy("Europe/Berlin", "‸Europe/Berlon")],
  ["zone-fixed-offset", "summer time", inPolicy("Europe/Berlin", "‸UTC+01:00")],
  [
    "calendar-reserved",
    "built in",
    inPolicy("  office:\n", "  ‸always: { zone: UTC, open: { daily: all day } }\n  office:\n"),
  ],
  [
    "calendar-closed",
    "`office`",
    inPolicy("  office:\n", "  ‸office:\n"),
    inPolicy('"09:00-17:00"', "closed"),
    inPolicy("holidays: berlin", "holidays: none"),
  ],
  [
    "calendar-closed",
    "400 days",
    inPolicy("  office:\n", "  ‸office:\n"),
    inPolicy('"09:00-17:00" }', 'closed }\n    special: [{ date: 2027-06-01, open: "09:00-12:00" }]'),
    inPolicy("holidays: berlin", "holidays: none"),
  ],
  [
    "calendar-left-open",
    "the zone",
    inPolicy("  office:\n", "  ‸office:\n"),
    inPolicy("zone: Europe/Berlin", "zone: { whose: customer-country }"),
  ],
  [
    "calendar-left-open",
    "the hours",
    inPolicy("  office:\n", "  ‸office:\n"),
    inPolicy('{ mon-fri: "09:00-17:00" }', "unstated"),
  ],
  [
    "zone-unknown",
    "Europe/Bonn",
    inPolicy("zone: Europe/Berlin", "zone: { whose: customer, else: ‸Europe/Bonn }"),
  ],
  ["value-format", "a date such as", inPolicy("holidays: berlin", "holidays: [berlin, ‸12-32]")],
  [
    "value-format",
    "a date such as",
    inPolicy("holidays: berlin", "holidays: [berlin, ‸2026-12-28..2026-12-01]"),
  ],
  [
    "reading-missing",
    "does not say whose holidays",
    inPolicy("  office:\n", "  ‸office:\n"),
    inPolicy("    holidays: berlin\n", ""),
  ],
  [
    "calendar-undefined",
    "`offices`",
    inPolicy(
      "    holidays: berlin\n",
      "    holidays: berlin\n    instead: [{ language: de, use: ‸offices }]\n",
    ),
  ],
  [
    "calendar-undefined",
    "instead of itself",
    inPolicy(
      "    holidays: berlin\n",
      "    holidays: berlin\n    instead: [{ language: de, use: ‸office }]\n",
    ),
  ],
  [
    "severity-undefined",
    "`hihg`",
    inPolicy(
      "    holidays: berlin\n",
      "    holidays: berlin\n    instead: [{ severity: ‸hihg, use: always }]\n",
    ),
  ],
  [
    "key-missing",
    "The region `eu` has no zone",
    inPolicy(
      "    zone: Europe/Berlin\n",
      "    regions: { us: America/New_York, ‸eu: { open: { mon: all day } } }\n",
    ),
  ],
  [
    "calendar-undefined",
    "`ofice`",
    inPolicy("    plan: pro\n", "    plan: pro\n    when: ‸opened in ofice\n"),
  ],
  [
    "condition-undecided",
    "“the moon is full”",
    inPolicy("    plan: pro\n", "    plan: pro\n    when: ‸the moon is full\n"),
    inPage("{{ targets.pro.first-response }}", "a while"),
  ],
  [
    "credit-unclear",
    "how many answers",
    inPolicy("readings:", "credits:\n  ‸late: { for: first-response, gives: 20 % }\nreadings:"),
  ],
  [
    "credit-unclear",
    "fiscal quarter",
    inPolicy(
      "readings:",
      "credits:\n  late: { for: first-response, gives: 20 %, more-than: ‸4 per fiscal quarter }\nreadings:",
    ),
  ],
  [
    "credit-unclear",
    "what missed answers give",
    inPolicy("readings:", "credits:\n  ‸late: { for: first-response, more-than: 4 per quarter }\nreadings:"),
  ],
  [
    "credit-unclear",
    "No target measures `resolution`",
    inPolicy(
      "readings:",
      "credits:\n  late: { for: ‸resolution, gives: 20 %, more-than: 4 per quarter }\nreadings:",
    ),
  ],
  [
    "credit-unclear",
    "gives 5 %, less than",
    inPolicy("readings:", "credits:\n  down: { for: outage, bands: { 99.9: 10 %, ‸99: 5 % } }\nreadings:"),
  ],
  [
    "credit-unclear",
    "is for outages",
    inPolicy("readings:", "credits:\n  ‸down: { for: outage, more-than: 4 per month }\nreadings:"),
  ],
  [
    "metric-undefined",
    "`outages`",
    inPolicy(
      "readings:",
      "credits:\n  down: { for: ‸outages, gives: 5 %, more-than: 1 per month }\nreadings:",
    ),
  ],
  [
    "plan-undefined",
    "`prof`",
    inPolicy("readings:", "credits:\n  down: { for: outage, plan: ‸prof }\nreadings:"),
  ],
  [
    "value-format",
    "a count such as",
    inPolicy(
      "readings:",
      "credits:\n  late: { for: first-response, gives: 5 %, more-than: ‸a few }\nreadings:",
    ),
  ],
  [
    "value-format",
    "no share of 100",
    inPolicy("readings:", "credits:\n  down: { for: outage, bands: { ‸often: 5 % } }\nreadings:"),
  ],
  [
    "lowering-raises",
    "lowers nothing",
    inPolicy("targets:", "lower-severity:\n  back: { text: It is back, from: low, to: ‸high }\ntargets:"),
  ],
  [
    "severity-undefined",
    "`lo`",
    inPolicy("targets:", "lower-severity:\n  back: { text: It is back, to: ‸lo }\ntargets:"),
  ],
  ["calendar-missing", "no calendar", inPolicy("2 business days @ office", "‸2 business days")],
  [
    "calendar-unused",
    "`night`",
    inPolicy(
      "  office:\n",
      '  ‸night: { zone: Europe/Berlin, open: { daily: "22:00-06:00" }, holidays: none }\n  office:\n',
    ),
  ],
  ["holidays-past", "2025-12-31", inHolidays("through: 2027-12-31", "through: ‸2025-12-31")],
  ["holidays-short", "13 months", inHolidays("through: 2027-12-31", "through: ‸2026-12-31")],
  [
    "holidays-unused",
    "`berlin`",
    inHolidays("name: Holidays", "‸name: Holidays"),
    inPolicy("holidays: berlin", "holidays: none"),
  ],

  [
    "target-figure",
    "no figure",
    inPolicy(
      "  - metric: first-response\n    plan: pro\n    within: 2 business days @ office\n",
      "  - ‸metric: first-response\n    plan: pro\n",
    ),
  ],
  [
    "target-figure",
    "more than one",
    inPolicy(
      "  - metric: first-response\n    plan: pro\n",
      "  - ‸metric: first-response\n    plan: pro\n    in: 3 hours @ always\n",
    ),
  ],
  [
    "target-cell-missing",
    "tier `gold`",
    inPolicy(
      "{ silver: 1 business day @ office, gold: 1 business day @ office }",
      "‸{ silver: 1 business day @ office }",
    ),
  ],
  [
    "target-cell-missing",
    "severity `low`",
    inPolicy("      high: {", "      ‸high: {"),
    inPolicy("      low: { silver: 1 business day @ office, gold: 1 business day @ office }\n", ""),
  ],
  [
    "target-twice",
    "Line 49",
    inPolicy(
      "readings:",
      "  - { metric: first-response, severity: high, within: ‸5 hours @ office, firmness: target }\nreadings:",
    ),
  ],
  [
    "target-too-large",
    "2000 cells",
    inPolicy(
      "readings:",
      `  - ‸metric: resolution\n    firmness: target\n    within: 1 hour @ always\n    plan: [${"a,".repeat(60)}]\n    tier: [${"b,".repeat(60)}]\nreadings:`,
    ),
  ],
  [
    "target-unreachable",
    "No ticket can come",
    inPolicy(
      "readings:",
      "  - { metric: resolution, plan: basic, within: ‸5 hours @ always, firmness: target }\nreadings:",
    ),
  ],
  [
    "plan-weaker",
    "Top Silver waits longer",
    inPolicy("silver: 1 business day @ office", "silver: ‸3 business days @ office"),
  ],
  [
    "severity-weaker",
    "severity high waits longer",
    inPolicy("gold: 1 hour @ always", "gold: ‸1 hour @ always"),
    inPolicy("gold: 1 business day @ office", "gold: 15 minutes @ always"),
  ],

  ["ground-contradicts-level", "“minor”", inPolicy("H.1: Nobody can", "‸H.1: A minor flaw that nobody can")],
  [
    "channel-unused",
    "`phone`",
    inPolicy("  tickets: {", "  ‸phone: { name: Phone, kind: other }\n  tickets: {"),
  ],

  [
    "reference-broken",
    "no plan `prof`",
    inPage("{{ targets.pro.first-response }}", "‸{{ targets.prof.first-response }}"),
  ],
  ["reference-broken", "nothing is called", inPage("{{ email }}", "‸{{ constructor }}")],
  ["reference-broken", "no plan `tip`", inPage("::targets{plan=top}", "‸::targets{plan=tip}")],
  ["directive-unknown", "`::channel`", inPage("::channels", "‸::channel")],
  ["section-twice", "`times`", inPage("## Times", "## Times\n\n::plans\n\n‸## Time and again {#times}")],
  ["section-unbacked", "“Chatter”", inPage("## Times", "‸## Chatter\n\nWords.\n\n## Times")],
  ["prose-figure", "“2 business days”", inPage("{{ targets.pro.first-response }}", "‸2 business days")],
  ["prose-figure", "“two hours”", inPage("Write to", "Give us ‸two hours. Write to")],
  ["prose-name", "“Ticket desk”", inPage("Write to", "The ‸Ticket desk or")],
  ["prose-name", "“Pro”", inPage("A first answer", "On ‸Pro a first answer")],
  ["prose-html", "shown as text", inPage("Write to", "‸<b>Write</b> to")],
];

/** Pairs whose finding is about a file as a whole. */
const FILES: readonly (readonly [FindingCode, PolicyFiles, string])[] = [
  ["file-missing", { "page.md": smallFiles["page.md"] ?? "" }, "policy.yaml"],
  ["file-empty", { ...smallFiles, "page.md": " \n" }, "page.md"],
  ["file-too-large", { ...smallFiles, "policy.yaml": `# ${"x".repeat(1024 * 1024)}` }, "policy.yaml"],
];

const READINGS = [
  "business-day",
  "tie",
  "severity-raised",
  "severity-lowered",
  "plan-changed",
  "policy-changed",
  "automatic-reply-stops-clock",
  "ai-reply-stops-clock",
  "zone-and-holidays",
  "empty-cell",
  "outside-hours",
];

describe("what the compiler finds, and where", () => {
  test("the sound policy has no finding", () => {
    const { runnable, findings } = compilePolicy(smallFiles);
    expect(findings).toEqual([]);
    expect(runnable).not.toBeNull();
  });

  test.each(PAIRS.map(([code, says, ...changes]) => ({ code, says, changes })))("$code: $says", (pair) => {
    const { files, place } = changed(...pair.changes);
    const { runnable, findings } = compilePolicy(files);
    const found = findings.filter(({ code, message }) => code === pair.code && message.includes(pair.says));
    expect(found.map(({ file, line, column }) => ({ file, line, column }))).toEqual([place]);
    expect(found[0]?.mend).not.toBe("");
    const severity = FINDING_CODES[pair.code];
    expect(found[0]?.severity).toBe(severity);
    expect(runnable === null).toBe(severity === "error");
    if (severity === "warning") expect(findings.map((one) => one.code)).toEqual([pair.code]);
  });

  test.each(FILES)("%s %#", (code, files, file) => {
    const { runnable, findings } = compilePolicy(files);
    expect(runnable).toBeNull();
    expect(findings.filter((finding) => finding.code === code).map((finding) => finding.file)).toEqual([
      file,
    ]);
  });

  test.each(READINGS)(
    "reading-missing: the reading `%s` left open is refused, named, and the answer is shown",
    (key) => {
      const line = (smallFiles["policy.yaml"] ?? "").split("\n").find((one) => one.startsWith(`  ${key}: `));
      const { files } = changed(inPolicy(`${line ?? "nothing"}\n`, ""));
      const { runnable, findings } = compilePolicy(files);
      expect(runnable).toBeNull();
      expect(findings.map((finding) => finding.code)).toEqual(["reading-missing"]);
      expect(findings[0]?.message).toContain(`\`${key}\``);
      expect(findings[0]?.mend).toContain(line?.trim());
    },
  );

  test.each([
    ["hour-in-business-calendar", "2 hours @ office"],
    ["day-in-business-calendar", "2 days @ office"],
    ["business-unit-round-the-clock", "9 business hours @ always"],
    ["next-business-day", "next business day @ office"],
    ["without-calendar", "9 hours"],
    ["business-week", "1 business week @ office"],
    ["month", "1 month @ always"],
  ])("reading-missing: `%s` is needed for “%s”, and only then", (key, figure) => {
    const change = inPolicy("2 business days @ office", figure);
    const missing = compilePolicy(changed(change).files).findings.filter(
      (one) => one.code === "reading-missing",
    );
    expect(missing.map((finding) => finding.message.includes(`\`${key}\``))).toEqual([true]);
  });

  test("every code has a pair", () => {
    const covered = new Set<string>([
      ...PAIRS.map(([code]) => code),
      ...FILES.map(([code]) => code),
      "reading-missing",
    ]);
    expect(Object.keys(FINDING_CODES).filter((code) => !covered.has(code))).toEqual([]);
  });

  test("all findings come at once, in reading order", () => {
    const { files } = changed(
      inPolicy("kind: community", "kind: comunity"),
      inPolicy("includes: basic", "includes: base"),
      inPolicy("Europe/Berlin", "Europe/Berlon"),
      inPolicy("2 business days @ office", "soon"),
      inPage("{{ email }}", "{{ emial }}"),
      inHolidays("source: Berlin law on public holidays\n", ""),
    );
    const places = compilePolicy(files).findings.map(({ file, line, code }) => `${file}:${line} ${code}`);
    expect(places).toEqual([
      "holidays/berlin.yaml:1 key-missing",
      "page.md:3 reference-broken",
      "page.md:11 reference-broken",
      "policy.yaml:13 zone-unknown",
      "policy.yaml:21 value-choice",
      "policy.yaml:25 plan-undefined",
      "policy.yaml:49 value-format",
    ]);
  });

  test("a mistyped key is answered with the one that was meant", () => {
    const { files } = changed(inPolicy("default-severity: low", "defualt-severity: low"));
    const mends = compilePolicy(files).findings.map((finding) => finding.mend);
    expect(mends).toContain("Did you mean `default-severity`?");
  });

  test("the date decides whether a holiday list still reaches far enough", () => {
    const in2027 = compilePolicy(smallFiles, Date.UTC(2027, 2, 1));
    expect(in2027.findings.map((finding) => finding.code)).toEqual(["holidays-short"]);
    const in2028 = compilePolicy(smallFiles, Date.UTC(2028, 2, 1));
    expect(in2028.findings.map((finding) => finding.code)).toEqual(["holidays-past"]);
    expect(in2028.runnable).toBeNull();
  });
});
