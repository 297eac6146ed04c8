import { describe, expect, test } from "vitest";
import { compileCalendar } from "./calendar.ts";
import { everyDay, NEW_YORK, NORMAL_BUSINESS_HOURS, readWall, wall, weekdays } from "./cast.fixture.ts";
import type { Amount, Instant, Schedule, Span } from "./types.ts";

const HOUR = 3_600_000;
const desk = compileCalendar(NORMAL_BUSINESS_HOURS);

function hours(count: number): Amount {
  return { ms: count * HOUR };
}

function due(from: string, amount: Amount, pauses?: readonly Span[]): string | null {
  return readWall(desk.add(wall(from), amount, pauses));
}

describe("when the desk is open (A2–A8)", () => {
  test("A2 special hours beat a closed date, and both beat the week", () => {
    const closed = [...(NORMAL_BUSINESS_HOURS.closed ?? []), { date: "2026-12-24" }];
    const both = compileCalendar({ ...NORMAL_BUSINESS_HOURS, closed });
    expect(both.isOpen(wall("2026-12-24 12:59"))).toBe(true);
    expect(both.isOpen(wall("2026-12-24 13:00"))).toBe(false);
    expect(both.isOpen(wall("2026-12-25 12:00"))).toBe(false);
  });

  test("A2 breaks are cut out of whatever the date's hours are", () => {
    const breaks = [
      { date: "2026-12-24", hours: [["10:00", "11:00"] as const] },
      { date: "2026-12-23", hours: [["08:00", "09:30"] as const] },
    ];
    const calendar = compileCalendar({ ...NORMAL_BUSINESS_HOURS, breaks });
    expect(calendar.between(wall("2026-12-24 00:00"), wall("2026-12-24 24:00"))).toBe(3 * HOUR);
    expect(calendar.between(wall("2026-12-23 00:00"), wall("2026-12-23 24:00"))).toBe(7.5 * HOUR);
  });

  test("A3 a window includes its start and excludes its end", () => {
    expect(desk.isOpen(wall("2026-03-02 09:00"))).toBe(true);
    expect(desk.isOpen(wall("2026-03-02 09:00") - 1)).toBe(false);
    expect(desk.isOpen(wall("2026-03-02 17:00") - 1)).toBe(true);
    expect(desk.isOpen(wall("2026-03-02 17:00"))).toBe(false);
  });

  test("A4 overlapping and touching windows count once", () => {
    const hoursOfDay = [
      ["09:00", "13:00"],
      ["12:00", "17:00"],
      ["17:00", "18:00"],
    ] as const;
    const calendar = compileCalendar({ zone: NEW_YORK, hours: { mon: hoursOfDay } });
    expect(calendar.between(wall("2026-03-02 00:00"), wall("2026-03-03 00:00"))).toBe(9 * HOUR);
  });

  test("A5 a night shift is split at midnight and each part follows its own date", () => {
    const nights: Schedule = {
      zone: NEW_YORK,
      hours: weekdays([["22:00", "06:00"]]),
      closed: [{ date: "2026-03-04" }],
    };
    const calendar = compileCalendar(nights);
    expect(readWall(calendar.add(wall("2026-03-03 23:00"), hours(2)))).toBe("2026-03-05 01:00");
  });

  test("A7 elapsed time counts on the days of a clock change", () => {
    const calendar = compileCalendar({ zone: NEW_YORK, hours: { sun: [["00:00", "08:00"]] } });
    expect(calendar.between(wall("2026-03-08 00:00"), wall("2026-03-08 12:00"))).toBe(7 * HOUR);
    expect(calendar.between(wall("2026-11-01 00:00"), wall("2026-11-01 12:00"))).toBe(9 * HOUR);
    const round = compileCalendar({ zone: NEW_YORK, hours: everyDay([["00:00", "24:00"]]) });
    expect(readWall(round.add(wall("2026-03-07 16:00"), hours(24)))).toBe("2026-03-08 17:00");
  });

  test("A7 a window inside the gap is dropped, one that touches it moves by the gap", () => {
    const inGap = compileCalendar({ zone: NEW_YORK, hours: { sun: [["02:30", "03:15"]] } });
    expect(inGap.between(wall("2026-03-08 00:00"), wall("2026-03-08 24:00"))).toBe(0);
    const touching = compileCalendar({ zone: NEW_YORK, hours: { sun: [["01:00", "02:30"]] } });
    expect(touching.between(wall("2026-03-08 00:00"), wall("2026-03-08 24:00"))).toBe(1.5 * HOUR);
  });

  test("A7 a date that the zone skips has no hours", () => {
    const zone = "Pacific/Apia";
    const calendar = compileCalendar({ zone, hours: everyDay([["09:00", "17:00"]]) });
    expect(readWall(calendar.add(wall("2011-12-29 16:00", zone), hours(2)), zone)).toBe("2011-12-31 10:00");
    expect(readWall(calendar.add(wall("2011-12-29 16:00", zone), { days: 1 }), zone)).toBe(
      "2011-12-31 16:00",
    );
  });

  test("A8 only the schedule's zone decides which date it is", () => {
    const inKiritimati = wall("2026-05-25 23:30", "Pacific/Kiritimati");
    expect(readWall(inKiritimati)).toBe("2026-05-25 05:30");
    expect(readWall(desk.add(inKiritimati, hours(0)))).toBe("2026-05-26 09:00");
  });

  test("E3 a fixed offset knows no daylight saving", () => {
    const calendar = compileCalendar({ zone: "UTC-08:00", hours: weekdays([["06:00", "18:00"]]) });
    expect(calendar.isOpen(Date.UTC(2026, 6, 1, 14))).toBe(true);
    expect(calendar.isOpen(Date.UTC(2026, 6, 1, 14) - 1)).toBe(false);
    expect(calendar.isOpen(Date.UTC(2026, 6, 2, 2))).toBe(false);
  });
});

