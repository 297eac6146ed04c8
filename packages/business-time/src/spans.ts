import type { Span } from "./types.ts";

/** The same open time as sorted spans that neither overlap nor touch (clock.md A4); empty ones are gone. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  let last = { start: 0, end: Number.NaN };
  for (const { start, end } of spans.toSorted(inTime)) {
    if (end <= start) continue;
    if (start <= last.end) last.end = Math.max(last.end, end);
    else {
      last = { start, end };
      merged.push(last);
    }
  }
  return merged;
}

/** Earlier ones first; what takes no time before what starts with it. */
export function inTime(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/**
 * What is left of sorted spans that do not overlap when merged holes are cut out, each part with all that
 * its span carries. A span that takes no time stays or goes whole.
 */
export function cutSpans<S extends Span>(spans: readonly S[], holes: readonly Span[]): S[] {
  const left: S[] = [];
  let next = 0;
  for (const span of spans) {
    let { start } = span;
    while ((holes[next]?.end ?? Infinity) <= start) next++;
    for (
      let hole = holes[next], i = next;
      hole && (hole.start <= start || hole.start < span.end);
      hole = holes[++i]
    ) {
      if (hole.start > start) left.push({ ...span, start, end: hole.start });
      start = Math.max(start, hole.end);
    }
    if (start === span.start) left.push(span);
    else if (start < span.end) left.push({ ...span, start });
  }
  return left;
}

/** What the given spans take, and all that lies outside of `within`, merged. */
export function outside(spans: readonly Span[], { start, end }: Span): Span[] {
  return mergedSpans([{ start: -Infinity, end: start }, ...spans, { start: end, end: Infinity }]);
}
