import { describe, expect, test } from "vitest";
import { bindCalendar, overruled } from "./bind.ts";
import { compiled } from "./bundled-policy.fixture.ts";
import { dueOf } from "./due.ts";
import { entitlementOf } from "./entitlement.ts";
import { type Change, changed, inPage, inPolicy } from "./small-policy.fixture.ts";
import { targetOf } from "./target.ts";
import { durationText } from "./text.ts";
import type { RunnablePolicy, Target } from "./types.ts";

const small = (...changes: readonly Change[]): RunnablePolicy => compiled(changed(...changes).files);

const READINGS = inPolicy(
  "  tie: late\n",
  "  tie: late\n  hour-in-business-calendar: open time only\n  day-in-business-calendar: a business day\n  without-calendar: round the clock\n  month: 30 days\n  business-week: five business days\n",
);

const NO_FIGURE = inPage("within {{ targets.pro.first-response }}", "soon");

/** The small policy whose plan Pro has the given target lines instead of its own. */
const withTarget = (lines: string, ...more: readonly Change[]): RunnablePolicy =>
  small(
    inPolicy("    plan: pro\n    within: 2 business days @ office\n", lines),
    READINGS,
    NO_FIGURE,
    ...more,
  );

const proTargets = ({ policy }: RunnablePolicy): Target[] =>
  policy.targets.filter((target) => target.plan !== "top");

const HOURS = `open: { mon-fri: "09:00-17:00" }`;

/** When two open hours from `from` are over, in a calendar whose hours are written `hours`. */
function twoHours(hours: string, from: string, ...more: readonly Change[]): string {
  const runnable = withTarget(
    "    plan: pro\n    within: 2 business hours @ office\n",
    inPolicy(HOURS, hours),
    inPolicy("    zone: Europe/Berlin", "    zone: UTC"),
    inPolicy("holidays: berlin", "holidays: none"),
    ...more,
  );
  const [target] = proTargets(runnable);
  const due = target === undefined ? null : dueOf(runnable, target, Date.parse(from)).due;
  return due === null ? "never" : new Date(due).toISOString();
}

describe("hours", () => {
  test.each([
    [
      "a window past midnight (05:00 to 01:00)",
      'open: { mon-fri: "05:00-25:00" }',
      "2026-03-07T00:30:00Z",
      "2026-03-09T06:30:00.000Z",
    ],
    ["a night", 'open: { daily: "22:00-06:00" }', "2026-03-03T05:00:00Z", "2026-03-03T23:00:00.000Z"],
    [
      "two windows a day",
      'open: { mon-fri: "09:00-12:00, 13:00-17:00" }',
      "2026-03-03T11:30:00Z",
      "2026-03-03T14:30:00.000Z",
    ],
    [
      "single days by name",
      'open: { "mon, wed": "09:00-10:00", sat: all day }',
      "2026-03-02T09:30:00Z",
      "2026-03-07T00:30:00.000Z",
    ],
    [
      "one span from Sunday to Friday",
      "unbroken: sun 17:00 - fri 18:00",
      "2026-03-06T17:00:00Z",
      "2026-03-08T18:00:00.000Z",
    ],
  ])("%s", (_what, hours, from, due) => {
    expect(twoHours(hours, from)).toBe(due);
  });

  test("a day with other hours, and a break", () => {
    const dated = inPolicy(
      HOURS,
      `${HOURS}
    special: [{ date: 2026-03-04, name: Fair, open: "10:00-11:00" }]
    breaks: [{ date: 2026-03-05, open: "09:00-12:00" }]`,
    );
    expect(twoHours(HOURS, "2026-03-04T08:00:00Z", dated)).toBe("2026-03-05T13:00:00.000Z");
  });

  test("several desks are open together", () => {
    const desks = `desks:
      - { zone: UTC, open: { mon-fri: "09:00-10:00" }, holidays: none }
      - { zone: UTC, open: { mon-fri: "14:00-15:00" }, holidays: none }`;
    const whole = inPolicy(`    zone: Europe/Berlin\n    ${HOURS}\n    holidays: berlin\n`, `    ${desks}\n`);
    const runnable = withTarget("    plan: pro\n    within: 2 business hours @ office\n", whole);
    const [target] = proTargets(runnable);
    if (target === undefined) throw new Error("Pro has a target");
    const { due } = dueOf(runnable, target, Date.parse("2026-03-03T08:00:00Z"));
    expect(due).toBe(Date.parse("2026-03-03T15:00:00Z"));
  });

  test("a zone left to the customer runs only once it is bound", () => {
    const runnable = small(inPolicy("zone: Europe/Berlin", "zone: { whose: customer-country }"));
    const calendar = runnable.policy.calendars["office"];
    expect(calendar?.leftOpen).toEqual({ zone: "customer-country", holidays: null });
    expect(runnable.calendars.has("office")).toBe(false);
    const bound = bindCalendar(runnable, "office", { zone: "Asia/Tokyo" });
    expect(bound.calendars.get("office")?.isOpen(Date.parse("2026-03-03T00:30:00Z"))).toBe(true);
    expect(calendar && overruled(calendar, { zone: "Asia/Tokyo" })).toBe(false);
  });
});