describe("a union of desks (A9)", () => {
  const london = { id: "london", zone: "Europe/London", hours: weekdays() };
  const union = compileCalendar([london, { id: "new-york", zone: NEW_YORK, hours: weekdays() }]);

  test("London and New York are open from 09:00 to 22:00 in winter", () => {
    const morning = wall("2026-01-07 00:00", "Europe/London");
    expect(union.between(morning, morning + 24 * HOUR)).toBe(13 * HOUR);
    expect(union.nextChange(morning)).toEqual({ at: morning + 9 * HOUR, isOpen: true });
    expect(union.nextChange(morning + 9 * HOUR)).toEqual({ at: morning + 22 * HOUR, isOpen: false });
  });

  test("business days follow the desk that is named first", () => {
    const from = wall("2026-01-07 20:00", "Europe/London");
    expect(union.add(from, { days: 2 })).toBe(compileCalendar(london).add(from, { days: 2 }));
    expect(union.betweenDays(from, from + 24 * HOUR)).toEqual({ num: 1, den: 1 });
  });
});

describe("deadlines (B1–B6)", () => {
  test("B1 business days pass in proportion to each date's open time", () => {
    expect(due("2026-03-02 10:00", { days: 3 })).toBe("2026-03-05 10:00");
    expect(due("2026-03-05 14:00", { days: 3 })).toBe("2026-03-10 14:00");
    expect(due("2026-12-23 14:00", { days: 3 })).toBe("2026-12-29 14:00");
    expect(due("2026-12-23 14:00", hours(24))).toBe("2026-12-30 10:00");
  });

  test("B1 fractions of days are exact, as numbers are written or as fractions", () => {
    expect(due("2026-03-02 09:00", { days: 0.625 })).toBe("2026-03-02 14:00");
    expect(due("2026-03-02 09:00", { days: { num: 1, den: 3 } })).toBe("2026-03-02 11:40");
    expect(due("2026-03-02 09:00", { days: 0.1 })).toBe("2026-03-02 09:48");
    expect(due("2026-03-02 09:00", { days: { num: 3, den: 1 } })).toBe("2026-03-04 17:00");
  });

  test("B2 two business days are not 48 business hours", () => {
    expect(due("2026-03-02 10:00", { days: 2 })).toBe("2026-03-04 10:00");
    expect(due("2026-03-02 10:00", hours(48))).toBe("2026-03-10 10:00");
    expect(due("2026-07-02 15:30", { days: 2 })).toBe("2026-07-07 15:30");
  });

  test("B3 an amount that fills the day is due at closing", () => {
    expect(due("2026-03-02 09:00", hours(8))).toBe("2026-03-02 17:00");
    expect(due("2026-03-02 09:00", { days: 1 })).toBe("2026-03-02 17:00");
    expect(due("2026-03-02 07:00", { days: 3 })).toBe("2026-03-04 17:00");
  });

  test("B5 outside hours the amount starts to count at the next opening", () => {
    expect(due("2026-03-07 12:00", hours(2))).toBe("2026-03-09 11:00");
    expect(due("2026-03-02 17:00", hours(2))).toBe("2026-03-03 11:00");
    expect(due("2026-03-02 16:30", hours(2))).toBe("2026-03-03 10:30");
    expect(due("2026-02-28 12:00", { days: 3 })).toBe("2026-03-04 17:00");
    expect(due("2026-03-02 18:00", { days: 3 })).toBe("2026-03-05 17:00");
  });

  test("B6 a millisecond is a millisecond", () => {
    expect(due("2026-03-02 16:59:59.999", { ms: 1 })).toBe("2026-03-02 17:00");
    expect(due("2026-03-02 16:59:59.999", { ms: 2 })).toBe("2026-03-03 09:00:00.001");
  });

  test("a third of a day that falls between two milliseconds is due at the later one", () => {
    const long = compileCalendar({ zone: "UTC", hours: everyDay([["00:00", "00:01"]]) });
    const from = Date.UTC(2026, 0, 1);
    expect(long.add(from, { days: { num: 1, den: 7 } })).toBe(from + 8572);
    expect(long.add(from + 60_000, { days: { num: -1, den: 7 } })).toBe(from + 60_000 - 8572);
  });

  test("an amount of nothing is the first open instant at or after", () => {
    expect(due("2026-03-07 12:00", hours(0))).toBe("2026-03-09 09:00");
    expect(due("2026-03-07 12:00", { days: 0 })).toBe("2026-03-09 09:00");
    expect(due("2026-03-09 10:00", hours(0))).toBe("2026-03-09 10:00");
  });

  test("a negative amount is the latest instant from which it is used up", () => {
    expect(due("2026-03-09 09:30", hours(-1))).toBe("2026-03-06 16:30");
    expect(due("2026-03-09 17:00", hours(-8))).toBe("2026-03-09 09:00");
    expect(due("2026-03-10 09:00", hours(-8))).toBe("2026-03-09 09:00");
    expect(due("2026-03-09 10:00", { days: -1 })).toBe("2026-03-06 10:00");
    expect(due("2026-03-09 09:00", { days: -1 })).toBe("2026-03-06 09:00");
  });
});

