import type { Hours, Weekday } from "@troth/business-time";
import { describe, expect, test } from "vitest";
import { compiled } from "./bundled-policy.fixture.ts";
import {
  EXAMPLES,
  exampleFiles,
  type FactTarget,
  type FactWindow,
  factsOf,
  hasPublished,
  publishedOf,
} from "./examples.fixture.ts";
import type { Firmness, Policy, Target } from "./types.ts";

const policies = new Map<string, Policy>();

function policyOf(vendor: string): Policy {
  const policy = policies.get(vendor) ?? compiled(exampleFiles(vendor)).policy;
  policies.set(vendor, policy);
  return policy;
}

/** How firm the published words are, in ours. */
const FIRMNESS: ReadonlyMap<string, Firmness> = new Map([
  ["sla", "commitment"],
  ["target (only committed one)", "commitment"],
  ["target", "target"],
  ["standard", "expectation"],
  ["expectation", "expectation"],
  ["aspiration", "aspiration"],
  ["best_effort", "best-effort"],
  ["per_contract", "per-contract"],
  ["not_offered", "none"],
  ["none", "none"],
  ["unspecified", "unstated"],
  ["table not in the part read", "unstated"],
]);

type Cell = ReturnType<typeof cellOf>;

/** The columns that facts and table are compared in. A cell without a figure has nothing for a tie to decide. */
const cellOf = (target: Target) => ({
  plan: target.plan,
  tier: target.tier,
  severity: target.severity,
  intake: target.intake,
  channel: target.channel ?? null,
  category: target.category,
  metric: target.metric,
  amount: target.amount,
  rangeLow: target.rangeLow,
  unit: target.unit,
  calendar: target.calendar,
  op: target.unit === null ? null : target.op,
  firmness: target.firmness,
  when: target.when,
  appliesTo: target.appliesTo,
  clockStart: target.clockStart,
});

const anyOf = (value: string): string | null => (value === "*" ? null : value);

function fromFact(fact: FactTarget): Cell {
  const firmness = FIRMNESS.get(fact.status ?? fact.strength ?? "");
  const [way = null] = fact.channels ?? [];
  if (firmness === undefined) throw new Error(`No firmness for ${JSON.stringify(fact)}`);
  return {
    plan: anyOf(fact.plan),
    tier: null,
    severity: anyOf(fact.severity),
    intake: way === "console_ticket" ? "console" : null,
    channel: way === "console_ticket" ? null : way,
    category: null,
    metric: fact.metric,
    amount: fact.value ?? null,
    rangeLow: fact.range_low ?? null,
    unit: fact.unit ?? null,
    calendar: fact.calendar ?? null,
    op: fact.op === undefined ? null : fact.op === "less_than" ? "less-than" : "within",
    firmness,
    when: fact.when ?? fact.condition ?? null,
    appliesTo: fact.applies_to ?? null,
    clockStart: fact.trigger ?? fact.clock_start ?? null,
  };
}

/** Where a table may differ from the facts, and why. */
type Departure = {
  readonly reason: string;
  readonly vendors: readonly string[];
  readonly instead?: (cell: Cell) => Cell;
  readonly more?: (cells: readonly Cell[]) => readonly Cell[];
};

const NEON = ["neon-2024-01-11", "neon-2024-08-06", "neon-2026-02-06"];

const DEPARTURES: readonly Departure[] = [
  {
    reason: "The ids are those of the bundled version: the tier is a key of its own, severities are 1 to 4.",
    vendors: NEON,
    instead: (cell) => {
      const [plan = null, tier = null] = cell.plan?.startsWith("enterprise_")
        ? cell.plan.split("_")
        : [cell.plan];
      const severity = cell.severity?.replace("s", "") ?? null;
      return { ...cell, plan, tier, severity, metric: cell.metric.replace("_", "-") };
    },
  },
  {
    reason:
      "Plain hours and days inside business hours are written as what they are read as (bundled decision 3).",
    vendors: NEON,
    instead: (cell) => {
      if (!cell.calendar?.startsWith("nbh")) return cell;
      const unit = cell.unit === "hour" ? "business_hour" : cell.unit === "day" ? "business_day" : cell.unit;
      return { ...cell, unit, calendar: "normal-business-hours" };
    },
  },
  {
    reason:
      "The expectation of all paying customers holds for the plans above Standard too (bundled decision 1).",
    vendors: ["neon-2024-08-06"],
    more: (cells) =>
      cells
        .filter((cell) => cell.firmness === "expectation")
        .flatMap((cell) => ["priority", "enterprise"].map((plan) => ({ ...cell, plan }))),
  },
];