describe("figures", () => {
  test.each([
    [
      "5-15 minutes @ always",
      { amount: 15, rangeLow: 5, unit: "minute", lowered: { calendar: "always", amount: { ms: 900_000 } } },
    ],
    ["2 hours @ office", { unit: "hour", lowered: { calendar: "office", amount: { ms: 7_200_000 } } }],
    ["2 days @ office", { unit: "day", lowered: { calendar: "office", amount: { days: 2 } } }],
    ["2 days @ always", { unit: "day", lowered: { calendar: "always", amount: { ms: 172_800_000 } } }],
    [
      "1.5 business days @ office",
      { amount: 1.5, lowered: { calendar: "office", amount: { days: { num: 1500, den: 1000 } } } },
    ],
    [
      "2 business weeks @ office",
      { unit: "business_week", lowered: { calendar: "office", amount: { days: 10 } } },
    ],
    ["24 hours", { calendar: null, lowered: { calendar: "always", amount: { ms: 86_400_000 } } }],
    ["3 months", { unit: "month", lowered: { calendar: "always", amount: { ms: 7_776_000_000 } } }],
    ["continuous @ always", { amount: null, unit: "continuous", lowered: null }],
    ["48 hours @ always, best effort", { amount: 48, firmness: "best-effort" }],
    ["not offered", { amount: null, unit: null, firmness: "none", lowered: null }],
    ["per contract", { amount: null, firmness: "per-contract" }],
  ])("%s", (figure, expected) => {
    const [target] = proTargets(withTarget(`    plan: pro\n    within: ${figure}\n`));
    expect(target).toMatchObject({ op: "within", firmness: "expectation", ...expected });
  });

  test("`in` leaves a tie to the reading", () => {
    const opOf = (runnable: RunnablePolicy) => proTargets(runnable)[0]?.op;
    const lines = "    plan: pro\n    in: 3 business days @ office\n";
    expect(opOf(withTarget(lines))).toBe("less-than");
    expect(opOf(withTarget(lines, inPolicy("tie: late", "tie: met")))).toBe("within");
  });

  test("business time that names no calendar counts in the default one", () => {
    const runnable = withTarget(
      "    plan: pro\n    within: 1 business day\n",
      inPolicy("pricing:\n", "default-calendar: office\npricing:\n"),
    );
    expect(proTargets(runnable)[0]).toMatchObject({
      calendar: null,
      lowered: { calendar: "office", amount: { days: 1 } },
    });
  });
});

