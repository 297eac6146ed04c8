import { Modal } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useSpeech } from "../speech/speech.tsx";
import classes from "./dialog.module.css";

/** A dialog with its title and a way out. Focus goes to its first field and comes back; Esc closes. */
export function Dialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Width in pixels; never wider than the screen. */
  readonly width?: number;
  readonly children: ReactNode;
}) {
  const { words } = useSpeech();
  const body = useFirstField(props.isOpen);
  return (
    <Modal.Root
      opened={props.isOpen}
      onClose={props.onClose}
      size={props.width ?? 480}
      transitionProps={{ duration: 120 }}
      classNames={{ content: classes.dialog ?? "" }}
    >
      <Modal.Overlay color="#000" backgroundOpacity={0.4} />
      <Modal.Content radius="lg">
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{props.title}</Modal.Title>
          <Modal.CloseButton aria-label={words.close} />
        </div>
        <div ref={body} className={classes.body} tabIndex={-1} data-autofocus>
          {props.children}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

const FIELD =
  "input:not([type=hidden],:disabled), textarea:not(:disabled), select:not(:disabled), [contenteditable=true]";

/**
 * Takes the focus on from the dialog's body, where it comes first, to the first field once there is one: what a dialog
 * asks may still have to be fetched. A reader who has moved on is let alone.
 */
function useFirstField(isOpen: boolean) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const look = (): void => {
      const inside = body.current;
      if (inside === null || document.activeElement !== inside) return;
      const field =
        inside.querySelector<HTMLElement>("[data-autofocus]") ?? inside.querySelector<HTMLElement>(FIELD);
      field?.focus();
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", look);
    return () => {
      watch.disconnect();
      document.removeEventListener("focusin", look);
    };
  }, [isOpen]);
  return body;
}