describe("pauses (C5)", () => {
  const waiting: Span = { start: wall("2026-03-03 11:00"), end: wall("2026-03-04 15:00") };

  test("time paused is not counted", () => {
    expect(due("2026-03-03 10:00", hours(4), [waiting])).toBe("2026-03-05 10:00");
    expect(desk.between(wall("2026-03-03 10:00"), wall("2026-03-05 10:00"), [waiting])).toBe(4 * HOUR);
  });

  test("overlapping pauses count once, in any order, and pauses outside hours cost nothing", () => {
    const inside = { start: wall("2026-03-03 12:00"), end: wall("2026-03-04 09:30") };
    const night = { start: wall("2026-03-04 18:00"), end: wall("2026-03-05 08:00") };
    expect(due("2026-03-03 10:00", hours(4), [night, inside, waiting])).toBe("2026-03-05 10:00");
  });

  test("they stop business days too, without changing a day's length", () => {
    const lunch = { start: wall("2026-03-02 12:00"), end: wall("2026-03-02 14:00") };
    expect(due("2026-03-02 09:00", { days: 1 }, [lunch])).toBe("2026-03-03 11:00");
    expect(desk.betweenDays(wall("2026-03-02 09:00"), wall("2026-03-02 17:00"), [lunch])).toEqual({
      num: 3,
      den: 4,
    });
    expect(due("2026-03-03 11:00", { days: -1 }, [lunch])).toBe("2026-03-02 09:00");
  });

  test("nothing starts inside a pause", () => {
    expect(due("2026-03-03 11:30", hours(0), [waiting])).toBe("2026-03-04 15:00");
    expect(due("2026-03-03 11:00", hours(0), [waiting])).toBe("2026-03-04 15:00");
    expect(due("2026-03-04 15:00", { days: 0 }, [waiting])).toBe("2026-03-04 15:00");
    const untilNight = { start: wall("2026-03-03 11:00"), end: wall("2026-03-03 20:00") };
    expect(due("2026-03-03 11:30", hours(0), [untilNight])).toBe("2026-03-04 09:00");
  });

  test("months of pause reach beyond what was laid out at first", () => {
    const years = { start: wall("2026-03-02 10:00"), end: wall("2034-03-06 10:00") };
    expect(due("2026-03-02 09:00", hours(2), [years])).toBe("2034-03-06 11:00");
    expect(due("2034-03-06 11:00", hours(-2), [years])).toBe("2026-03-02 09:00");
  });
});

