import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { wireInstant } from "./instant.ts";

test("an instant is written as ISO 8601 has it, in any year", () => {
  const instants = integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
  assert(property(instants, (at) => wireInstant(at) === new Date(at).toISOString()));
});

test("an instant is written alike the second time on its day", () => {
  const noon = Date.UTC(2026, 6, 7, 12);
  expect([wireInstant(noon), wireInstant(noon + 1)]).toEqual([
    "2026-07-07T12:00:00.000Z",
    "2026-07-07T12:00:00.001Z",
  ]);
});

test("what is no instant is refused", () => {
  expect(() => wireInstant(Number.NaN)).toThrow(RangeError);
});
