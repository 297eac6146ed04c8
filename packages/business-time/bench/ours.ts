/** Prints what each operation of ours costs. Run by main.ts, or alone. */
import { cpus } from "node:os";
import { type Amount, compileCalendar, type Hours, type Schedule } from "../src/index.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ROUNDS = 200;
const START = Date.UTC(2026, 0, 5, 15);
const NINE_TO_FIVE: readonly Hours[] = [["09:00", "17:00"]];

function businessHours(zone: string): Schedule {
  const hours = {
    mon: NINE_TO_FIVE,
    tue: NINE_TO_FIVE,
    wed: NINE_TO_FIVE,
    thu: NINE_TO_FIVE,
    fri: NINE_TO_FIVE,
  };
  const closed = ["2026-05-25", "2026-06-19", "2026-07-03", "2026-12-25"].map((date) => ({ date }));
  const special = [{ date: "2026-12-24", hours: [["09:00", "13:00"]] as const }];
  return { zone, hours, closed, special };
}

const desk = compileCalendar(businessHours("America/New_York"), { from: START, to: START + 700 * DAY });
const starts = Float64Array.from({ length: 1024 }, (_, i) => START + ((i * 7919 * 60_000) % (300 * DAY)));
const pauses = [{ start: START + HOUR, end: START + 30 * HOUR }];
let sink = 0;

/** The best of many short rounds: what other programs take of the machine is not ours. */
function measure(name: string, count: number, run: (from: number, i: number) => number): void {
  const round = () => {
    const begun = performance.now();
    for (let i = 0; i < count; i++) sink += run(starts[i & 1023] ?? 0, i);
    return ((performance.now() - begun) * 1e6) / count;
  };
  const best = Math.min(...Array.from({ length: ROUNDS }, round));
  const text = best < 10_000 ? `${best.toFixed(0)} ns` : `${(best / 1000).toFixed(1)} µs`;
  process.stdout.write(`${name.padEnd(34)}${text.padStart(10)}\n`);
}

function measureAdd(name: string, amount: Amount): void {
  measure(name, 10_000, (from) => desk.add(from, amount) ?? 0);
}

process.stdout.write(`${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}\n`);
measureAdd("add 1 h", { ms: HOUR });
measureAdd("add 16 h", { ms: 16 * HOUR });
measureAdd("add 720 h", { ms: 720 * HOUR });
measureAdd("add -16 h", { ms: -16 * HOUR });
measureAdd("add 3 days", { days: 3 });
measureAdd("add 60 days", { days: 60 });
measure("add 2.5 days", 500, (from) => desk.add(from, { days: 2.5 }) ?? 0);
measure("add 16 h with a pause", 5000, (from) => desk.add(from, { ms: 16 * HOUR }, pauses) ?? 0);
measure("between", 10_000, (from, i) => desk.between(from, starts[(i * 7) & 1023] ?? 0));
measure("betweenDays", 1000, (from, i) => desk.betweenDays(from, starts[(i * 7) & 1023] ?? 0).num);
measure("isOpen", 10_000, (from) => Number(desk.isOpen(from)));
measure("nextChange", 10_000, (from) => desk.nextChange(from)?.at ?? 0);
measure("explain 90 days", 30, (from) => desk.explain(from, { ms: 63 * 8 * HOUR })?.rows.length ?? 0);
measure("explain 63 business days", 30, (from) => desk.explain(from, { days: 63 })?.rows.length ?? 0);
measure("compile two years, known zone", 3, () => {
  return compileCalendar(businessHours("America/New_York"), { from: START, to: START + 365 * DAY }).schedules
    .length;
});

const zones = [
  "Europe/Berlin",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Europe/London",
  "America/Sao_Paulo",
  "America/Chicago",
  "Asia/Kolkata",
  "Africa/Cairo",
  "Pacific/Auckland",
];
const cpuMs = zones.map((zone) => {
  const begun = process.cpuUsage();
  compileCalendar(businessHours(zone), { from: START, to: START + 365 * DAY });
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
});
const median = cpuMs.toSorted((a, b) => a - b)[4] ?? 0;
process.stdout.write(
  `${"compile two years, new zone".padEnd(34)}${median.toFixed(1).padStart(7)} ms of CPU (median)\n`,
);
if (sink === 0) process.exitCode = 1;
