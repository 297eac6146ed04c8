import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answerClockLine } from "./clock.ts";

const schedule = { tz: "America/New_York", hours: { mon: [["09:00", "17:00"]], tue: [["09:00", "17:00"]] } };
const monday = "2026-03-02T15:00:00Z";

function answer(request: unknown): unknown {
  return JSON.parse(answerClockLine(JSON.stringify(request)));
}

describe("troth clock", () => {
  const vectors = new URL("../../business-time/test-vectors/vectors-dev.jsonl", import.meta.url);
  const lines = readFileSync(vectors, "utf8").split("\n").filter(Boolean);

  test("answers every known fact as it is written", () => {
    expect(lines).toHaveLength(615);
    for (const line of lines) {
      const { id, expected }: { id: string; expected: unknown } = JSON.parse(line);
      const given: { id: string; result: unknown } = JSON.parse(answerClockLine(line));
      expect(given).toEqual({ id, result: expected });
    }
  });

  test("counts seconds to the millisecond and days as fractions", () => {
    const add = { id: 1, schedule, op: "add", from: monday };
    expect(answer({ ...add, amount: { seconds: 4.35 } })).toEqual({
      id: 1,
      result: "2026-03-02T15:00:04.350Z",
    });
    expect(answer({ ...add, amount: { seconds: 0.0001 } })).toEqual({
      id: 1,
      result: "2026-03-02T15:00:00.001Z",
    });
    expect(answer({ ...add, amount: { seconds: -1e-7 } })).toEqual({
      id: 1,
      result: "2026-03-02T14:59:59.999Z",
    });
    expect(answer({ ...add, amount: { days: 0.5 } })).toEqual({ id: 1, result: "2026-03-02T19:00:00Z" });
    const to = "2026-03-02T15:00:00.250Z";
    expect(answer({ id: 1, schedule, op: "between", from: monday, to })).toEqual({ id: 1, result: 0.25 });
    expect(
      answer({ id: 1, schedule, op: "between", unit: "days", from: monday, to: "2026-03-02T16:00:00Z" }),
    ).toEqual({
      id: 1,
      result: 0.125,
    });
  });

  test("pauses stop the clock, and one that ends before it starts pauses nothing", () => {
    const pauses = [
      ["2026-03-02T16:00:00Z", "2026-03-02T17:00:00Z"],
      ["2026-03-02T17:30:00Z", "2026-03-02T17:00:00Z"],
    ];
    const request = {
      id: "p",
      schedule: { ...schedule, pauses },
      op: "add",
      from: monday,
      amount: { seconds: 7200 },
    };
    expect(answer(request)).toEqual({ id: "p", result: "2026-03-02T18:00:00Z" });
  });

  test("explains a deadline in rows", () => {
    const holidays = [{ date: "2026-03-03", name: "Town fair" }];
    const request = { schedule: { ...schedule, holidays }, op: "explain", from: monday, amount: { days: 1 } };
    expect(answer({ id: 7, ...request })).toMatchObject({
      id: 7,
      result: {
        from: monday,
        due: "2026-03-09T14:00:00Z",
        rows: [
          { from: monday, to: "2026-03-02T22:00:00Z", reason: "open", dayFraction: { num: 7, den: 8 } },
          { reason: "holiday", name: "Town fair", businessMs: 0 },
          { reason: "closed" },
          {
            from: "2026-03-09T13:00:00Z",
            reason: "open",
            businessMs: 3_600_000,
            dayFraction: { num: 1, den: 8 },
          },
        ],
      },
    });
  });

  test("says when there is no open time at all, and when none is left", () => {
    const never = { tz: "UTC", hours: {} };
    const amount = { seconds: 60 };
    expect(answer({ id: 1, schedule: never, op: "add", from: monday, amount })).toEqual({
      id: 1,
      error: "no-open-time",
    });
    expect(answer({ id: 2, schedule: never, op: "explain", from: monday, amount })).toEqual({
      id: 2,
      error: "no-open-time",
    });
    expect(answer({ id: 3, schedule: never, op: "isOpen", from: monday })).toEqual({ id: 3, result: false });
    expect(answer({ id: 4, schedule: never, op: "between", from: monday, to: monday })).toEqual({
      id: 4,
      result: 0,
    });
    const once = { tz: "UTC", hours: {}, dates: { "2026-03-01": [["09:00", "17:00"]] } };
    expect(answer({ id: 5, schedule: once, op: "add", from: monday, amount })).toEqual({
      id: 5,
      result: null,
    });
    expect(answer({ id: 6, schedule: once, op: "explain", from: monday, amount })).toEqual({
      id: 6,
      result: null,
    });
    const back = { seconds: -60 };
    expect(answer({ id: 7, schedule: once, op: "add", from: monday, amount: back })).toEqual({
      id: 7,
      result: "2026-03-01T16:59:00Z",
    });
    expect(answer({ id: 8, schedule, op: "add", from: monday, amount: { seconds: 1e10 } })).toEqual({
      id: 8,
      result: null,
    });
  });

  test.each([
    ["{", null, "bad-request"],
    ["", null, "bad-request"],
    ["null", null, "bad-request"],
    ["[]", null, "bad-request"],
    ['{"id":"a"}', "a", "bad-request"],
    ['{"id":"a","op":"ticket"}', "a", "bad-request"],
    [JSON.stringify({ id: 1, op: "isOpen", from: monday }), 1, "bad-request"],
    [JSON.stringify({ id: 1, op: "isOpen", schedule }), 1, "bad-request"],
    [JSON.stringify({ id: 1, op: "isOpen", schedule, from: "soon" }), 1, "bad-instant"],
    [JSON.stringify({ id: 1, op: "isOpen", schedule, from: 0.5 }), 1, "bad-instant"],
    [JSON.stringify({ id: 1, op: "isOpen", schedule: { hours: {} }, from: monday }), 1, "bad-request"],
    [JSON.stringify({ id: 1, op: "isOpen", schedule: { tz: "Moon" }, from: monday }), 1, "unknown-zone"],
    [
      JSON.stringify({ id: 1, op: "isOpen", schedule: { tz: "UTC", hours: [] }, from: monday }),
      1,
      "bad-request",
    ],
    [
      JSON.stringify({ id: 1, op: "isOpen", schedule: { tz: "UTC", hours: { mon: [["9"]] } }, from: monday }),
      1,
      "bad-request",
    ],
    [
      JSON.stringify({
        id: 1,
        op: "isOpen",
        schedule: { ...schedule, holidays: ["2026-02-30"] },
        from: monday,
      }),
      1,
      "bad-date",
    ],
    [
      JSON.stringify({ id: 1, op: "isOpen", schedule: { ...schedule, holidays: [{}] }, from: monday }),
      1,
      "bad-request",
    ],
    [
      JSON.stringify({
        id: 1,
        op: "isOpen",
        schedule: { ...schedule, pauses: [[1, 2, 3]] },
        to: monday,
        from: monday,
      }).replace("isOpen", "between"),
      1,
      "bad-request",
    ],
    [JSON.stringify({ id: 1, op: "add", schedule, from: monday }), 1, "bad-request"],
    [
      JSON.stringify({ id: 1, op: "add", schedule, from: monday, amount: { seconds: "60" } }),
      1,
      "bad-request",
    ],
    [
      JSON.stringify({ id: 1, op: "add", schedule, from: monday, amount: { seconds: 1e300 } }),
      1,
      "bad-amount",
    ],
    [JSON.stringify({ id: 1, op: "between", schedule, from: monday }), 1, "bad-request"],
  ])("answers %s with an error, not an exception", (line, id, error) => {
    const message = expect.stringMatching(/\w/);
    expect(JSON.parse(answerClockLine(line))).toEqual({ id, error, message });
  });

  test("reads over a byte order mark, which editors put before the first line", () => {
    expect(answerClockLine(`\uFEFF${JSON.stringify({ id: 1, op: "isOpen", schedule, from: monday })}`)).toBe(
      '{"id":1,"result":true}',
    );
  });

  test("hands whole tickets on, and tells what that says", () => {
    const line = JSON.stringify({ id: "t", op: "ticket", name: "x" });
    expect(answerClockLine(line, (request) => ({ heard: request }))).toBe(
      '{"id":"t","result":{"heard":{"id":"t","op":"ticket","name":"x"}}}',
    );
    const refuse = () => {
      throw new Error("No such plan.");
    };
    expect(JSON.parse(answerClockLine(line, refuse))).toEqual({
      id: "t",
      error: "bad-request",
      message: "No such plan.",
    });
  });
});
