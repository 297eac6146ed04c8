/**
 * Prints how many bytes of heap a warm question of each kind takes, with a nursery so large that
 * nothing is collected meanwhile. Run by hot-path.test.ts in a process of its own.
 */

import { NORMAL_BUSINESS_HOURS } from "./cast.fixture.ts";
import { compileCalendar } from "./index.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 5, 15);
const ROUNDS = 4;
const CALLS = 250_000;

const desk = compileCalendar(NORMAL_BUSINESS_HOURS, { from: START, to: START + 700 * DAY });
const starts = Float64Array.from({ length: 1024 }, (_, i) => START + ((i * 7919 * 60_000) % (300 * DAY)));
const [later, earlier, days] = [{ ms: 16 * HOUR }, { ms: -16 * HOUR }, { days: 3 }];

/** Each with a loop of its own: a shared one would be slow for reasons that are not the calendar's. */
const questions: Readonly<Record<string, (count: number) => number>> = {
  "add ms": (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += desk.add(starts[i & 1023] ?? START, later) ?? 0;
    return sum;
  },
  "add -ms": (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += desk.add(starts[i & 1023] ?? START, earlier) ?? 0;
    return sum;
  },
  "add days": (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += desk.add(starts[i & 1023] ?? START, days) ?? 0;
    return sum;
  },
  between: (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++)
      sum += desk.between(starts[i & 1023] ?? START, starts[(i * 7) & 1023] ?? START);
    return sum;
  },
  isOpen: (count) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += Number(desk.isOpen(starts[i & 1023] ?? START));
    return sum;
  },
};

function bytesPerCall(ask: (count: number) => number): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  if (!Number.isFinite(ask(CALLS))) throw new Error("A question has no answer.");
  return (process.memoryUsage().heapUsed - before) / CALLS;
}

/** The least of some rounds, since the first may run before the code is compiled. */
const least = Object.entries(questions).map(([name, ask]) => {
  return [name, Math.min(...Array.from({ length: ROUNDS }, () => bytesPerCall(ask)))] as const;
});
process.stdout.write(JSON.stringify(Object.fromEntries(least)));
