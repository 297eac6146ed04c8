/** One candidate in a process of its own, since some never return: answers what its parent sends. */
import { isSameAnswer, type WireRequest } from "../src/wire.fixture.ts";
import { CANDIDATES } from "./candidates.ts";
import { answerWith, type Clock } from "./clock.ts";

export type Asked =
  | { readonly vector: WireRequest & { readonly expected: unknown } }
  | { readonly hours: number };
export type Answer = { readonly verdict: "right" | "wrong" | "cannot say" } | { readonly ns: number };

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 5, 15);
const LONGEST_MS = 600;

const nineToFive = [["09:00", "17:00"]] as const;
const BUSINESS_HOURS: WireRequest["schedule"] = {
  tz: "America/New_York",
  hours: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive },
  holidays: ["2026-05-25", "2026-06-19", "2026-07-03", "2026-12-25"],
};

const candidate = CANDIDATES[process.argv[2] ?? ""];
if (!candidate) throw new Error("Name a candidate.");

/** The libraries go by the zone of the process. */
function verdictOf(vector: WireRequest & { readonly expected: unknown }): Answer {
  process.env["TZ"] = vector.schedule.tz;
  try {
    const given = candidate && answerWith(candidate, vector);
    if (given === undefined || (given === null && vector.expected !== null)) return { verdict: "cannot say" };
    return { verdict: isSameAnswer(vector.expected, given) ? "right" : "wrong" };
  } catch {
    return { verdict: "cannot say" };
  }
}

/** The best round of some warm questions, in nanoseconds for one. */
function nsOfAdding(hours: number): number {
  process.env["TZ"] = BUSINESS_HOURS.tz;
  const clock = candidate?.(BUSINESS_HOURS);
  if (!clock) return Number.NaN;
  let best = Infinity;
  let count = 1;
  for (const end = performance.now() + LONGEST_MS; performance.now() < end; ) {
    const ms = round(clock, hours * HOUR, count);
    best = Math.min(best, (ms * 1e6) / count);
    if (ms < 2) count *= 2;
  }
  return best;
}

function round(clock: Clock, amount: number, count: number): number {
  const begun = performance.now();
  let sum = 0;
  for (let i = 0; i < count; i++) sum += clock.addMs(START + (((i * 7919) % 4096) * HOUR) / 60, amount);
  if (Number.isNaN(sum)) throw new Error("A deadline is missing.");
  return performance.now() - begun;
}

process.on("message", (asked: Asked) => {
  process.send?.("vector" in asked ? verdictOf(asked.vector) : { ns: nsOfAdding(asked.hours) });
});
