import * as fc from "fast-check";
import { expect, test } from "vitest";
import { firstAbove, indexTable } from "./index-table.ts";

test("finds what a search from the beginning finds, however unevenly the keys lie", () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 ** 12 }));
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 60 }), fc.array(key), (numbers, probes) => {
      const keys = numbers.toSorted((a, b) => a - b);
      const table = indexTable(Float64Array.from([...keys, Number.NaN]), keys[0] ?? Infinity);
      for (const x of [...probes, ...keys, ...keys.map((k) => k - 1), -1, 10 ** 13]) {
        expect(firstAbove(table, x)).toBe(keys.filter((k) => k <= x).length);
      }
    }),
  );
});
