import { describe, expect, test } from "vitest";
import { compiled } from "./bundled-policy.fixture.ts";
import { compilePolicy } from "./compile.ts";
import { dueOf } from "./due.ts";
import { type Change, changed, inPage, inPolicy } from "./small-policy.fixture.ts";
import { targetOf } from "./target.ts";
import { durationText } from "./text.ts";
import type { RunnablePolicy, Target, TargetQuestion } from "./types.ts";

const PRO = "    plan: pro\n    within: 2 business days @ office\n";
const NO_FIGURE = inPage("within {{ targets.pro.first-response }}", "soon");
const SOON = inPolicy(
  "  tie: late\n",
  `  tie: late
  hour-in-business-calendar: open time only
  without-calendar: round the clock
  business-unit-round-the-clock: elapsed time
  business-week: five business days
  month: 30 days
`,
);

/** The small policy whose plan Pro has the given target lines instead of its own. */
const withPro = (lines: string, ...more: readonly Change[]): RunnablePolicy =>
  compiled(changed(inPolicy(PRO, lines), SOON, NO_FIGURE, ...more).files);

const question: TargetQuestion = {
  plan: "pro",
  tier: null,
  severity: "high",
  intake: "console",
  category: null,
  metric: "first-response",
};

const at = (iso: string): number => Date.parse(iso);

const NIGHT = inPolicy(
  "pricing:\n",
  `  night: { zone: Europe/Berlin, open: { daily: "22:00-06:00" }, holidays: none }
  summer: { zone: Europe/Berlin, open: { daily: all day }, holidays: none }
pricing:
`,
);

describe("K29: a target by when the request came", () => {
  const lines = `    plan: pro
    by: [severity, when]
    within:
      high: { opened in office: 1 hour @ always, opened outside Office hours: 4 hours @ always }
      low: { opened in office: 8 hours @ always, opened outside Office hours: 9 hours @ always }
`;
  const runnable = withPro(lines);
  const figure = (asked: Partial<TargetQuestion>): string | null => {
    const target = targetOf(runnable.policy, { ...question, ...asked });
    return target === null ? null : durationText(target);
  };

  test("is decided from the instant of opening, in the calendar that the words name", () => {
    expect(figure({ openedAt: at("2026-03-03T08:30:00Z") })).toBe("1 hour");
    expect(figure({ openedAt: at("2026-03-03T17:30:00Z") })).toBe("4 hours");
    expect(figure({ openedAt: at("2026-12-25T08:30:00Z") })).toBe("4 hours");
  });

  test("holds where somebody says so, and never where nothing is known", () => {
    expect(figure({ when: "opened in office", openedAt: at("2026-03-03T17:30:00Z") })).toBe("1 hour");
    expect(figure({})).toBeNull();
  });

  test("the table keeps the author's words", () => {
    const { policy } = runnable;
    expect(policy.targets.slice(0, 2).map(({ when, openedIn }) => ({ when, openedIn }))).toEqual([
      { when: "opened in office", openedIn: { calendar: "office", isOpen: true } },
      { when: "opened outside Office hours", openedIn: { calendar: "office", isOpen: false } },
    ]);
  });

  test("a condition that holds wins over a figure without one, not over one that names more", () => {
    const both = withPro(
      "    plan: pro\n    within: 3 business days @ office\n",
      inPolicy(
        "readings:\n",
        `  - { metric: first-response, plan: pro, when: opened in office, within: 2 hours @ always, firmness: target }
  - { metric: first-response, plan: pro, severity: high, within: 1 hour @ always, firmness: target }
readings:
`,
      ),
    );
    const openedAt = at("2026-03-03T08:30:00Z");
    const told = (asked: Partial<TargetQuestion>) => targetOf(both.policy, { ...question, ...asked })?.amount;
    expect(told({ severity: "low", openedAt })).toBe(2);
    expect(told({ severity: "low" })).toBe(3);
    expect(told({ severity: "high", openedAt })).toBe(1);
  });

  test("only requests that come inside its own hours", () => {
    const inside = withPro(
      "    plan: pro\n    within: 2 business hours @ office\n    clock-start: inside-hours-only\n",
    );
    const found = (iso: string) =>
      targetOf(inside.policy, { ...question, openedAt: at(iso) })?.amount ?? null;
    expect([found("2026-03-03T08:30:00Z"), found("2026-03-03T20:30:00Z")]).toEqual([2, null]);
    expect(compilePolicy(changed(SOON).files).findings).toEqual([]);
  });
});

