import { type Change, inPolicy } from "./small-policy.fixture.ts";
import type { FindingCode } from "./source/codes.ts";

/** One golden pair: a change of the sound policy, and the finding it must draw at the mark `‸`. */
export type Pair = readonly [code: FindingCode, says: string, ...changes: Change[]];

/** Keys of their own, put where no other stands. */
const adding = (block: string): Change => inPolicy("readings:\n", `${block}\nreadings:\n`);

const onPro = (cell: string): Change => inPolicy("channels: [tickets]", `channels: { tickets: ${cell} }`);
const asPro = (keys: string): Change => inPolicy("pro: { includes: basic", `pro: { ${keys}, includes: basic`);
const asHigh = (keys: string): Change => inPolicy("    name: High\n", `    name: High\n    ${keys}\n`);
const onTickets = (keys: string): Change => inPolicy("kind: ticket }", `kind: ticket, ${keys} }`);

const NIGHT = "  night: { add-on: yes, to: [pro], channels: [tickets] }\n";
const withNight = (keys: string): Change =>
  inPolicy("categories:\n", `  night: { ${keys}, channels: [tickets] }\ncategories:\n`);

/** What is found in the constructs that many policies do without. */
export const FURTHER_PAIRS: readonly Pair[] = [
  // Plans, tiers, severities by other names.
  ["id-twice", "the plan `basic`", asPro("also: ‸basic")],
  [
    "id-twice",
    "the tier `silver`",
    inPolicy("tiers: [silver, gold]", "tiers: [silver, gold: { also: ‸silver }]"),
  ],
  ["id-twice", "the severity `low`", asHigh("also: [s1, ‸low]")],
  ["plan-undefined", "`base`", adding("default-plan: ‸base")],

  // Add-ons, prices, targets taken over.
  ["add-on-base", "is an add-on", withNight("add-on: yes"), adding("default-plan: ‸night")],
  ["add-on-base", "not that it is an add-on", asPro("to: [‸basic]")],
  ["add-on-base", "not that it is an add-on", asPro("per: ‸cluster")],
  [
    "add-on-base",
    "`night` is an add-on itself",
    inPolicy(
      "categories:\n",
      `${NIGHT}  day: { add-on: yes, to: [‸night], channels: [tickets] }\ncategories:\n`,
    ),
  ],
  ["add-on-base", "has tiers", withNight("add-on: yes, tiers: [‸one], default-tier: one")],
  ["plan-undefined", "`bronze`", withNight("add-on: yes, to: [‸bronze]")],
  ["value-choice", "`planet`", withNight("add-on: yes, per: ‸planet")],
  ["key-missing", "what the share is of", asPro("price: ‸{ percent: 5 % }")],
  ["key-missing", "without a currency", asPro("price: ‸{ flat: 50 }")],
  ["key-missing", "says nothing", asPro("price: ‸{ per: month }")],
  ["value-format", "a percentage", asPro("price: { percent: ‸105 %, of: spend }")],
  ["plan-undefined", "`bronze`", asPro("targets-of: ‸bronze")],
  ["plan-cycle", "its own targets", asPro("targets-of: ‸pro")],
  ["metric-undefined", "`first-reply`", asPro("targets-of: { plan: top, metrics: [‸first-reply] }")],
  ["calendar-undefined", "`offices`", asPro("targets-of: { plan: top, calendar: ‸offices }")],
  ["severity-undefined", "`middle`", asPro("targets-of: { plan: top, severities: [‸middle] }")],

  // What narrows a channel.
  ["category-undefined", "`bills`", onPro("{ only: [‸bills] }")],
  ["product-undefined", "`db`", onPro("{ products: [‸db] }")],
  ["severity-undefined", "`middle`", onPro("{ severities: [‸middle] }")],
  ["language-undefined", "`en`", onPro("{ languages: [‸en] }")],
  ["calendar-undefined", "`offices`", onPro("{ hours: ‸offices }")],
  ["value-format", "a quota", onPro("{ quota: ‸now and then }")],
  ["value-choice", "`sometimes`", onPro("‸sometimes")],
  ["severity-undefined", "`middle`", onTickets("severities: ‸middle")],
  ["channel-undefined", "`fax`", onTickets("fallback-for: ‸fax")],
  ["fallback-cycle", "waits for it", onTickets("fallback-for: ‸tickets")],
  ["value-choice", "`robots`", onTickets("started-by: ‸robots")],
  ["plan-undefined", "`gold`", inPolicy("issue: yes }", "issue: yes, plans: [‸gold] }")],
  ["value-choice", "`friends`", inPolicy("issue: yes }", "issue: yes, open-to: ‸friends }")],

  // Cohorts and contracts.
  ["key-missing", "who belongs", adding("cohorts:\n  ‸old: { name: Old, note: Less }")],
  ["key-missing", "keep", adding("cohorts:\n  ‸old: { name: Old, before: 2020-01-01 }")],
  [
    "plan-undefined",
    "`gold`",
    adding("cohorts:\n  old: { name: Old, before: 2020-01-01, keeps: { ‸gold: pro } }"),
  ],
  [
    "plan-undefined",
    "`gold`",
    adding("cohorts:\n  old: { name: Old, before: 2020-01-01, keeps: { team: ‸gold } }"),
  ],
  [
    "plan-undefined",
    "`gold`",
    adding("cohorts:\n  old: { name: Old, of: ‸gold, before: 2020-01-01, note: Less }"),
  ],
  ["value-format", "a date", adding("cohorts:\n  old: { name: Old, before: ‸yesterday, note: Less }")],
  [
    "value-format",
    "a whole number",
    adding("cohorts:\n  big: { name: Big, at-least: { spend: ‸much }, note: More }"),
  ],
  ["value-choice", "`hours`", adding("contracts: { may-set: [‸hours] }")],

  // Severities.
  ["plan-undefined", "`gold`", asHigh("plans: [‸gold]")],
  ["fact-undefined", "`down`", asHigh("when: ‸down")],
  ["fact-undefined", "`down`", asHigh("when: { any-of: [[‸down]] }"), adding("facts: { up: It runs }")],
  [
    "fact-undefined",
    "`down`",
    inPolicy("{ H.a: The service is down }", "{ H.a: { text: It is down, when: ‸down } }"),
  ],
  [
    "fact-undefined",
    "`state`",
    inPolicy("{ H.a: The service is down }", "{ H.a: { text: It is down, when: up, except-when: ‸state } }"),
    adding("facts: { up: It runs, state: { text: How it is, choices: { a: Good, b: Bad } } }"),
  ],
  ["fact-undefined", "`up`", adding("facts: { fast: { text: It is fast, asked-when: ‸up } }")],
  ["category-undefined", "`wish`", adding("facts: { w: { text: It is a wish, from: ‸category.wish } }")],
  ["value-format", "`project.size`", adding("facts: { big: { text: It is big, from: ‸project.size } }")],
  ["calendar-undefined", "`night`", adding("assess-within: { time: 4 hours, calendar: ‸night }")],
  ["value-format", "a fact", asHigh('when: ‸"not at all well"')],
  [
    "product-undefined",
    "`db`",
    inPolicy("{ H.a: The service is down }", "{ H.a: { text: It is down, products: ‸db } }"),
  ],
  [
    "example-contradicts-level",
    "The example `H.1` does not meet",
    asHigh("when: [down, production]"),
    inPolicy(
      "{ H.1: Nobody can connect }",
      "{ ‸H.1: { text: A test fails, facts: [down, not production] } }",
    ),
    adding("facts: { down: It cannot be used, production: It happens in production }"),
  ],
  [
    "example-contradicts-level",
    "The counter-example `H.x` meets",
    asHigh("when: [down]\n    counter-examples: { ‸H.x: { text: It is off, facts: down } }"),
    adding("facts: { down: It cannot be used }"),
  ],
  ["cap-unclear", "what it is about", adding("severity-caps:\n  - ‸at-most: low")],
  ["cap-unclear", "names no severity", adding("severity-caps:\n  - ‸environment: test")],
  [
    "cap-unclear",
    "both a limit and a fixed",
    adding("severity-caps:\n  - ‸{ environment: test, at-most: low, always: low }"),
  ],
  ["severity-undefined", "`middle`", adding("severity-caps:\n  - { payment: card, always: ‸middle }")],
  [
    "default-severity-barred",
    "only some plans",
    inPolicy("severity: low", "severity: ‸high"),
    asHigh("plans: [top]"),
  ],
  [
    "key-missing",
    "`default-severity:`",
    inPolicy("default-severity: low\n", ""),
    inPolicy("  high:\n    name", "  ‸high:\n    name"),
  ],
  ["value-choice", "`the boss`", adding("severity-decision: { decided-by: ‸the boss }")],
  ["key-missing", "`levels:`", adding("customer-priority: ‸{ name: Yours }")],

  // Contacts, quotas, eligibility.
  ["rounding-open", "500 nodes", adding("contacts:\n  - limit: ‸5 per 500 nodes, at most 15")],
  ["value-format", "a number of contacts", adding("contacts:\n  - limit: ‸a few")],
  ["value-format", "not a whole number", adding("contacts:\n  - limit: { of: nodes, steps: { ‸some: 4 } }")],
  ["key-missing", "neither how many", adding("contacts:\n  - ‸plans: [pro]")],
  ["plan-undefined", "`gold`", adding("contacts:\n  - { plans: [‸gold], limit: 4 }")],
  ["severity-undefined", "`middle`", adding("contacts:\n  - { additional: 2, severities: [‸middle] }")],
  ["value-format", "a quota", adding("quotas: { reviews: ‸one a year }")],
  ["plan-undefined", "`bronze`", adding("quotas: { reviews: { limit: { ‸bronze: 1 per year } } }")],
  ["plan-undefined", "`gold`", adding("quotas: { reviews: { limit: 1 per year, plans: [‸gold] } }")],
  ["requirement-unknown", "`verified`", adding("eligibility: { all: { all-of: [‸verified] } }")],
  ["key-missing", "asks for nothing", adding("eligibility: { ‸all: { categories: [problem] } }")],
  [
    "category-undefined",
    "`bills`",
    adding("eligibility: { all: { categories: [‸bills], all-of: [member] } }"),
  ],
  ["channel-undefined", "`fax`", adding("eligibility: { all: { channels: [‸fax], any-of: [member] } }")],

  // The form.
  [
    "field-undefined",
    "`invoice`",
    inPolicy("issue: yes }", "issue: yes, asks: [‸invoice] }"),
    adding("form: { fields: { zone: Zone } }"),
  ],
  [
    "severity-undefined",
    "`middle`",
    adding("form: { fields: { zone: { label: Zone, severities: [‸middle] } } }"),
  ],
  ["key-missing", "`choices:`", adding("form: { fields: { ‸zone: { label: Zone, kind: choice } } }")],
  ["value-format", "a size", adding("form: { attachments: { at-most: ‸a lot } }")],
  ["value-format", "a file ending", adding("form: { attachments: { refused: [‸.zip] } }")],

  // How support is given.
  ["value-choice", "`fluent`", adding("languages: { en: ‸fluent }")],
  ["plan-undefined", "`gold`", adding("languages: { de: { level: best-effort, plans: [‸gold] } }")],
  ["language-undefined", "`en`", adding("languages: { ja: { urgent: { severities: high, in: ‸en } } }")],
  ["calendar-undefined", "`tokyo`", adding("languages: { ja: { calendar: ‸tokyo } }")],
  ["value-format", "how far it goes", adding("versions: { server: { phases: { full: ‸for long } } }")],
  ["key-missing", "`phases:`", adding("versions: { ‸server: { name: Server } }")],
  ["value-format", "a time such as", adding("life-cycle: { close-after: ‸long }")],
  [
    "value-format",
    "before the silence",
    adding("life-cycle: { close-after: { silence: 3 days, notice: ‸4 days } }"),
  ],
  ["key-missing", "`text:`", adding("life-cycle: { closed-when: { forwarded: ‸{} } }")],
  ["key-missing", "`steps:`", adding("escalation: ‸{ clause: ways-in }")],
  ["value-format", "one word", adding("escalation: { marker: ‸please help }")],
  ["link-undefined", "`boss`", adding("escalation: { steps: { lead: { text: Write, link: ‸boss } } }")],
  ["severity-undefined", "`middle`", adding("escalation: { paging: { severities: [‸middle] } }")],
  ["product-undefined", "`gov`", adding("staff: { us: { text: People in one country, products: [‸gov] } }")],
  ["link-undefined", "`page`", adding("status: { link: ‸page }")],
  ["value-choice", "`friends`", adding("status: { notify: ‸friends }")],
  [
    "clause-undefined",
    "`nowhere`",
    adding("statements: { secrets: { text: Send no keys, clause: ‸nowhere } }"),
  ],

  // Rules.
  ["value-choice", "`shrug`", adding("exclusions: { own: { text: Own code, leads-to: ‸shrug } }")],
  ["key-missing", "`link:`", adding("exclusions: { own: { text: Own code, leads-to: { pro: ‸redirect } } }")],
  [
    "plan-undefined",
    "`gold`",
    adding("exclusions: { own: { text: Own code, leads-to: { ‸gold: refuse } } }"),
  ],
  [
    "link-undefined",
    "`shop`",
    adding("exclusions: { own: { text: Own code, leads-to: redirect, link: ‸shop } }"),
  ],
  ["key-missing", "`notice:`", adding("changes: { effective: ‸after-notice }")],
  ["value-format", "a time such as", adding("changes: { effective: after-notice, notice: ‸soon }")],
];
