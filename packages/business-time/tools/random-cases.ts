/**
 * Random schedules and questions about them, weighted towards what goes wrong: clock changes, midnight,
 * overlapping and touching windows, breaks, pauses. The same seed gives the same cases.
 */
import { offsetOf } from "../src/index.ts";

type Pair = [string, string];
type Hours = Pair[];

/** The shape of the vectors: see README.md of test-vectors. */
export type WireSchedule = {
  tz: string;
  hours: Record<string, Hours>;
  holidays?: string[];
  dates?: Record<string, Hours>;
  breaks?: Record<string, Hours>;
  pauses?: Pair[];
};

export type WireQuestion = {
  op: "add" | "between" | "isOpen";
  from: string;
  to?: string;
  amount?: { seconds: number } | { days: number };
  unit?: "days";
};

export type Case = { schedule: WireSchedule; questions: WireQuestion[] };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Zones with every kind of change: half hours, midnight, skipped dates, moved weekends, none at all. */
export const ZONES = [
  "UTC",
  "America/New_York",
  "America/Los_Angeles",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Havana",
  "America/Nuuk",
  "America/Asuncion",
  "America/Caracas",
  "Atlantic/Azores",
  "Europe/London",
  "Europe/Dublin",
  "Europe/Berlin",
  "Europe/Istanbul",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Gaza",
  "Asia/Beirut",
  "Asia/Tehran",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Tokyo",
  "Asia/Pyongyang",
  "Australia/Lord_Howe",
  "Australia/Sydney",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Antarctica/Troll",
];

/** Their rules are not expected to change; for all other zones only the past is a fact. */
const FORESEEABLE = new Set([
  "America/New_York",
  "Australia/Lord_Howe",
  "Europe/Berlin",
  "Europe/London",
  "Pacific/Auckland",
]);
const LAST_YEAR = 2025;

type Random = () => number;

function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Endless cases of a seed, in all zones by turns. */
export function* randomCases(seed: number, questionsEach: number): Generator<Case> {
  const random = seeded(seed);
  const changes = new Map<string, number[]>();
  for (let count = 0; ; ) {
    const tz = ZONES[count % ZONES.length] ?? "UTC";
    const known = changes.get(tz) ?? changesOf(tz);
    changes.set(tz, known);
    const near = anchor(random, known);
    if (offsetOf(tz, near) % MINUTE !== 0 || offsetOf(tz, near - 40 * DAY) % MINUTE !== 0) continue;
    const schedule = scheduleNear(random, tz, near);
    const questions = Array.from({ length: questionsEach }, () => questionNear(random, near));
    yield { schedule, questions };
    count++;
  }
}

/** Days on which the zone's offset moves. */
function changesOf(tz: string): number[] {
  const found: number[] = [];
  const end = Date.UTC(FORESEEABLE.has(tz) ? 2037 : LAST_YEAR, 11, 1);
  for (let at = Date.UTC(1950, 0, 1); at < end; at += DAY) {
    if (offsetOf(tz, at) !== offsetOf(tz, at + DAY)) found.push(at);
  }
  return found;
}

function anchor(random: Random, changes: readonly number[]): number {
  const recent = changes.filter((at) => at > Date.UTC(2004, 0, 1));
  const pool = random() < 0.75 && recent.length > 0 ? recent : changes;
  if (pool.length > 0 && random() < 0.7) return pick(random, pool) + whole(random, -3, 3) * DAY;
  return Date.UTC(whole(random, 1975, LAST_YEAR), whole(random, 0, 11), whole(random, 1, 28));
}