function expected(vendor: string): Cell[] {
  const mine = DEPARTURES.filter((one) => one.vendors.includes(vendor));
  let cells = factsOf(vendor).targets.map(fromFact);
  for (const { instead, more } of mine) {
    cells = [...cells.map((cell) => instead?.(cell) ?? cell), ...(more?.(cells) ?? [])];
  }
  return cells;
}

const sorted = (cells: readonly object[]): string[] => cells.map((cell) => JSON.stringify(cell)).toSorted();

const measured = EXAMPLES.filter((vendor) => factsOf(vendor).targets.length > 0);

describe("published tables of targets", () => {
  test("of the 21 vendors that published one, of a customer's copy, and of other versions of the bundled policy", () => {
    expect(measured).toHaveLength(21 + 1 + NEON.length);
    expect(EXAMPLES).toHaveLength(25 + 1 + NEON.length);
  });

  test.each(measured)("%s: the compiled table is the published one, cell by cell", (vendor) => {
    expect(sorted(policyOf(vendor).targets.map(cellOf))).toEqual(sorted(expected(vendor)));
  });
});

test.skipIf(!hasPublished())("the committed facts are the published ones, with nothing left out", () => {
  for (const vendor of EXAMPLES) {
    expect([vendor, factsOf(vendor).targets.map(fromFact)]).toEqual([
      vendor,
      publishedOf(vendor)?.targets.map(fromFact),
    ]);
  }
});

describe("published ids", () => {
  const others = EXAMPLES.filter((vendor) => !NEON.includes(vendor));

  /** The built-in calendar, those of regions, and the one for what AWS overrides by language. */
  const isOurs = (calendar: string): boolean =>
    calendar === "always" || calendar.includes("~") || calendar === "customer_country_business_ja";

  test.each(others)("%s: plans, channels, calendars and severities bear the published ids", (vendor) => {
    const policy = policyOf(vendor);
    const facts = factsOf(vendor);
    const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);
    const calendars = Object.keys(policy.calendars).filter((id) => !isOurs(id));
    expect(ids(policy.plans).toSorted()).toEqual(facts.plans.toSorted());
    expect(new Set(ids(policy.channels))).toEqual(new Set(ids(facts.channels)));
    expect(calendars.toSorted()).toEqual(facts.calendars.toSorted());
    if (facts.severities.length > 0)
      expect(ids(policy.severities).filter((id) => facts.severities.includes(id))).toEqual(facts.severities);
  });
});

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const satisfies readonly Weekday[];

/** The hours of a published window on each of its days, as the clock of a schedule reads them. */
function hoursOf({ days, from, to, through }: FactWindow): [Weekday, Hours][] {
  const last = through ?? days.at(-1);
  const [first = "mon"] = days;
  const spanned = DAYS.slice(DAYS.indexOf(first), DAYS.indexOf(last ?? first) + 1);
  const hour = Number(to.slice(0, 2));
  const end = hour > 24 ? `${String(hour - 24).padStart(2, "0")}${to.slice(2)}` : to;
  return (through === undefined ? days : spanned).map((day) => [day, [from, end]]);
}

const timed = EXAMPLES.filter((vendor) => factsOf(vendor).hours !== undefined);

test.each(timed)("%s: calendars are open in the published hours, in the published zone", (vendor) => {
  const { calendars } = policyOf(vendor);
  for (const [id, { zone, windows }] of Object.entries(factsOf(vendor).hours ?? {})) {
    const [schedule] = calendars[id]?.schedules ?? [];
    const stated = Object.entries(schedule?.hours ?? {}).flatMap(([day, hours]) =>
      hours.map((one) => `${day} ${one.join("-")}`),
    );
    const published = windows.flatMap(hoursOf).map(([day, hours]) => `${day} ${hours.join("-")}`);
    expect([id, stated.toSorted()]).toEqual([id, published.toSorted()]);
    if (zone !== undefined) expect([id, schedule?.zone]).toEqual([id, zone]);
  }
});

describe("every example", () => {
  test.each(EXAMPLES)("%s has one hash on any machine", (vendor) => {
    const files = exampleFiles(vendor);
    const backwards = Object.fromEntries(Object.entries(files).toReversed());
    const windows = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path.replaceAll("/", "\\"),
        text.replaceAll("\n", "\r\n"),
      ]),
    );
    const { hash } = policyOf(vendor);
    for (const one of [files, backwards, windows]) expect(compiled(one).policy.hash).toBe(hash);
  });

  test("no two have the same hash", () => {
    expect(new Set(EXAMPLES.map((vendor) => policyOf(vendor).hash)).size).toBe(EXAMPLES.length);
  });
});
