import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Loop, loop } from "./loop.ts";

let runs = 0;
let open: Loop | undefined;
const errors: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  runs = 0;
  errors.length = 0;
});
afterEach(async () => {
  await open?.stop();
  vi.useRealTimers();
});

function looping(pass: () => Promise<number>): Loop {
  open = loop({
    pass: () => {
      runs += 1;
      return pass();
    },
    restMs: 2_000,
    wakeMs: 100,
    onError: (error) => errors.push(error),
  });
  return open;
}

test("a run follows when the one before said so", async () => {
  looping(async () => 1_000);
  await vi.advanceTimersByTimeAsync(999);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(2);
});

test("a doorbell that never rests puts no run off", async () => {
  const one = looping(async () => 1_000);
  for (let at = 0; at < 500; at += 1) {
    await vi.advanceTimersByTimeAsync(10);
    one.wake();
  }
  expect(runs).toBeGreaterThanOrEqual(5_000 / 110);
});

test("the doorbell brings the next run forward and never puts it back", async () => {
  const one = looping(async () => 1_000);
  await vi.advanceTimersByTimeAsync(950);
  one.wake();
  await vi.advanceTimersByTimeAsync(50);
  expect(runs).toBe(2);
});

test("a doorbell during a run is heard after it", async () => {
  const work = Promise.withResolvers<number>();
  const one = looping(() => (runs === 1 ? work.promise : Promise.resolve(1_000)));
  one.wake();
  work.resolve(1_000);
  await vi.advanceTimersByTimeAsync(100);
  expect(runs).toBe(2);
});

test("a run that fails is told and tried again", async () => {
  looping(() => Promise.reject(new Error("no database")));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(runs).toBe(2);
  expect(errors).toHaveLength(2);
});

test("nothing runs after stop, and stop waits for the run under way", async () => {
  const work = Promise.withResolvers<number>();
  const one = looping(() => work.promise);
  let isStopped = false;
  const stopping = (async () => {
    await one.stop();
    isStopped = true;
  })();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(isStopped).toBe(false);
  work.resolve(0);
  await stopping;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toBe(1);
});