describe("K22: another calendar in single cases", () => {
  const instead = withPro(
    "    plan: pro\n    within: 2 business hours @ office\n",
    inPolicy(
      "    holidays: berlin\n",
      `    holidays: berlin
    instead:
      - { severity: high, language: en, use: always }
      - { language: [ja, ko], use: night }
      - { region: apac, when: asked for, use: summer }
`,
    ),
    NIGHT,
  );
  const calendarOf = (asked: Partial<TargetQuestion>): string | undefined =>
    targetOf(instead.policy, { ...question, ...asked })?.lowered?.calendar;

  test.each([
    ["nothing is known", {}, "office"],
    ["severity and language", { language: "en-GB" }, "always"],
    ["another severity", { severity: "low", language: "en" }, "office"],
    ["one of two languages", { language: "ko" }, "night"],
    ["a region without the condition", { region: "apac" }, "office"],
    ["a region with it", { region: "APAC", when: "asked for" }, "summer"],
  ])("%s", (_what, asked, calendar) => {
    expect(calendarOf(asked)).toBe(calendar);
  });

  test("the table keeps the calendar that was written, and the same case is the same value", () => {
    const [first, second] = [1, 2].map(() => targetOf(instead.policy, { ...question, language: "ja" }));
    expect(first?.calendar).toBe("office");
    expect(first).toBe(second);
    expect(instead.policy.targets[0]?.lowered?.calendar).toBe("office");
  });

  test("K20: the customer's region decides which of several counts", () => {
    const regional = withPro(
      "    plan: pro\n    within: 2 business hours @ office\n",
      inPolicy("    zone: Europe/Berlin\n", "    regions: { us: America/New_York, emea: Europe/Berlin }\n"),
    );
    const dueIn = (region: string) => {
      const target = targetOf(regional.policy, { ...question, region });
      return target === null ? null : dueOf(regional, target, at("2026-03-03T07:00:00Z")).due;
    };
    expect([dueIn("emea"), dueIn("us"), dueIn("mars")]).toEqual([
      at("2026-03-03T10:00:00Z"),
      at("2026-03-03T16:00:00Z"),
      null,
    ]);
  });
});

