import { type Amount, always, compileCalendar, type Instant, type Schedule } from "@troth/business-time";
import type { Firmness, Intake, Policy, RunnablePolicy, Target } from "@troth/policy";
import type { ClockChange, ClockEvent } from "./clock-event.ts";
import { scenarioPolicy } from "./scenario-policy.ts";

/** An instant of 2026 as New York's wall clock shows it: `et("03-02 10:00")`. */
export function et(wall: string): Instant {
  const [date = "", time = ""] = wall.split(" ");
  const isSummer = wall >= "03-08 02:00" && wall < "11-01 02:00";
  const padded = time.length === 5 ? `${time}:00` : time;
  return Date.parse(`2026-${date}T${padded}${isSummer ? "-04:00" : "-05:00"}`);
}

const NINE_TO_FIVE = ["09:00", "17:00"] as const;

export const NORMAL_HOURS: Schedule = {
  id: "nbh",
  version: "1",
  zone: "America/New_York",
  hours: {
    mon: [NINE_TO_FIVE],
    tue: [NINE_TO_FIVE],
    wed: [NINE_TO_FIVE],
    thu: [NINE_TO_FIVE],
    fri: [NINE_TO_FIVE],
  },
  closed: ["2026-05-25", "2026-06-19", "2026-07-03", "2026-12-25"].map((date) => ({ date })),
  special: [{ date: "2026-12-24", hours: [["09:00", "13:00"]] }],
};

export const hours = (count: number): Amount => ({ ms: count * 3_600_000 });
export const days = (count: number): Amount => ({ days: count });

type Cell = Partial<
  Pick<Target, "plan" | "tier" | "severity" | "intake" | "category" | "metric" | "op" | "firmness">
> & {
  readonly amount: Amount | null;
  readonly calendar?: "nbh" | "always";
};

const clauseOf = (policyVersion: string) => ({
  id: "response-times",
  title: "Response times",
  policyVersion,
});

function target(version: string, { amount, calendar = "nbh", ...cell }: Cell): Target {
  return {
    plan: null,
    tier: null,
    severity: null,
    intake: null,
    category: null,
    metric: "first-response",
    amount: null,
    rangeLow: null,
    unit: null,
    calendar,
    op: "less-than",
    firmness: "commitment",
    when: null,
    appliesTo: null,
    clockStart: null,
    ...cell,
    lowered: amount === null ? null : { calendar, amount },
    clause: clauseOf(version),
  };
}

const committed = (
  severity: string,
  tier: string,
  amount: Amount,
  calendar: "nbh" | "always" = "nbh",
): Cell => ({ plan: "enterprise", tier, severity, intake: "console", amount, calendar });

const expected = (plan: string): Cell => ({ plan, amount: days(3), op: "within", firmness: "expectation" });

/** The response times of the bundled policy, in its own firmness. */
export const SEED_CELLS: readonly Cell[] = [
  expected("standard"),
  expected("priority"),
  expected("enterprise"),
  committed("1", "standard", hours(2)),
  committed("2", "standard", days(2)),
  committed("3", "standard", days(3)),
  committed("4", "standard", days(3)),
  committed("1", "gold", hours(1), "always"),
  committed("2", "gold", hours(24), "always"),
  committed("3", "gold", days(3)),
  committed("4", "gold", days(3)),
];

/** An internal goal for every case of `metric`. */
export const goal = (metric: string, amount: Amount, firmness: Firmness = "target"): Cell => ({
  metric,
  amount,
  firmness,
});

export type SeedOptions = {
  readonly version?: string;
  readonly schedule?: Schedule;
  readonly cells?: readonly Cell[];
  readonly policy?: Partial<Policy>;
};

const NAMES = ["Critical", "High", "Normal", "Low"];

