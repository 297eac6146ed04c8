import { describe, expect, test, vi } from "vitest";
import { createHeldChanges } from "./held-changes.ts";

const change = (ticket: number) => ({ ticket, kind: "ticket.replied", at: "2026-07-06T14:10:00.000Z" });

describe("changes by others", () => {
  test("wait until they are asked for, counted by ticket", () => {
    const held = createHeldChanges((done) => done());
    expect([held.take(change(1)), held.take(change(2)), held.take(change(2))]).toEqual([false, false, false]);
    expect([...held.waiting()]).toEqual([
      [1, 1],
      [2, 2],
    ]);
    held.release(2);
    expect([...held.waiting()]).toEqual([[1, 1]]);
    held.release();
    expect(held.waiting().size).toBe(0);
  });

  test("tell those who listen, until they stop listening", () => {
    const held = createHeldChanges((done) => done());
    const listener = vi.fn();
    const stop = held.subscribe(listener);
    held.take(change(1));
    stop();
    held.take(change(1));
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe("own acts", () => {
  test("show at once, also when their line comes a moment after the answer", () => {
    let letGo = () => {};
    const held = createHeldChanges((done) => {
      letGo = done;
    });
    const done = held.ownAct(1);
    expect(held.take(change(1))).toBe(true);
    done();
    expect(held.take(change(1))).toBe(true);
    letGo();
    expect(held.take(change(1))).toBe(false);
  });

  test("on one ticket hide nothing of another", () => {
    const held = createHeldChanges(() => {});
    held.ownAct(1);
    expect(held.take(change(2))).toBe(false);
  });

  test("overlapping ones end each for itself", () => {
    const held = createHeldChanges((done) => done());
    const first = held.ownAct(1);
    const second = held.ownAct(1);
    first();
    expect(held.take(change(1))).toBe(true);
    second();
    expect(held.take(change(1))).toBe(false);
  });
});