function scheduleNear(random: Random, tz: string, near: number): WireSchedule {
  const hours: Record<string, Hours> = {};
  const style = random();
  const minute = random() < 0.3 ? minuteNearMidnight : minuteOfDay;
  const everyDay = windows(random, minute, true);
  for (const day of WEEKDAYS) {
    if (style < 0.15) hours[day] = [["00:00", "24:00"]];
    else if (style < 0.5) hours[day] = day.startsWith("s") && random() < 0.8 ? [] : everyDay;
    else if (random() < 0.75) hours[day] = windows(random, minute, true);
  }
  const schedule: WireSchedule = { tz, hours };
  if (!Object.values(hours).some((list) => list.length > 0)) hours["wed"] = [["09:00", "17:00"]];
  const dates = () => Array.from({ length: whole(random, 1, 4) }, () => dateNear(random, near));
  if (random() < 0.6) schedule.holidays = [...new Set(dates())];
  if (random() < 0.5) {
    schedule.dates = Object.fromEntries(
      dates().map((date) => [date, random() < 0.25 ? [] : windows(random, minute, false)]),
    );
  }
  if (random() < 0.4) {
    schedule.breaks = Object.fromEntries(dates().map((date) => [date, windows(random, minute, false)]));
  }
  if (random() < 0.4) schedule.pauses = pausesNear(random, near);
  return schedule;
}

function pausesNear(random: Random, near: number): Pair[] {
  return Array.from({ length: whole(random, 1, 4) }, () => {
    const start = instantNear(random, near);
    const length = random() < 0.5 ? whole(random, 0, 300) * MINUTE : whole(random, 1, 4 * 24) * HOUR;
    const odd = random() < 0.2 ? whole(random, 0, 59_999) : 0;
    return [iso(start), iso(start + length + odd)];
  });
}

function windows(random: Random, minute: (random: Random) => number, mayCrossMidnight: boolean): Hours {
  const count = random() < 0.6 ? 1 : whole(random, 2, 4);
  const list: Hours = [];
  while (list.length < count) {
    const from = minute(random);
    const to = random() < 0.12 ? 1440 : minute(random);
    if (to > from || (mayCrossMidnight && to < 1440 && random() < 0.3)) list.push([clock(from), clock(to)]);
  }
  return list;
}

function minuteOfDay(random: Random): number {
  const kind = random();
  if (kind < 0.25) return pick(random, [0, 30, 60, 90, 120, 150, 180, 1380, 1410, 1439, 1]);
  return kind < 0.7 ? whole(random, 0, 47) * 30 : whole(random, 0, 1439);
}

function minuteNearMidnight(random: Random): number {
  return (whole(random, 0, 52) * 5 + 1320) % 1440;
}

function questionNear(random: Random, near: number): WireQuestion {
  const from = iso(instantNear(random, near));
  const kind = random();
  if (kind < 0.15) return { op: "isOpen", from };
  if (kind < 0.35) {
    const unit = random() < 0.4 ? { unit: "days" as const } : {};
    return { op: "between", from, to: iso(instantNear(random, near)), ...unit };
  }
  const sign = random() < 0.3 ? -1 : 1;
  if (kind < 0.65) {
    const days = pick(random, [1, 2, 3, 5, 0, 0.5, 0.25, 0.1, 1.75, 2.333, whole(random, 1, 900) / 100]);
    return { op: "add", from, amount: { days: days === 0 ? 0 : sign * days } };
  }
  const seconds = pick(random, [
    whole(random, 0, 40) * 3600,
    whole(random, 0, 3000) * 60,
    whole(random, 0, 90_000),
    whole(random, 0, 90_000_000) / 1000,
    0,
  ]);
  return { op: "add", from, amount: { seconds: seconds === 0 ? 0 : sign * seconds } };
}

function instantNear(random: Random, near: number): number {
  const at = near + whole(random, -5 * 24 * 60, 5 * 24 * 60) * MINUTE;
  const kind = random();
  if (kind < 0.4) return Math.floor(at / (30 * MINUTE)) * 30 * MINUTE;
  return kind < 0.8 ? at : at + whole(random, 0, 59_999);
}

function dateNear(random: Random, near: number): string {
  return new Date(near + whole(random, -6, 6) * DAY).toISOString().slice(0, 10);
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error("Nothing to pick from.");
  return found;
}
