import { matchesIn } from "./matches.ts";

/** Counting stops here: nobody steps through more. */
export const MOST_MATCHES = 5_000;

/** The ranges below an element that say the words, in reading order. Each `data-find` is one text; without any, all of it is. */
export function rangesIn(root: Element, words: string): readonly Range[] {
  const places = root.querySelectorAll("[data-find]");
  const ranges: Range[] = [];
  for (const place of places.length === 0 ? [root] : places) {
    if (ranges.length < MOST_MATCHES) ranges.push(...rangesOf(place, words, MOST_MATCHES - ranges.length));
  }
  return ranges;
}

function rangesOf(place: Element, words: string, most: number): readonly Range[] {
  const nodes = textNodes(place);
  const text = nodes.map(({ data }) => data).join("");
  const starts: number[] = [];
  let length = 0;
  for (const { data } of nodes) {
    starts.push(length);
    length += data.length;
  }
  let at = 0;
  /** The node that holds a place of the joined text; asked for in rising order. */
  const nodeAt = (offset: number): readonly [Text, number] | null => {
    while (at + 1 < nodes.length && (starts[at + 1] ?? 0) <= offset) at += 1;
    const node = nodes[at];
    return node === undefined ? null : [node, offset - (starts[at] ?? 0)];
  };
  return matchesIn(text, words, most).flatMap(([from, to]) => {
    const start = nodeAt(from);
    const last = nodeAt(to - 1);
    if (start === null || last === null) return [];
    const range = document.createRange();
    range.setStart(...start);
    range.setEnd(last[0], last[1] + 1);
    return [range];
  });
}

/** Text that is read; numbers of lines and words of controls are not. */
function textNodes(place: Element): readonly Text[] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element
      ? node.matches("[aria-hidden='true'], button, [data-no-find]")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) nodes.push(node);
  }
  return nodes;
}
