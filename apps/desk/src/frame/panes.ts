/** Moves focus to the next pane of the screen: every element marked `data-pane`, in reading order, around. */
export function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter(
    (pane) => pane.offsetParent !== null,
  );
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  panes[(here + 1) % panes.length]?.focus();
}
