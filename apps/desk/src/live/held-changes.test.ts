import { describe, expect, test, vi } from "vitest";
import { createHeldChanges, LINE_LOST } from "./held-changes.ts";

const change = (ticket: number) => ({ ticket, kind: "ticket.replied", at: "2026-07-06T14:10:00.000Z" });

describe("changes by others", () => {
  test("wait until they are asked for, counted by ticket", () => {
    const held = createHeldChanges(() => false);
    expect([held.take(change(1)), held.take(change(2)), held.take(change(2))]).toEqual([
      "held",
      "held",
      "held",
    ]);
    expect([...held.waiting()]).toEqual([
      [1, 1],
      [2, 2],
    ]);
    held.release(2);
    expect([...held.waiting()]).toEqual([[1, 1]]);
    held.release();
    expect(held.waiting().size).toBe(0);
  });

  test("are counted by what they are about; a line that was lost may have been about anything", () => {
    const held = createHeldChanges(() => false);
    held.take({ ...change(1), kind: "disagreement.opened" });
    held.take(change(1));
    held.take({ ...change(2), kind: "disagreement.ended" });
    expect(held.about("disagreement.")).toBe(2);
    held.release(2);
    expect(held.about("disagreement.")).toBe(1);
    held.take({ ...change(3), kind: LINE_LOST });
    expect(held.about("disagreement.")).toBe(2);
    held.release();
    expect(held.about("")).toBe(0);
  });

  test("tell those who listen, until they stop listening", () => {
    const held = createHeldChanges(() => false);
    const listener = vi.fn();
    const stop = held.subscribe(listener);
    held.take(change(1));
    stop();
    held.take(change(1));
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe("own acts", () => {
  test("under way take their own lines, which are fetched at once", () => {
    const held = createHeldChanges(() => false);
    const done = held.ownAct(1);
    expect(held.take(change(1))).toBe("own");
    done();
    expect(held.take(change(1))).toBe("held");
  });

  test("whose line comes after its effect was fetched are not counted as somebody else's", () => {
    const fetchedUpTo = "2026-07-06T14:10:00.000Z";
    const held = createHeldChanges((ticket, at) => ticket === 1 && at <= fetchedUpTo);
    expect(held.take(change(1))).toBe("shown");
    expect(held.take({ ...change(1), at: "2026-07-06T14:10:00.001Z" })).toBe("held");
    expect(held.waiting().get(1)).toBe(1);
  });

  test("on one ticket hide nothing of another", () => {
    const held = createHeldChanges(() => false);
    held.ownAct(1);
    expect(held.take(change(2))).toBe("held");
  });

  test("overlapping ones end each for itself", () => {
    const held = createHeldChanges(() => false);
    const first = held.ownAct(1);
    const second = held.ownAct(1);
    first();
    expect(held.take(change(1))).toBe("own");
    second();
    expect(held.take(change(1))).toBe("held");
  });
});
