import { describe, expect, test } from "vitest";
import { shared as de } from "../catalogue/de/shared.ts";
import { shared as en } from "../catalogue/en/shared.ts";
import { timeTalk } from "../speech/time.ts";
import { receiptRows } from "../testing/promise.ts";
import { foldOf, linesOf } from "./receipt-lines.ts";

const now = () => Date.parse("2026-07-06T14:10:00Z");
const talk = timeTalk("en-GB", "America/New_York", now);

describe("the lines of a receipt", () => {
  test("read as the worked example of the clock's rules, and sum exactly to the target", () => {
    const lines = linesOf({ rows: [...receiptRows] }, talk, en, "en-GB");
    expect(lines.map(({ when, counts, why, sum }) => [when, counts, why, sum])).toEqual([
      ["Thu 2 Jul, 15:30–17:00", "1 h 30 min = 0.1875", "open", "0.1875"],
      ["Fri 3 Jul", "nothing", "closed: Independence Day", "0.1875"],
      ["Sat 4 Jul – Sun 5 Jul", "nothing", "not a business day", "0.1875"],
      ["Mon 6 Jul, 09:00–17:00", "8 h = 1", "open", "1.1875"],
      ["Tue 7 Jul, 09:00–15:30", "6 h 30 min = 0.8125", "open", "2.0000"],
    ]);
  });

  test("sum hours where the target is in hours, never turned into days", () => {
    const rows = receiptRows.map((row) => ({ ...row, dayFraction: null, businessMs: row.businessMs * 10 }));
    const lines = linesOf({ rows }, talk, en, "en-GB");
    expect(lines.at(-1)?.sum).toBe("160 h");
  });

  test("call a closed stretch of hours closed, not a day off", () => {
    const night = receiptRows.map((row) => ({
      ...row,
      from: "2026-07-06T21:00:00.000Z",
      to: "2026-07-07T13:00:00.000Z",
      reason: "closed" as const,
    }));
    expect(linesOf({ rows: night.slice(0, 1) }, talk, en, "en-GB")[0]?.why).toBe("closed at this hour");
  });

  test("speak German, with German numbers", () => {
    const lines = linesOf({ rows: [...receiptRows] }, timeTalk("de", "America/New_York", now), de, "de");
    expect(lines[1]?.why).toBe("geschlossen: Independence Day");
    expect(lines[4]?.sum).toBe("2,0000");
  });
});

test("more than twelve lines fold in the middle and lose none", () => {
  const many = Array.from({ length: 40 }, (_, at) => at);
  const { head, folded, tail } = foldOf(many);
  expect([...head, ...folded, ...tail]).toEqual(many);
  expect(head.length + tail.length).toBeLessThan(12);
  expect(foldOf(many.slice(0, 12)).folded).toEqual([]);
});