describe("measuring", () => {
  test("between is negative backwards and never minus zero", () => {
    const [start, end] = [wall("2026-03-02 10:00"), wall("2026-03-03 10:00")];
    expect(desk.between(start, end)).toBe(8 * HOUR);
    expect(desk.between(end, start)).toBe(-8 * HOUR);
    expect(Object.is(desk.between(end + 12 * HOUR, end + 11 * HOUR), 0)).toBe(true);
    expect(desk.betweenDays(end, start)).toEqual({ num: -1, den: 1 });
  });

  test("five hours of eight are five eighths of a day", () => {
    const days = desk.betweenDays(wall("2026-03-02 10:00"), wall("2026-03-02 15:00"));
    expect(days).toEqual({ num: 5, den: 8 });
  });

  test("the next change is the next opening or closing, across touching windows", () => {
    expect(desk.nextChange(wall("2026-07-02 16:00"))).toEqual({
      at: wall("2026-07-02 17:00"),
      isOpen: false,
    });
    expect(desk.nextChange(wall("2026-07-02 17:00"))).toEqual({ at: wall("2026-07-06 09:00"), isOpen: true });
    const round = compileCalendar({
      zone: NEW_YORK,
      hours: everyDay([["00:00", "24:00"]]),
      closed: [{ date: "2028-02-29" }],
    });
    expect(round.nextChange(wall("2026-01-01 00:00"))).toEqual({
      at: wall("2028-02-29 00:00"),
      isOpen: false,
    });
    expect(round.nextChange(wall("2028-03-01 00:00"))).toBeNull();
  });
});

describe("how far it looks", () => {
  test("an answer may lie many years away, in both directions", () => {
    const yearly = compileCalendar({ zone: "UTC", hours: { mon: [["09:00", "10:00"]] } });
    const from: Instant = Date.UTC(2026, 0, 5, 9);
    const far = yearly.add(from, hours(1000));
    expect(far).toBe(Date.UTC(2026, 0, 5, 10) + 999 * 7 * 24 * HOUR);
    expect(yearly.add(far ?? 0, hours(-1000))).toBe(from);
  });

  test("where the first layout ends makes no difference, in whatever zones a union lies", {
    timeout: 60_000,
  }, () => {
    const desks: Schedule[] = [
      { zone: "Pacific/Kiritimati", hours: everyDay([["09:00", "14:30"]]) },
      {
        zone: "Europe/London",
        hours: everyDay([
          ["17:00", "18:30"],
          ["21:00", "22:30"],
        ]),
      },
      { zone: "Pacific/Pago_Pago", hours: everyDay([["02:00", "04:00"]]) },
    ];
    const noon = wall("2026-01-07 12:00");
    const wide = compileCalendar(desks, { from: noon - 9000 * HOUR, to: noon + 19_000 * HOUR });
    for (let from = noon; from < noon + 24 * HOUR; from += 4 * HOUR) {
      for (let hour = 6; hour < 54; hour += 1.25) {
        for (const at of [from + (273 * 24 + hour) * HOUR, from - (91 * 24 + hour) * HOUR]) {
          const ms = wide.between(from, at);
          expect(compileCalendar(desks).add(from, { ms })).toBe(wide.add(from, { ms }));
        }
      }
    }
  });

  test("beyond 30 years it says so instead of searching on", () => {
    const monthly = compileCalendar({ zone: "UTC", hours: { mon: [["09:00", "10:00"]] } });
    expect(() => monthly.add(0, hours(2000))).toThrow(expect.objectContaining({ code: "horizon" }));
    expect(() => monthly.add(0, { days: -2000 })).toThrow(expect.objectContaining({ code: "horizon" }));
    expect(() => monthly.add(0, { days: 1e9 })).toThrow(expect.objectContaining({ code: "horizon" }));
    expect(() => monthly.between(0, wall("2126-01-01 00:00"))).toThrow(
      expect.objectContaining({ code: "horizon" }),
    );
  });

  test("special dates alone run out, and then there is no answer", () => {
    const fair = compileCalendar({
      zone: "UTC",
      hours: {},
      special: [
        { date: "1996-05-01", hours: [["09:00", "11:00"]] },
        { date: "2026-05-01", hours: [["09:00", "11:00"]] },
      ],
    });
    const first = Date.UTC(1996, 4, 1, 9);
    expect(fair.add(first, hours(3))).toBe(Date.UTC(2026, 4, 1, 10));
    expect(fair.add(first, hours(5))).toBeNull();
    expect(fair.add(Date.UTC(2026, 4, 2), hours(0))).toBeNull();
    expect(fair.add(first, hours(-1))).toBeNull();
    expect(fair.explain(first, hours(5))).toBeNull();
    expect(fair.nextChange(Date.UTC(2026, 4, 2))).toBeNull();
    expect(fair.isOpen(Date.UTC(2126, 4, 2))).toBe(false);
  });

  test("questions of other centuries are answered one after the other", () => {
    const calendar = compileCalendar({ zone: "Europe/Amsterdam", hours: weekdays() });
    for (const year of [1850, 2026, 1700, 2400, 9990]) {
      const monday = [3, 4, 5, 6, 7, 8, 9]
        .map((day) => Date.UTC(year, 0, day, 12))
        .find((at) => calendar.isOpen(at));
      expect(monday).toBeDefined();
      expect(calendar.between(monday ?? 0, (monday ?? 0) + 7 * 24 * HOUR)).toBe(40 * HOUR);
    }
  });
});
