import { describe, expect, test } from "vitest";
import { compiled } from "./bundled-policy.fixture.ts";
import { type CreditQuestion, creditsDue } from "./credits.ts";
import { loweringFor } from "./lowering.ts";
import { changed, inPolicy } from "./small-policy.fixture.ts";
import type { Policy } from "./types.ts";

const CREDITS = `credits:
  late-answers:
    plan: pro
    for: first_response
    severity: high
    more-than: 4 per fiscal quarter
    period-ends: [01-31, 04-30, 07-31, 10-31]
    gives: 20 %
    of: the quarterly support fee
    as: cash refund
    claim:
      within: 30 days
      by: an e-mail from an address of the account
      says: Credit Request
      names: [date, contact, list of late tickets]
  outages:
    for: outage
    bands: { 99: 25 %, 99.9: 10 %, 95: 100 % }
    of: the monthly fee
    at-most: 50 %
    claim: { within: 10 days }
readings:`;

const withCredits = (credits: string): Policy =>
  compiled(changed(inPolicy("readings:", credits)).files).policy;

const policy = withCredits(CREDITS);

const at = (iso: string): number => Date.parse(iso);

/** So many missed answers, one a day from `from` on. */
const missed = (count: number, from: string, severity = "high") =>
  [...Array(count).keys()].map((day) => ({
    metric: "first-response",
    severity,
    at: at(from) + day * 86_400_000,
  }));

const ask = (question: Partial<CreditQuestion>) =>
  creditsDue(policy, { plan: "pro", misses: [], at: at("2026-05-10T12:00:00Z"), ...question });

describe("K34: credits for missed answers", () => {
  test("more than four in a fiscal quarter, and no fewer", () => {
    expect(ask({ misses: missed(4, "2026-02-01T10:00:00Z") })).toEqual([]);
    expect(ask({ misses: missed(5, "2026-02-01T10:00:00Z") })).toMatchObject([
      {
        credit: { id: "late-answers", of: "the quarterly support fee", as: "cash refund" },
        period: { from: "2026-02-01", to: "2026-04-30" },
        misses: 5,
        percent: 20,
        claimBy: "2026-05-30",
        state: "claimable",
      },
    ]);
  });

  test("misses on both sides of a quarter's end do not add up", () => {
    expect(ask({ misses: missed(8, "2026-01-28T10:00:00Z") })).toEqual([]);
    expect(ask({ misses: missed(10, "2026-01-27T10:00:00Z") }).map(({ period }) => period.from)).toEqual([
      "2025-11-01",
      "2026-02-01",
    ]);
  });

  test("the date of a miss is that of the zone that is named", () => {
    const misses = [...missed(4, "2026-02-01T10:00:00Z"), ...missed(1, "2026-02-01T03:00:00Z")];
    expect(ask({ misses })).toHaveLength(1);
    expect(ask({ misses, zone: "America/New_York" })).toEqual([]);
  });

  test("only the severities, the plan and the metric that it names", () => {
    expect(ask({ misses: missed(9, "2026-02-01T10:00:00Z", "low") })).toEqual([]);
    expect(ask({ plan: "top", misses: missed(9, "2026-02-01T10:00:00Z") })).toEqual([]);
    const others = missed(9, "2026-02-01T10:00:00Z").map((one) => ({ ...one, metric: "resolution" }));
    expect(ask({ misses: others })).toEqual([]);
  });

  test.each([
    ["2026-04-30T12:00:00Z", "period-runs"],
    ["2026-05-01T12:00:00Z", "claimable"],
    ["2026-05-30T12:00:00Z", "claimable"],
    ["2026-05-31T12:00:00Z", "too-late"],
  ])("asked at %s it is %s", (now, state) => {
    expect(ask({ misses: missed(5, "2026-02-01T10:00:00Z"), at: at(now) })[0]?.state).toBe(state);
  });

  test("a quarter that ends in February ends on its last day in a leap year too", () => {
    const { policy: feb } = compiled(
      changed(
        inPolicy(
          "readings:",
          CREDITS.replace("[01-31, 04-30, 07-31, 10-31]", "[02-28, 05-31, 08-31, 11-30]"),
        ),
      ).files,
    );
    const found = creditsDue(feb, {
      plan: "pro",
      misses: missed(5, "2028-02-25T10:00:00Z"),
      at: at("2028-03-10T12:00:00Z"),
    });
    expect(found[0]?.period).toEqual({ from: "2027-12-01", to: "2028-02-29" });
  });
});

describe("K35: credits for outages", () => {
  const uptime = (percent: number) =>
    ask({ uptimes: [{ month: "2026-04", percent, endedAt: at("2026-05-04T10:00:00Z") }] });

  test.each([
    [99.95, null],
    [99.9, null],
    [99.5, 10],
    [98, 25],
    [90, 50],
  ])("a month with %s percent gives %s", (percent, gives) => {
    expect(uptime(percent)[0]?.percent ?? null).toBe(gives);
  });

  test("it is claimed within days of the outage, not of the month", () => {
    expect(uptime(98)[0]).toMatchObject({
      period: { from: "2026-04-01", to: "2026-04-30" },
      misses: null,
      claimBy: "2026-05-14",
      state: "claimable",
    });
  });
});

describe("K41: a severity goes down by itself", () => {
  const { policy: lowering } = compiled(
    changed(
      inPolicy(
        "targets:\n",
        `lower-severity:
  works-again: { text: Once the core works again the severity goes down., when: core-function-restored, from: high, to: low }
  away: { text: Who is away for long waits with lower severity., when: customer-unavailable }
  judged: A manager may lower it.
targets:
`,
      ),
    ).files,
  );

  test("where the desk is told that the rule holds", () => {
    expect(loweringFor(lowering, "high", { isCoreFunctionRestored: true })).toMatchObject({
      rule: { id: "works-again" },
      to: "low",
    });
    expect(loweringFor(lowering, "high", { isCustomerUnavailable: true })).toMatchObject({
      rule: { id: "away" },
      to: "low",
    });
  });

  test("never below the last level, never where nothing is known, never by a rule that a person judges", () => {
    expect(loweringFor(lowering, "low", { isCustomerUnavailable: true })).toBeNull();
    expect(loweringFor(lowering, "high", {})).toBeNull();
    expect(loweringFor(lowering, "none", { isCoreFunctionRestored: true })).toBeNull();
  });
});
