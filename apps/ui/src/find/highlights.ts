/** Names of the highlights in styles: every match, and the one that is looked at. */
const EVERY = "troth-find";
const CURRENT = "troth-find-current";

/** Paints ranges without touching the document; gives back what takes the paint away. */
export function paint(ranges: readonly Range[], current: Range | null): () => void {
  const removals = [added(EVERY, ranges), added(CURRENT, current === null ? [] : [current])];
  return () => {
    for (const remove of removals) remove();
  };
}

function added(name: string, ranges: readonly Range[]): () => void {
  // Browsers without highlights still scroll to the match; its words are counted either way.
  if (!("highlights" in CSS)) return () => undefined;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight);
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}

/** Brings a range into view in every pane around it, from the innermost out. */
export function showRange(range: Range): void {
  const start = range.startContainer.parentElement;
  for (let pane = start; pane !== null; pane = pane.parentElement) {
    const { overflowY, overflowX } = getComputedStyle(pane);
    const isPane = /auto|scroll/.test(overflowY + overflowX) || pane === document.scrollingElement;
    if (!isPane) continue;
    const box = pane === document.scrollingElement ? viewport() : pane.getBoundingClientRect();
    const at = range.getBoundingClientRect();
    if (at.top < box.top || at.bottom > box.bottom) pane.scrollTop += at.top - (box.top + box.height / 3);
    if (at.left < box.left || at.right > box.right) pane.scrollLeft += at.left - (box.left + box.width / 3);
  }
}

function viewport(): DOMRect {
  return new DOMRect(0, 0, innerWidth, innerHeight);
}
