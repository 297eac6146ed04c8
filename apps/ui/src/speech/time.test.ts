import { describe, expect, test } from "vitest";
import { dueMinute, timeTalk } from "./time.ts";
import { cityOf, knownZone, zoneLetters, zoneWords } from "./zone.ts";

const at = Date.parse("2026-07-07T19:30:00Z");
const now = () => Date.parse("2026-07-06T14:10:00Z");

describe("an instant in words", () => {
  test("has weekday, date, clock, zone letters and city", () => {
    expect(timeTalk("en-GB", "Europe/Berlin", now).full(at)).toBe("Tue 7 Jul, 21:30 (CEST, Berlin)");
  });

  test("keeps each locale's own order and clock", () => {
    expect(timeTalk("en-US", "America/New_York", now).full(at)).toBe("Tue, Jul 7, 3:30 PM (EDT, New York)");
    expect(timeTalk("de-DE", "Europe/Berlin", now).full(at)).toBe("Di., 7. Juli, 21:30 (MESZ, Berlin)");
  });

  test("tells the year when it is not this one", () => {
    expect(timeTalk("en-GB", "UTC", now).short(Date.parse("2025-08-06T09:05:00Z"))).toBe(
      "Wed, 6 Aug 2025, 09:05",
    );
  });

  test("the short form keeps the weekday, and the date as soon as a weekday could mean two days", () => {
    const talk = timeTalk("en-GB", "Europe/Lisbon", now);
    expect(talk.compact(at)).toBe("Tue 20:30");
    expect(talk.compact(at + 6 * 24 * 3_600_000)).toBe("Mon 13 Jul, 20:30");
  });

  test("a due instant rounds up to the minute, never down", () => {
    expect(dueMinute(at + 1)).toBe(at + 60_000);
    expect(dueMinute(at)).toBe(at);
  });
});

describe("a zone in words", () => {
  test("takes the first of own locale, en-US, en-GB and en-IN that knows letters", () => {
    expect(zoneLetters(at, "Europe/Berlin", "en-US")).toBe("CEST");
    expect(zoneLetters(at, "Europe/Berlin", "de")).toBe("MESZ");
    expect(zoneLetters(at, "Asia/Kolkata", "en-GB")).toBe("IST");
  });

  test("falls back to the offset from UTC", () => {
    expect(zoneLetters(at, "America/Sao_Paulo", "en-GB")).toBe("UTC-3");
  });

  test("has no city for UTC", () => {
    expect(cityOf("UTC")).toBeNull();
    expect(cityOf("Etc/GMT+3")).toBeNull();
    expect(cityOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
    expect(zoneWords(at, "UTC", "en-GB")).toBe("UTC");
  });

  test("an unknown or missing zone is read as UTC instead of breaking the screen", () => {
    expect(knownZone("Mars/Olympus")).toBe("UTC");
    expect(knownZone(null)).toBe("UTC");
    expect(knownZone("Europe/Lisbon")).toBe("Europe/Lisbon");
  });
});
