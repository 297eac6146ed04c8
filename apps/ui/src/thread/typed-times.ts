import type { Part, Span } from "./markdown.ts";

/** An instant somebody typed with UTC: `2026-07-06 14:45 UTC`, `2026-07-06T14:45Z`. */
const TYPED = /\b(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?(?:Z\b| UTC\b)/g;

/** The same parts with each typed instant as one; code stays as it was typed. */
export function withTypedTimes(parts: readonly Part[]): readonly Part[] {
  return parts.map((part): Part => {
    switch (part.kind) {
      case "paragraph":
        return { ...part, spans: timed(part.spans) };
      case "quote":
        return { ...part, parts: withTypedTimes(part.parts) };
      case "list":
        return { ...part, items: part.items.map(withTypedTimes) };
      case "code":
        return part;
    }
  });
}

function timed(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span): readonly Span[] => {
    if (span.kind === "text") return timesIn(span.text);
    if (span.kind === "strong" || span.kind === "em") return [{ ...span, children: timed(span.children) }];
    return [span];
  });
}

function timesIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(TYPED)) {
    const at = `${match[1]}T${match[2]}:00Z`;
    if (Number.isNaN(Date.parse(at))) continue;
    if (match.index > from) spans.push({ kind: "text", text: text.slice(from, match.index) });
    spans.push({ kind: "time", at, text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push({ kind: "text", text: text.slice(from) });
  return spans;
}