describe("K24: what a business day is", () => {
  const BERLIN = "business-day: one local date with open hours";

  /** When two business days from `from` are over, by a reading. */
  function twoDays(reading: string, from: string, figure = "2 business days"): string {
    const runnable = compiled(
      changed(
        inPolicy(BERLIN, `business-day: ${reading}\n  next-business-day: ${NEXT}`),
        inPolicy("2 business days @ office", `${figure} @ office`),
        NO_FIGURE,
      ).files,
    );
    const target = targetOf(runnable.policy, question);
    if (target === null) throw new Error("Pro has a target");
    const { due, rows } = dueOf(runnable, target, at(from));
    expect(rows.length).toBeGreaterThan(0);
    return due === null ? "never" : new Date(due).toISOString().slice(0, 16);
  }

  const NEXT = "until the end of the first open day after the request";

  // Berlin, 9 to 17: in March UTC+1. 2026-12-31 is open until 12, 12-25 and 2027-01-01 are listed or not.
  test.each([
    ["one local date with open hours", "2026-03-03T09:30:00Z", "2026-03-05T09:30"],
    ["until the end of the following open day", "2026-03-03T09:30:00Z", "2026-03-05T16:00"],
    ["until the same time on the following open day", "2026-03-03T09:30:00Z", "2026-03-05T09:30"],
    ["8 business hours", "2026-03-03T09:30:00Z", "2026-03-05T09:30"],
    ["6 business hours", "2026-03-03T09:30:00Z", "2026-03-04T13:30"],
    // Over a half day, Thursday 31 December: proportion, closing, clock and hours part.
    ["one local date with open hours", "2026-12-30T12:00:00Z", "2027-01-01T12:00"],
    ["until the end of the following open day", "2026-12-30T12:00:00Z", "2027-01-01T16:00"],
    ["until the same time on the following open day", "2026-12-29T12:00:00Z", "2026-12-31T11:00"],
    ["8 business hours", "2026-12-30T12:00:00Z", "2027-01-04T09:00"],
    // At the weekend the clock starts on Monday.
    ["one local date with open hours", "2026-03-07T12:00:00Z", "2026-03-10T16:00"],
    ["until the end of the following open day", "2026-03-07T12:00:00Z", "2026-03-11T16:00"],
    ["until the same time on the following open day", "2026-03-07T12:00:00Z", "2026-03-10T16:00"],
  ])("%s, from %s", (reading, from, due) => {
    expect(twoDays(reading, from)).toBe(due);
  });

  test.each([
    ["in the morning", "2026-03-03T09:30:00Z", "2026-03-04T16:00"],
    ["after closing", "2026-03-03T18:30:00Z", "2026-03-04T16:00"],
    ["on a Saturday", "2026-03-07T12:00:00Z", "2026-03-09T16:00"],
    ["on the eve of Christmas", "2026-12-24T12:00:00Z", "2026-12-28T16:00"],
  ])("the next business day, asked %s", (_what, from, due) => {
    expect(twoDays("one local date with open hours", from, "next business day")).toBe(due);
  });

  test("the amount that is counted adds up from the rows", () => {
    const runnable = compiled(
      changed(inPolicy(BERLIN, "business-day: until the end of the following open day"), NO_FIGURE).files,
    );
    const target = targetOf(runnable.policy, question);
    if (target === null) throw new Error("Pro has a target");
    const { rows } = dueOf(runnable, target, at("2026-03-03T09:30:00Z"));
    const sum = rows.reduce(
      (days, { dayFraction }) => days + (dayFraction?.num ?? 0) / (dayFraction?.den ?? 1),
      0,
    );
    expect(sum).toBeCloseTo(2 + 13 / 16);
    const pause = { start: at("2026-03-04T08:00:00Z"), end: at("2026-03-04T16:00:00Z") };
    expect(dueOf(runnable, target, at("2026-03-03T09:30:00Z"), [pause]).due).toBe(at("2026-03-06T16:00:00Z"));
  });
});

describe("K23, K26 to K28, K30: units, starts, stops, metrics", () => {
  const one = (lines: string, ...more: readonly Change[]): Target => {
    const [target] = withPro(lines, ...more).policy.targets;
    if (target === undefined) throw new Error("There is a target");
    return target;
  };

  test("a service hour is an open hour of its calendar", () => {
    const target = one("    plan: pro\n    within: 3 service hours @ office\n");
    expect(target).toMatchObject({
      unit: "service_hour",
      lowered: { calendar: "office", amount: { ms: 10_800_000 } },
    });
    expect(durationText(target)).toBe("3 service hours");
  });

  test.each([
    ["priority_set_by_vendor", "priority-set"],
    ["received_with_sufficient_information", "enough-information"],
    ["logged with engineering", "logged-with-engineering"],
    ["when Jupiter rises", undefined],
  ])("the clock starts with %s", (words, starts) => {
    const target = one(`    plan: pro\n    within: 1 hour @ always\n    clock-start: ${words}\n`);
    expect(target.clockStart).toBe(words);
    expect(target.starts).toBe(starts);
  });

  test("it stops with an answer that states the severity, and runs only while we have the next move", () => {
    const target = one(
      "    plan: pro\n    within: 1 hour @ always\n    clock-stop: reply-stating-severity\n    runs-while: waiting-on-us\n",
    );
    expect(target).toMatchObject({ stops: "reply-stating-severity", runsWhile: "waiting-on-us" });
    expect(one("    plan: pro\n    within: 1 hour @ always\n    clock-stop: a handshake\n").clockStop).toBe(
      "a handshake",
    );
  });

  test("updates repeat until something ends them", () => {
    const { policy } = withPro(
      "    plan: pro\n    within: 1 hour @ always\n",
      inPolicy(
        "targets:\n",
        "metrics: { pulse: { name: a sign of life, repeats: yes }, fix: Fix }\ntargets:\n",
      ),
      inPolicy(
        "readings:\n",
        "  - { metric: pulse, plan: pro, within: 4 hours @ always, firmness: sla, until: resolution }\nreadings:\n",
      ),
    );
    expect(policy.targets.at(-1)).toMatchObject({
      metric: "pulse",
      until: "resolution",
      firmness: "commitment",
    });
    expect(policy.metrics).toEqual([
      { id: "pulse", name: "a sign of life", repeats: true },
      { id: "fix", name: "Fix", repeats: false },
    ]);
  });
});

