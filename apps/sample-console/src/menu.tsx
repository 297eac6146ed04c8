import { type MouseEvent, type ReactNode, useRef } from "react";

type Props = {
  readonly id: string;
  readonly label: string;
  readonly face: string;
  readonly children: ReactNode;
};

/** A small menu under a button. The browser's popover closes it with Esc or a press elsewhere and returns the focus. */
export function Menu({ id, label, face, children }: Props) {
  const popover = useRef<HTMLDivElement>(null);
  // Closed before the chosen thing happens, so that what opens next returns the focus to the button.
  function choose(event: MouseEvent<HTMLDivElement>): void {
    if (event.target instanceof Element && event.target.closest("a, button")) popover.current?.hidePopover();
  }
  return (
    <>
      <button type="button" className="menu-button" popoverTarget={id} aria-label={label} title={label}>
        {face}
      </button>
      {/* biome-ignore lint/a11y: the press is heard on the way down to the links inside */}
      <div ref={popover} id={id} popover="auto" className="menu" onClickCapture={choose}>
        {children}
      </div>
    </>
  );
}