/** A small policy like the bundled one; `options` say what differs. */
export function seed({
  version = "1",
  schedule = NORMAL_HOURS,
  cells = SEED_CELLS,
  policy,
}: SeedOptions = {}): RunnablePolicy {
  const base = scenarioPolicy(version, schedule, new Map()).policy;
  const clause = clauseOf(version);
  const plan = (id: string, rank: number, tiers: readonly string[] = []) => ({
    id,
    name: id,
    rank,
    pricing: [],
    tiers: tiers.map((tier) => ({ id: tier, name: tier })),
    defaultTier: tiers[0] ?? null,
    access: {},
    summary: "",
    includes: null,
    clause,
  });
  const pricing = (id: string, to: string) => ({
    id,
    name: id,
    plan: to,
    isPaid: id !== "free",
    aliases: [],
  });
  const calendar = (id: string, schedules: readonly Schedule[]) => ({
    id,
    name: id,
    schedules,
    holidaysThrough: null,
    holidaysSource: null,
    version: JSON.stringify(schedules),
    leftOpen: { zone: null, holidays: null },
  });
  return {
    policy: {
      ...base,
      calendars: { nbh: calendar("nbh", [schedule]), always: calendar("always", []) },
      plans: [
        plan("community", 0),
        plan("standard", 1),
        plan("priority", 2),
        plan("enterprise", 3, ["standard", "gold"]),
      ],
      pricing: [
        pricing("free", "community"),
        pricing("launch", "standard"),
        pricing("scale", "standard"),
        pricing("business", "priority"),
        pricing("enterprise", "enterprise"),
      ],
      severities: NAMES.map((name, index) => ({
        id: String(index + 1),
        rank: index + 1,
        name,
        summary: "",
        grounds: [],
        asksBusinessImpact: index === 0,
      })),
      targets: cells.map((cell) => target(version, cell)),
      ...policy,
    },
    calendars: new Map([
      ["nbh", compileCalendar(schedule)],
      ["always", always],
    ]),
  };
}

/** Finds the versions given; an unknown one is a fault of the test. */
export function rulesOf(...versions: readonly RunnablePolicy[]): (version: string) => RunnablePolicy {
  return (version) => {
    const found = versions.find(({ policy }) => policy.version === version);
    if (found === undefined) throw new Error(`The test has no policy version ${version}.`);
    return found;
  };
}

/** Events in the order written, each `[wall time in New York, change]`. */
export function told(...story: ReadonlyArray<readonly [wall: string, change: ClockChange]>): ClockEvent[] {
  return story.map(([wall, change], index) => ({ at: et(wall), seq: index + 1, ...change }));
}

type Opening = {
  readonly severity?: string | null;
  readonly category?: string | null;
  readonly plan?: string;
  readonly tier?: string | null;
  readonly intake?: Intake;
  readonly startedAt?: Instant;
};

/** An Enterprise Standard ticket from the console, unless it says otherwise. */
export function opened(severity: string | null, other: Opening = {}): ClockChange {
  const plan = other.plan ?? "enterprise";
  const tier = other.tier ?? (plan === "enterprise" ? "standard" : null);
  const { category = null, intake = "console", startedAt } = other;
  const start = startedAt === undefined ? {} : { startedAt };
  return { kind: "opened", intake, severity, category, plan, tier, policyVersion: "1", ...start };
}

export const agentReply: ClockChange = { kind: "message", by: "agent", isPublic: true };
export const agentAsks: ClockChange = { kind: "message", by: "agent", isPublic: true, setsWaiting: true };
export const customerWrites: ClockChange = { kind: "message", by: "customer", isPublic: true };
export const assessedAs = (to: string): ClockChange => ({ kind: "severity", to });
export const movesTo = (plan: string, tier: string | null = null): ClockChange => ({
  kind: "plan",
  plan,
  tier,
  subscription: "active",
});
export const lapses: ClockChange = {
  kind: "plan",
  plan: "enterprise",
  tier: "standard",
  subscription: "lapsed",
};
