import { expect, test } from "vitest";
import { formatInstant, parseInstant } from "./iso.ts";

test("an instant is written in UTC, with thousandths only when it has some", () => {
  expect(formatInstant(Date.UTC(2006, 0, 4, 16))).toBe("2006-01-04T16:00:00Z");
  expect(formatInstant(Date.UTC(2006, 0, 4, 16) + 50)).toBe("2006-01-04T16:00:00.050Z");
  expect(formatInstant(-62_135_596_800_000)).toBe("0001-01-01T00:00:00Z");
});

test.each([
  ["2026-03-02T10:00:00Z", Date.UTC(2026, 2, 2, 10)],
  ["2026-03-02T10:00:00-05:00", Date.UTC(2026, 2, 2, 15)],
  ["2026-03-02T10:00:00.5+0530", Date.UTC(2026, 2, 2, 4, 30, 0, 500)],
  ["2026-03-02 10:00+14", Date.UTC(2026, 2, 1, 20)],
  ["2026-03-02T10:00:00.123999z", Date.UTC(2026, 2, 2, 10, 0, 0, 123)],
  ["0099-12-31T23:59:59Z", -59_011_459_201_000],
])("%s is read", (text, at) => {
  expect(parseInstant(text)).toBe(at);
});

test.each([
  "2026-03-02T10:00:00",
  "2026-03-02",
  "2026-02-30T10:00:00Z",
  "2026-03-02T24:00:00Z",
  "",
  "soon",
  "0000-01-01T00:00:00Z",
])("%o is refused", (text) => {
  expect(() => parseInstant(text)).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^bad-(instant|date)$/) }),
  );
});
