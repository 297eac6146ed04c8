import { describe, expect, test } from "vitest";
import { localDateOf } from "./cast.fixture.ts";
import { instantOf, offsetOf, zoneOf } from "./zone.ts";

const HOUR = 3_600_000;

describe("a zone's offsets", () => {
  test("change to the second at which the zone changes", () => {
    const spring = Date.UTC(2026, 2, 8, 7);
    expect(offsetOf("America/New_York", spring - 1)).toBe(-5 * HOUR);
    expect(offsetOf("America/New_York", spring)).toBe(-4 * HOUR);
  });

  test("a summer time of less than a week is not missed", () => {
    expect(offsetOf("America/Recife", Date.UTC(2000, 9, 8, 2))).toBe(-3 * HOUR);
    expect(offsetOf("America/Recife", Date.UTC(2000, 9, 8, 3))).toBe(-2 * HOUR);
    expect(offsetOf("America/Recife", Date.UTC(2000, 9, 15, 2))).toBe(-3 * HOUR);
  });

  test("half hours, quarters and seconds of old times are kept", () => {
    expect(offsetOf("Australia/Lord_Howe", Date.UTC(2026, 0, 1))).toBe(11 * HOUR);
    expect(offsetOf("Australia/Lord_Howe", Date.UTC(2026, 6, 1))).toBe(10.5 * HOUR);
    expect(offsetOf("Asia/Kathmandu", 0)).toBe(5.5 * HOUR);
    expect(offsetOf("Africa/Monrovia", 0)).toBe(-(44 * 60 + 30) * 1000);
  });

  test("every offset found by sampling is the one that Intl gives at that hour", () => {
    for (const name of [
      "Africa/Casablanca",
      "Pacific/Apia",
      "America/Sao_Paulo",
      "Asia/Tehran",
      "Europe/Dublin",
    ]) {
      const format = new Intl.DateTimeFormat("en-US", {
        timeZone: name,
        hour: "numeric",
        timeZoneName: "longOffset",
      });
      const zone = zoneOf(name);
      for (let at = Date.UTC(2009, 0, 1); at < Date.UTC(2013, 0, 1); at += 6 * HOUR) {
        const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(format.format(at)) ?? [];
        const size = (Number(hours ?? 0) + Number(minutes ?? 0) / 60) * HOUR;
        expect(zone.offsetAt(at)).toBe(sign === "-" ? -size : size);
      }
    }
  });
});

describe("a wall time becomes an instant (A7)", () => {
  test("in a gap it moves forward by the gap", () => {
    expect(instantOf("America/New_York", "2026-03-08", "02:30")).toBe(Date.UTC(2026, 2, 8, 7, 30));
    expect(instantOf("Pacific/Apia", "2011-12-30", "09:00")).toBe(
      instantOf("Pacific/Apia", "2011-12-31", "09:00"),
    );
  });

  test("in an overlap the first is meant", () => {
    expect(instantOf("America/New_York", "2026-11-01", "01:30")).toBe(Date.UTC(2026, 10, 1, 5, 30));
    expect(instantOf("Australia/Lord_Howe", "2026-04-05", "01:45")).toBe(Date.UTC(2026, 3, 4, 14, 45));
  });

  test("24:00 is the next day's midnight", () => {
    expect(instantOf("Asia/Tokyo", "2026-02-28", "24:00")).toBe(
      instantOf("Asia/Tokyo", "2026-03-01", "00:00"),
    );
  });
});

describe("a local date", () => {
  test("is the zone's", () => {
    const at = Date.UTC(2026, 4, 25, 9, 30);
    expect(localDateOf("Pacific/Kiritimati", at)).toBe("2026-05-25");
    expect(localDateOf("America/New_York", Date.UTC(2026, 4, 26, 3, 59))).toBe("2026-05-25");
    expect(localDateOf("UTC+5:30", Date.UTC(2026, 4, 25, 18, 30))).toBe("2026-05-26");
  });

  test("of the earliest and the latest year is found as well", () => {
    expect(
      localDateOf("Europe/Paris", Date.UTC(1, 0, 1) - 1900 * 365.2425 * 24 * HOUR + 3 * 24 * HOUR),
    ).toMatch(/^0001/);
    expect(localDateOf("Europe/Paris", Date.UTC(9999, 5, 1))).toBe("9999-06-01");
    expect(localDateOf("Europe/Paris", Date.UTC(2026, 5, 1))).toBe("2026-06-01");
  });
});
