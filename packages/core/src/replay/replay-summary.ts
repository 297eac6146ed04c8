import type { ClockStand, Footing, ReplayedTicket } from "./replay-ticket.ts";
import { isChanged } from "./replay-ticket.ts";
import type { Untold } from "./under-draft.ts";

/** How many promises there were and what came of them. */
export type Tally = {
  readonly promises: number;
  readonly kept: number;
  /** Commitments that were not kept. */
  readonly missed: number;
  /** Less firm promises that were not. */
  readonly late: number;
  readonly open: number;
};

export type GroupTally = Tally & { readonly tickets: number };

/** Tickets of one plan and severity, as they stood and as they would have: a ticket may stand in two groups. */
export type ReplayGroup = {
  readonly plan: string;
  readonly severity: string;
  readonly before: GroupTally;
  readonly after: GroupTally;
};

/** How many dues would have come later (above zero) or earlier by so much; an open end is null. */
export type ShiftBin = {
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly count: number;
};

export type ReplaySummary = {
  readonly tickets: number;
  readonly changed: number;
  /** Tickets of which nothing can be told, by reason. They are in no other figure but `tickets`. */
  readonly untold: Readonly<Partial<Record<Untold, number>>>;
  readonly entitlement: { readonly open: number; readonly redirected: number; readonly refused: number };
  readonly before: Tally;
  readonly after: Tally;
  readonly groups: readonly ReplayGroup[];
  readonly dues: {
    readonly earlier: number;
    readonly later: number;
    readonly same: number;
    /** A due where there was none, and none where there was one. */
    readonly gained: number;
    readonly lost: number;
  };
  readonly shifts: readonly ShiftBin[];
};

const HOUR_MS = 3_600_000;
const EDGES_MS = [1, 4, 8, 24, 48, 168].map((hours) => hours * HOUR_MS);

/** Bins of the histogram, the earliest first: outward from zero each holds its far edge; the one in the middle is zero. */
export const SHIFT_BINS: readonly Omit<ShiftBin, "count">[] = [
  ...[...EDGES_MS.keys()].toReversed().map((at) => ({
    fromMs: at === EDGES_MS.length - 1 ? null : -(EDGES_MS[at + 1] ?? 0),
    toMs: -(EDGES_MS[at] ?? 0),
  })),
  { fromMs: -(EDGES_MS[0] ?? 0), toMs: 0 },
  { fromMs: 0, toMs: 0 },
  { fromMs: 0, toMs: EDGES_MS[0] ?? 0 },
  ...EDGES_MS.map((edge, at) => ({ fromMs: edge, toMs: EDGES_MS[at + 1] ?? null })),
];

const MIDDLE = EDGES_MS.length + 1;

/** Place of a shift among `SHIFT_BINS`. */
export function shiftBinOf(shiftMs: number): number {
  if (shiftMs === 0) return MIDDLE;
  const size = Math.abs(shiftMs);
  const steps = EDGES_MS.filter((edge) => edge < size).length + 1;
  return MIDDLE + Math.sign(shiftMs) * steps;
}

const NO_TALLY: Tally = { promises: 0, kept: 0, missed: 0, late: 0, open: 0 };

/** The summary of no ticket at all. */
export const NO_REPLAY: ReplaySummary = {
  tickets: 0,
  changed: 0,
  untold: {},
  entitlement: { open: 0, redirected: 0, refused: 0 },
  before: NO_TALLY,
  after: NO_TALLY,
  groups: [],
  dues: { earlier: 0, later: 0, same: 0, gained: 0, lost: 0 },
  shifts: SHIFT_BINS.map((bin) => ({ ...bin, count: 0 })),
};

