import { expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { type Change, changed, inPage, inPolicy } from "./small-policy.fixture.ts";
import type { FindingCode } from "./source/codes.ts";

const HOLIDAYS = "    holidays: berlin\n";
const ZONE = "    zone: Europe/Berlin\n";
const PRO = "    plan: pro\n    within: 2 business days @ office\n";

const calendar = (lines: string): Change => inPolicy(HOLIDAYS, `${HOLIDAYS}${lines}\n`);
const pro = (lines: string): Change => inPolicy(PRO, `${lines}\n`);
const target = (entry: string): Change => inPolicy("readings:\n", `  - ${entry}\nreadings:\n`);
const credit = (keys: string): Change =>
  inPolicy(
    "readings:\n",
    `credits:\n  late: { for: first-response, more-than: 1 per month, ${keys} }\nreadings:\n`,
  );

/** A spoilt construct of time and targets, and the finding that it draws at the mark. */
const SPOILT: readonly (readonly [FindingCode, string, ...Change[]])[] = [
  ["key-missing", "`use:`", calendar("    instead:\n      - ‸language: ja")],
  ["plan-undefined", "`prof`", calendar("    instead: [{ plan: ‸prof, use: always }]")],
  ["tier-undefined", "`bronze`", calendar("    instead: [{ tier: ‸bronze, use: always }]")],
  ["category-undefined", "`problems`", calendar("    instead: [{ category: ‸problems, use: always }]")],
  ["cohort-undefined", "`early`", calendar("    instead: [{ cohort: ‸early, use: always }]")],
  ["value-choice", "`fax`", calendar("    instead: [{ intake: ‸fax, use: always }]")],
  ["key-unknown", "`wenn`", calendar("    instead: [{ ‸wenn: night, use: always }]")],
  ["zone-unknown", "Europe/Bonn", inPolicy(ZONE, "    regions: { eu: ‸Europe/Bonn }\n")],
  [
    "value-choice",
    "`perhaps`",
    inPolicy(ZONE, "    regions: { eu: Europe/Paris }\n    follow-the-sun: ‸perhaps\n"),
  ],
  ["id-twice", "`eu`", inPolicy(ZONE, "    regions: [eu: Europe/Paris, ‸eu: Europe/Rome]\n")],
  ["key-missing", "`whose:`", inPolicy(ZONE, "    zone: ‸{ else: Europe/Paris }\n")],
  [
    "value-type",
    "a block",
    inPolicy("open: { mon-fri:", "open: ‸[ mon-fri:"),
    inPolicy('17:00" }', '17:00" ]'),
  ],
  ["value-format", "a span such as", calendar("    unbroken: ‸sun to fri")],
  ["value-format", "a date such as", inPolicy("holidays: berlin", "holidays: [berlin, ‸02-30]")],
  ["value-format", "a date such as", inPolicy("holidays: berlin", "holidays: [berlin, ‸12-28..2027-01-03]")],
  ["holidays-undefined", "bonn.yaml", inPolicy("holidays: berlin", "holidays: [berlin, 12-24, ‸bonn]")],
  ["value-format", "a date such as `2026", calendar('    special: [{ date: ‸12-24, open: "09:00-12:00" }]')],

  [
    "channel-undefined",
    "`chatt`",
    pro("    plan: pro\n    channel: ‸chatt\n    within: 2 business days @ office"),
  ],
  [
    "channel-undefined",
    "`chatt`",
    pro(
      "    plan: pro\n    by: [channel]\n    within: { tickets: 2 business days @ office, ‸chatt: 1 hour @ always }",
    ),
  ],
  [
    "value-choice",
    "`customer`",
    target(
      "{ metric: first-response, severity: high, plan: pro, within: 1 hour @ always, firmness: target, runs-while: ‸customer }",
    ),
  ],
  [
    "value-type",
    "a text",
    target(
      "{ metric: first-response, severity: high, plan: pro, within: 1 hour @ always, firmness: target, clock-start: ‸[request] }",
    ),
  ],
  [
    "value-format",
    "a figure",
    target(
      "{ metric: first-response, severity: high, plan: pro, within: ‸15-5 minutes @ always, firmness: target }",
    ),
  ],
  [
    "value-format",
    "a figure",
    target(
      "{ metric: first-response, severity: high, plan: pro, within: ‸0 hours @ always, firmness: target }",
    ),
  ],
  [
    "value-format",
    "a figure",
    target(
      "{ metric: first-response, severity: high, plan: pro, within: ‸'1 hour @ always, surely', firmness: target }",
    ),
  ],
  [
    "calendar-undefined",
    "`offices`",
    target(
      "{ metric: first-response, severity: high, plan: pro, calendar: ‸offices, within: 1 hour, firmness: target }",
    ),
  ],
  [
    "value-choice",
    "`promise`",
    target(
      "{ metric: first-response, severity: high, plan: pro, within: 1 hour @ always, firmness: ‸promise }",
    ),
  ],
  [
    "calendar-missing",
    "no calendar",
    target(
      "{ metric: first-response, severity: high, plan: pro, within: ‸next business day, firmness: target }",
    ),
  ],
  [
    "value-choice",
    "`often`",
    inPolicy("targets:\n", "metrics: { pulse: { name: Pulse, repeats: ‸often } }\ntargets:\n"),
  ],

  [
    "value-choice",
    "`30 hours`",
    inPolicy("business-day: one local date with open hours", "business-day: ‸30 hours"),
  ],
  [
    "value-choice",
    "`0 business hours`",
    inPolicy("business-day: one local date with open hours", "business-day: ‸0 business hours"),
  ],

  ["value-format", "a percentage", credit("gives: ‸a lot")],
  ["value-format", "a date of every year", credit("gives: 5 %, period-ends: [‸13-31]")],
  ["value-format", "a number of days", credit("gives: 5 %, claim: { within: ‸soon }")],
  ["severity-undefined", "`hihg`", credit("gives: 5 %, severity: ‸hihg")],
  ["key-unknown", "`give`", credit("gives: 5 %, ‸give: 6 %")],
  [
    "value-type",
    "a block of shares",
    inPolicy("readings:\n", "credits:\n  down: { for: outage, bands: ‸99.9 }\nreadings:\n"),
  ],
  [
    "severity-undefined",
    "`hihg`",
    inPolicy("targets:\n", "lower-severity:\n  back: { text: Back, from: ‸hihg }\ntargets:\n"),
  ],
  [
    "value-choice",
    "`tomorrow`",
    inPolicy("targets:\n", "lower-severity:\n  back: { text: Back, when: ‸tomorrow }\ntargets:\n"),
  ],
  ["key-missing", "`text:`", inPolicy("targets:\n", "lower-severity:\n  back: ‸{ from: high }\ntargets:\n")],
];

test.each(SPOILT.map(([code, says, ...changes]) => ({ code, says, changes })))(
  "$code: $says",
  ({ code, says, changes }) => {
    const { files, place } = changed(...changes, inPage("within {{ targets.pro.first-response }}", "soon"));
    const { runnable, findings } = compilePolicy(files);
    const found = findings.filter((one) => one.code === code && one.message.includes(says));
    expect(found.map(({ file, line, column }) => ({ file, line, column }))).toEqual([place]);
    expect(found[0]?.mend).not.toBe("");
    expect(runnable).toBeNull();
  },
);