describe("K12: the channel decides what is owed", () => {
  const CHAT = inPolicy(
    "  tickets: {",
    "  chat: { name: Live chat, kind: chat, doors: [] }\n  mail: { name: Mail, kind: ticket, doors: [email], starts-clock: no }\n  tickets: {",
  );
  const channels = withPro(
    "    plan: pro\n    within: 2 business hours @ office\n",
    CHAT,
    inPolicy("name: Ticket desk, kind: ticket", "name: Ticket desk, kind: ticket, doors: [console, portal]"),
    inPolicy("channels: [tickets]", "channels: [tickets, chat, mail]"),
    inPolicy(
      "readings:\n",
      "  - { metric: first-response, plan: pro, channel: chat, within: 5 minutes @ always, firmness: target }\nreadings:\n",
    ),
  );
  const amountOf = (asked: Partial<TargetQuestion>) =>
    targetOf(channels.policy, { ...question, ...asked })?.amount ?? null;

  test("a target of a channel holds there and nowhere else", () => {
    expect(amountOf({ channel: "chat" })).toBe(5);
    expect(amountOf({})).toBe(2);
    expect(amountOf({ channel: "tickets" })).toBe(2);
    expect(channels.policy.targets.at(-1)).toMatchObject({ channel: "chat", intake: null });
  });

  test("what starts no clock owes nothing", () => {
    expect(amountOf({ intake: "email" })).toBeNull();
    expect(amountOf({ intake: "portal" })).toBe(2);
    expect(amountOf({ channel: "mail" })).toBeNull();
  });
});

describe("the same business day", () => {
  test.each([
    ["2026-03-03T09:30:00Z", "2026-03-03T16:00"],
    ["2026-03-03T18:30:00Z", "2026-03-04T16:00"],
    ["2026-12-31T09:30:00Z", "2026-12-31T11:00"],
  ])("ends with the open day of the request, asked %s", (from, due) => {
    const runnable = withPro("    plan: pro\n    within: same business day @ office\n");
    const target = targetOf(runnable.policy, question);
    if (target === null) throw new Error("Pro has a target");
    expect(durationText(target)).toBe("same business day");
    const found = dueOf(runnable, target, at(from)).due;
    expect(found === null ? null : new Date(found).toISOString().slice(0, 16)).toBe(due);
  });
});

test.each([
  ["15min @ always", "minute", 15],
  ["4 hrs @ always", "hour", 4],
  ["4h @ always", "hour", 4],
  ["3 working days @ office", "business_day", 3],
  ["2 calendar days @ always", "day", 2],
])("a figure as people write it: %s", (figure, unit, amount) => {
  expect(withPro(`    plan: pro\n    within: ${figure}\n`).policy.targets[0]).toMatchObject({ unit, amount });
});

describe("K10 with K22: customers from before a date", () => {
  const cohorts = withPro(
    "    plan: pro\n    within: 2 business hours @ office\n",
    inPolicy(
      "targets:\n",
      "cohorts: { early: { name: Early customers, before: 2018-09-17, note: They have more. } }\ntargets:\n",
    ),
    inPolicy(
      "    holidays: berlin\n",
      "    holidays: berlin\n    instead: [{ cohort: early, severity: high, use: night }]\n",
    ),
    inPolicy(
      "readings:\n",
      "  - { metric: first-response, plan: pro, cohort: early, severity: low, within: 1 business hour @ office, firmness: target }\nreadings:\n",
    ),
    NIGHT,
  );
  const found = (severity: string, ids?: readonly string[]) => {
    const target = targetOf(cohorts.policy, {
      ...question,
      severity,
      ...(ids === undefined ? {} : { cohorts: ids }),
    });
    return [target?.amount, target?.lowered?.calendar];
  };

  test("have their own calendar and figure, and nobody else has", () => {
    expect(found("high", ["early"])).toEqual([2, "night"]);
    expect(found("low", ["early"])).toEqual([1, "office"]);
    expect([found("high"), found("low", ["late"])]).toEqual([
      [2, "office"],
      [2, "office"],
    ]);
  });
});