/** The figures of these tickets. Groups come in order of plan and severity id. */
export function replaySummaryOf(tickets: readonly ReplayedTicket[]): ReplaySummary {
  const told = tickets.filter(({ untold }) => untold === null);
  const pairs = told.flatMap(({ clocks }) => clocks);
  const shifts = pairs.flatMap(({ before, after }) =>
    before.dueAt === null || after.dueAt === null ? [] : [after.dueAt - before.dueAt],
  );
  const count = (isOne: (shift: number) => boolean) => shifts.filter(isOne).length;
  const closed = told.flatMap(({ entitlement }) => entitlement ?? []);
  const redirected = closed.filter(({ decision }) => decision === "redirect").length;
  return {
    tickets: tickets.length,
    changed: told.filter(isChanged).length,
    untold: countedBy(tickets.flatMap(({ untold }) => untold ?? [])),
    entitlement: {
      open: told.length - closed.length,
      redirected,
      refused: closed.length - redirected,
    },
    before: tallyOf(pairs.map(({ before }) => before)),
    after: tallyOf(pairs.map(({ after }) => after)),
    groups: groupsOf(told),
    dues: {
      earlier: count((shift) => shift < 0),
      later: count((shift) => shift > 0),
      same: count((shift) => shift === 0),
      gained: pairs.filter(({ before, after }) => before.dueAt === null && after.dueAt !== null).length,
      lost: pairs.filter(({ before, after }) => before.dueAt !== null && after.dueAt === null).length,
    },
    shifts: withShifts(shifts),
  };
}

function withShifts(shifts: readonly number[]): ShiftBin[] {
  const counts = SHIFT_BINS.map(() => 0);
  for (const shift of shifts) {
    const bin = shiftBinOf(shift);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return SHIFT_BINS.map((bin, at) => ({ ...bin, count: counts[at] ?? 0 }));
}

function countedBy<K extends string>(keys: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function tallyOf(stands: readonly ClockStand[]): Tally {
  const by = countedBy(stands.map(({ outcome }) => outcome));
  const { kept = 0, missed = 0, late = 0, open = 0 } = by;
  return { promises: kept + missed + late + open, kept, missed, late, open };
}

type Side = "before" | "after";

function groupsOf(tickets: readonly ReplayedTicket[]): ReplayGroup[] {
  const sides = (["before", "after"] as const).map((side) => {
    const standing = tickets.flatMap((ticket) => {
      const footing = ticket[side];
      return footing === null ? [] : [{ key: keyOf(footing), ticket }];
    });
    return Map.groupBy(standing, ({ key }) => key);
  });
  const [was, would] = sides;
  const keys = new Set(sides.flatMap((side) => [...side.keys()]));
  const tallied = (of: typeof was, key: string, side: Side): GroupTally => {
    const members = of?.get(key) ?? [];
    const stands = members.flatMap(({ ticket }) => ticket.clocks.map((clock) => clock[side]));
    return { ...tallyOf(stands), tickets: members.length };
  };
  return [...keys].toSorted().map((key) => {
    const [plan = "", severity = ""] = key.split("\n");
    return { plan, severity, before: tallied(was, key, "before"), after: tallied(would, key, "after") };
  });
}

/** No id has a line break in it. */
function keyOf({ plan, severity }: Pick<Footing, "plan" | "severity">): string {
  return `${plan}\n${severity}`;
}

/** The summary of both; the order does not matter. */
export function joinSummaries(a: ReplaySummary, b: ReplaySummary): ReplaySummary {
  return {
    tickets: a.tickets + b.tickets,
    changed: a.changed + b.changed,
    untold: sum(a.untold, b.untold),
    entitlement: sum(a.entitlement, b.entitlement),
    before: sum(a.before, b.before),
    after: sum(a.after, b.after),
    groups: joinGroups([...a.groups, ...b.groups]),
    dues: sum(a.dues, b.dues),
    shifts: a.shifts.map((bin, at) => ({ ...bin, count: bin.count + (b.shifts[at]?.count ?? 0) })),
  };
}

function joinGroups(groups: readonly ReplayGroup[]): ReplayGroup[] {
  const joined = new Map<string, ReplayGroup>();
  for (const group of groups) {
    const known = joined.get(keyOf(group));
    joined.set(
      keyOf(group),
      known === undefined
        ? group
        : { ...group, before: sum(known.before, group.before), after: sum(known.after, group.after) },
    );
  }
  return [...joined].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function sum<T extends Readonly<Partial<Record<string, number>>>>(a: T, b: T): T {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of both
  return Object.fromEntries([...keys].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)])) as T;
}
