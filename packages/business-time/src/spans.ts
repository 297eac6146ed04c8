import type { Span } from "./types.ts";

/** The same open time as sorted spans that neither overlap nor touch (clock.md A4); empty ones are gone. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const [only] = spans;
  if (spans.length === 1 && only) return only.end > only.start ? [only] : [];
  const merged: Span[] = [];
  let last: { start: number; end: number } | null = null;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= start) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else {
      last = { start, end };
      merged.push(last);
    }
  }
  return merged;
}

/** What is left of merged spans when merged holes are cut out. */
export function cutSpans(spans: readonly Span[], holes: readonly Span[]): Span[] {
  const left: Span[] = [];
  let next = 0;
  for (const span of spans) {
    let start = span.start;
    while ((holes[next]?.end ?? Infinity) <= start) next++;
    for (let i = next; start < span.end; i++) {
      const hole = holes[i];
      if (!hole || hole.start >= span.end) break;
      if (hole.start > start) left.push({ start, end: hole.start });
      start = Math.max(start, hole.end);
    }
    if (start < span.end) left.push({ start, end: span.end });
  }
  return left;
}
