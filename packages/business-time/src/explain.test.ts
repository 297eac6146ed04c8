import { describe, expect, test } from "vitest";
import { always } from "./always.ts";
import { compileCalendar } from "./calendar.ts";
import { everyDay, NEW_YORK, NORMAL_BUSINESS_HOURS, readWall, wall, weekdays } from "./cast.fixture.ts";
import type { Amount, Receipt, Row, Span } from "./types.ts";

const HOUR = 3_600_000;
const desk = compileCalendar(NORMAL_BUSINESS_HOURS);

/** A row as one line: from, to, reason, name, and what it counts. */
function lineOf({ from, to, reason, name, businessMs, dayFraction }: Row, zone: string): string {
  const share = dayFraction ? `${dayFraction.num}/${dayFraction.den} d` : `${businessMs / HOUR} h`;
  const start = readWall(from, zone) ?? "";
  return `${start} → ${readWall(to, zone) ?? ""} ${reason}${name ? ` (${name})` : ""} ${share}`;
}

function linesOf(receipt: Receipt | null, zone: string = NEW_YORK): string[] {
  return (receipt?.rows ?? []).map((row) => lineOf(row, zone));
}

function explain(from: string, amount: Amount, pauses?: readonly Span[]): string[] {
  return linesOf(desk.explain(wall(from), amount, pauses));
}