describe("tables", () => {
  test("severities by plans, with cells that are not offered and cells left empty", () => {
    const table = `    within:
      high: { pro: 4 hours @ always, top: 1 hour @ always }
      low: { pro: not offered, top: }
`;
    const { policy } = withTarget(
      table,
      inPolicy("    plan: top\n    less-than:", "    plan: top\n    intake: console\n    less-than:"),
    );
    const cells = policy.targets
      .slice(0, 4)
      .map(({ plan, severity, amount, firmness }) => [plan, severity, amount, firmness]);
    expect(cells).toEqual([
      ["pro", "high", 4, "expectation"],
      ["top", "high", 1, "expectation"],
      ["pro", "low", null, "none"],
      ["top", "low", null, "none"],
    ]);
  });

  test("conditions as columns", () => {
    const runnable = withTarget(`    plan: pro
    by: [severity, when]
    within:
      high: { by day: 1 hour @ always, by night: 4 hours @ always }
      low: { by day: 8 hours @ always, by night: 9 hours @ always }
`);
    const question = {
      plan: "pro",
      tier: null,
      severity: "high",
      intake: "console",
      category: null,
      metric: "first-response",
    } as const;
    const figure = (when: string | null) => {
      const target = targetOf(runnable.policy, { ...question, when });
      return target === null ? null : durationText(target);
    };
    expect([figure("by day"), figure("by night"), figure(null)]).toEqual(["1 hour", "4 hours", null]);
  });

  test("metrics of one's own, with what starts the clock and what it is limited to", () => {
    const runnable = small(
      inPolicy("targets:\n", "metrics: { fix: a fix }\ntargets:\n"),
      inPolicy(
        "readings:\n",
        "  - { metric: fix, plan: pro, within: 5 business days @ office, firmness: target, applies-to: bugs, clock-start: logged with engineering }\nreadings:\n",
      ),
    );
    expect(runnable.policy.targets.at(-1)).toMatchObject({
      metric: "fix",
      appliesTo: "bugs",
      clockStart: "logged with engineering",
      firmness: "target",
    });
  });
});

describe("plans", () => {
  test("without a price list every support plan is sold under its own name, and is paid for", () => {
    const runnable = small(
      inPolicy(
        "pricing:\n  hobby: { name: Hobby, paid: no }\n  team: Team\n  company: { name: Company, also: company-eu }\n",
        "",
      ),
      inPolicy("pricing: hobby, ", ""),
      inPolicy("pricing: team, ", ""),
      inPolicy("    pricing: company\n", ""),
    );
    expect(runnable.policy.pricing.map(({ id, plan, isPaid }) => [id, plan, isPaid])).toEqual([
      ["basic", "basic", true],
      ["pro", "pro", true],
      ["top", "top", true],
    ]);
    const account = { organisation: "kite", pricing: "pro", tier: null, subscription: "active" } as const;
    const answer = entitlementOf(runnable.policy, {
      account,
      channel: "console",
      category: null,
      requester: null,
      at: 0,
    });
    expect(answer.decision).toBe("allow");
  });

  test("a chat that every plan has is still for customers where no plan is free", () => {
    const runnable = small(
      inPolicy("hobby: { name: Hobby, paid: no }", "hobby: Hobby"),
      inPolicy("  tickets: {", "  chat: { name: Live chat, kind: chat }\n  tickets: {"),
      inPolicy("channels: [forum]", "channels: [forum, chat]"),
    );
    const reasonFor = (pricing: string | null) => {
      const account = { organisation: "kite", pricing, tier: null, subscription: "active" } as const;
      return entitlementOf(runnable.policy, {
        account,
        channel: "chat",
        category: null,
        requester: null,
        at: 0,
      }).reason;
    };
    expect([reasonFor("hobby"), reasonFor("nobody"), reasonFor(null)]).toEqual([
      "plan-includes-channel",
      "unknown-plan",
      "no-subscription",
    ]);
  });

  test("what a plan says of a channel wins over the plan it includes", () => {
    const { policy } = small(inPolicy("channels: [tickets]", "channels: [tickets, forum: not-included]"));
    expect(policy.plans.map((plan) => plan.access["forum"])).toEqual([
      "included",
      "not-included",
      "not-included",
    ]);
  });

  test("an exception may open every door to one kind of request", () => {
    const { policy } = small(
      inPolicy(
        "categories:\n",
        "exceptions: [{ plan: basic, category: problem, note: Problems may be told on any plan. }]\ncategories:\n",
      ),
    );
    const ask = (channel: string, category: string | null) => {
      const account = { organisation: "kite", pricing: "hobby", tier: null, subscription: "none" } as const;
      return entitlementOf(policy, { account, channel, category, requester: null, at: 0 }).reason;
    };
    expect([ask("portal", "problem"), ask("email", "problem"), ask("portal", null)]).toEqual([
      "exception",
      "exception",
      "plan-lacks-channel",
    ]);
  });
});
