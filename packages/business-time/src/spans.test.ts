import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutSpans, mergedSpans } from "./spans.ts";
import type { Span } from "./types.ts";

const spans = fc.array(
  fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]): Span => ({ start, end: start + length })),
  { maxLength: 8 },
);

function covers(list: readonly Span[], at: number): boolean {
  return list.some(({ start, end }) => at >= start && at < end);
}

test("merging keeps every instant and leaves nothing that overlaps, touches or is empty", () => {
  fc.assert(
    fc.property(spans, (list) => {
      const merged = mergedSpans(list);
      for (let at = 0; at < 40; at++) expect(covers(merged, at)).toBe(covers(list, at));
      merged.forEach(({ start, end }, i) => {
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThan(merged[i - 1]?.end ?? -1);
      });
    }),
  );
});

test("cutting leaves exactly what lies outside the holes", () => {
  fc.assert(
    fc.property(spans, spans, (list, cut) => {
      const [open, holes] = [mergedSpans(list), mergedSpans(cut)];
      const left = cutSpans(open, holes);
      for (let at = 0; at < 40; at++) expect(covers(left, at)).toBe(covers(open, at) && !covers(holes, at));
    }),
  );
});