describe("a receipt (D3)", () => {
  test("says what counted and why the rest did not", () => {
    expect(explain("2026-07-02 15:30", { days: 2 })).toEqual([
      "2026-07-02 15:30 → 2026-07-02 17:00 open 3/16 d",
      "2026-07-03 00:00 → 2026-07-04 00:00 holiday (Independence Day (observed)) 0/1 d",
      "2026-07-04 00:00 → 2026-07-06 00:00 closed 0/1 d",
      "2026-07-06 09:00 → 2026-07-06 17:00 open 1/1 d",
      "2026-07-07 09:00 → 2026-07-07 15:30 open 13/16 d",
    ]);
  });

  test("carries the schedule and its version, and the answer of add", () => {
    const receipt = desk.explain(wall("2026-07-02 15:30"), { days: 2 });
    expect(receipt?.due).toBe(wall("2026-07-07 15:30"));
    expect(receipt?.from).toBe(wall("2026-07-02 15:30"));
    expect(receipt?.rows[0]).toMatchObject({ scheduleId: "NBH", version: "1" });
  });

  test("begins with the closed hours before the first opening, joined to a closed date", () => {
    expect(explain("2026-03-02 18:00", { ms: HOUR })).toEqual([
      "2026-03-02 18:00 → 2026-03-03 00:00 closed 0 h",
      "2026-03-03 09:00 → 2026-03-03 10:00 open 1 h",
    ]);
    expect(explain("2026-03-06 18:00", { ms: HOUR })).toEqual([
      "2026-03-06 18:00 → 2026-03-09 00:00 closed 0 h",
      "2026-03-09 09:00 → 2026-03-09 10:00 open 1 h",
    ]);
    expect(explain("2026-03-02 07:00", { ms: HOUR })).toEqual([
      "2026-03-02 07:00 → 2026-03-02 09:00 closed 0 h",
      "2026-03-02 09:00 → 2026-03-02 10:00 open 1 h",
    ]);
  });

  test("names special days", () => {
    expect(explain("2026-12-23 14:00", { days: 3 })).toEqual([
      "2026-12-23 14:00 → 2026-12-23 17:00 open 3/8 d",
      "2026-12-24 09:00 → 2026-12-24 13:00 special (Christmas Eve) 1/1 d",
      "2026-12-25 00:00 → 2026-12-26 00:00 holiday (Christmas Day) 0/1 d",
      "2026-12-26 00:00 → 2026-12-28 00:00 closed 0/1 d",
      "2026-12-28 09:00 → 2026-12-28 17:00 open 1/1 d",
      "2026-12-29 09:00 → 2026-12-29 14:00 open 5/8 d",
    ]);
  });

  test("a holiday that falls on a weekend is not the reason why the weekend is closed", () => {
    const calendar = compileCalendar({
      ...NORMAL_BUSINESS_HOURS,
      closed: [{ date: "2026-07-04", name: "4 July" }],
    });
    const lines = linesOf(calendar.explain(wall("2026-07-03 16:00"), { ms: 2 * HOUR }));
    expect(lines[1]).toBe("2026-07-04 00:00 → 2026-07-06 00:00 closed 0 h");
  });

  test("shows a break, by name, inside the hours it takes away", () => {
    const breaks = [{ date: "2026-03-03", name: "Fire drill", hours: [["08:00", "11:00"] as const] }];
    const calendar = compileCalendar({ ...NORMAL_BUSINESS_HOURS, breaks });
    expect(linesOf(calendar.explain(wall("2026-03-02 16:00"), { days: 1 }))).toEqual([
      "2026-03-02 16:00 → 2026-03-02 17:00 open 1/8 d",
      "2026-03-03 09:00 → 2026-03-03 11:00 break (Fire drill) 0/1 d",
      "2026-03-03 11:00 → 2026-03-03 16:15 open 7/8 d",
    ]);
  });

  test("a break that takes the whole date stands for it", () => {
    const breaks = ["2026-03-03", "2026-03-04"].map((date) => ({
      date,
      name: "Move",
      hours: [["00:00", "24:00"] as const],
    }));
    const calendar = compileCalendar({ ...NORMAL_BUSINESS_HOURS, breaks });
    expect(linesOf(calendar.explain(wall("2026-03-02 16:00"), { ms: 2 * HOUR }))).toEqual([
      "2026-03-02 16:00 → 2026-03-02 17:00 open 1 h",
      "2026-03-03 09:00 → 2026-03-03 17:00 break (Move) 0 h",
      "2026-03-04 09:00 → 2026-03-04 17:00 break (Move) 0 h",
      "2026-03-05 09:00 → 2026-03-05 10:00 open 1 h",
    ]);
  });

  test("a pause is one row however many days it covers, and a pause at night is none", () => {
    const waiting = { start: wall("2026-03-03 11:00"), end: wall("2026-03-04 15:00") };
    const night = { start: wall("2026-03-04 18:00"), end: wall("2026-03-05 08:00") };
    expect(explain("2026-03-03 10:00", { ms: 4 * HOUR }, [night, waiting])).toEqual([
      "2026-03-03 10:00 → 2026-03-03 11:00 open 1 h",
      "2026-03-03 11:00 → 2026-03-04 15:00 paused 0 h",
      "2026-03-04 15:00 → 2026-03-04 17:00 open 2 h",
      "2026-03-05 09:00 → 2026-03-05 10:00 open 1 h",
    ]);
  });

  test("a pause takes its part out of a closed date", () => {
    const weekend = { start: wall("2026-03-07 12:00"), end: wall("2026-03-09 10:00") };
    expect(explain("2026-03-06 16:00", { days: 1 }, [weekend])).toEqual([
      "2026-03-06 16:00 → 2026-03-06 17:00 open 1/8 d",
      "2026-03-07 00:00 → 2026-03-07 12:00 closed 0/1 d",
      "2026-03-07 12:00 → 2026-03-09 10:00 paused 0/1 d",
      "2026-03-09 10:00 → 2026-03-09 17:00 open 7/8 d",
    ]);
  });

  test("tells of a date that the zone skipped, and of hours that fell into a gap", () => {
    const apia = "Pacific/Apia";
    const calendar = compileCalendar({ zone: apia, hours: everyDay([["09:00", "17:00"]]) });
    expect(linesOf(calendar.explain(wall("2011-12-29 16:00", apia), { ms: 2 * HOUR }), apia)).toEqual([
      "2011-12-29 16:00 → 2011-12-29 17:00 open 1 h",
      "2011-12-31 00:00 → 2011-12-31 00:00 gap 0 h",
      "2011-12-31 09:00 → 2011-12-31 10:00 open 1 h",
    ]);
    const short = compileCalendar({ zone: apia, hours: { ...weekdays(), fri: [] } });
    expect(linesOf(short.explain(wall("2011-12-29 16:00", apia), { ms: 2 * HOUR }), apia)).toEqual([
      "2011-12-29 16:00 → 2011-12-29 17:00 open 1 h",
      "2011-12-31 00:00 → 2012-01-02 00:00 closed 0 h",
      "2012-01-02 09:00 → 2012-01-02 10:00 open 1 h",
    ]);
    const early = compileCalendar({ zone: NEW_YORK, hours: everyDay([["02:30", "03:15"]]) });
    expect(linesOf(early.explain(wall("2026-03-07 02:30"), { days: 2 }))).toEqual([
      "2026-03-07 02:30 → 2026-03-07 03:15 open 1/1 d",
      "2026-03-08 00:00 → 2026-03-09 00:00 gap 0/1 d",
      "2026-03-09 02:30 → 2026-03-09 03:15 open 1/1 d",
    ]);
  });

  test("backwards its rows are negative and run up to the instant asked from", () => {
    expect(explain("2026-03-09 08:00", { days: -1.5 })).toEqual(
      [
        "2026-03-05 13:00 → 2026-03-05 17:00 open -1/2 d",
        "2026-03-06 09:00 → 2026-03-06 17:00 open -1/1 d",
        "2026-03-07 00:00 → 2026-03-09 00:00 closed 0/1 d",
        "2026-03-09 00:00 → 2026-03-09 08:00 closed 0/1 d",
      ]
        .slice(0, 2)
        .concat("2026-03-07 00:00 → 2026-03-09 08:00 closed 0/1 d"),
    );
  });

  test("an amount of nothing has only the rows until the first opening", () => {
    expect(explain("2026-03-07 12:00", { ms: 0 })).toEqual([
      "2026-03-07 12:00 → 2026-03-09 00:00 closed 0 h",
    ]);
    expect(explain("2026-03-09 12:00", { days: 0 })).toEqual([]);
  });

  test("a union's hours are counted by the first desk that is open", () => {
    const london = {
      id: "london",
      zone: "Europe/London",
      hours: weekdays(),
      closed: [{ date: "2026-01-08", name: "Fair" }],
    };
    const union = compileCalendar([london, { id: "new-york", zone: NEW_YORK, hours: weekdays() }]);
    const receipt = union.explain(wall("2026-01-07 16:00", "Europe/London"), { ms: 10 * HOUR });
    expect(receipt?.rows.map((row) => `${row.scheduleId ?? ""} ${lineOf(row, "Europe/London")}`)).toEqual([
      "london 2026-01-07 16:00 → 2026-01-07 17:00 open 1 h",
      "new-york 2026-01-07 17:00 → 2026-01-07 22:00 open 5 h",
      "london 2026-01-08 00:00 → 2026-01-08 14:00 holiday (Fair) 0 h",
      "new-york 2026-01-08 14:00 → 2026-01-08 18:00 open 4 h",
    ]);
    const days = union.explain(wall("2026-01-07 16:00", "Europe/London"), { days: 0.5 });
    expect(linesOf(days, "Europe/London")).toEqual([
      "2026-01-07 16:00 → 2026-01-07 17:00 open 1/8 d",
      "2026-01-08 00:00 → 2026-01-09 00:00 holiday (Fair) 0/1 d",
      "2026-01-09 09:00 → 2026-01-09 12:00 open 3/8 d",
    ]);
  });

  test("round the clock it is one row, cut by pauses alone", () => {
    const pause = { start: 2 * HOUR, end: 5 * HOUR };
    expect(linesOf(always.explain(0, { days: 1 }, [pause]), "UTC")).toEqual([
      "1970-01-01 00:00 → 1970-01-01 02:00 open 1/12 d",
      "1970-01-01 02:00 → 1970-01-01 05:00 paused 0/1 d",
      "1970-01-01 05:00 → 1970-01-02 03:00 open 11/12 d",
    ]);
  });
});
