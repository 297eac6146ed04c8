import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useSpeech } from "../speech/speech.tsx";
import classes from "./dialog.module.css";

/** A dialog with its title and a way out. Focus goes in and comes back; Esc closes. */
export function Dialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Width in pixels; never wider than the screen. */
  readonly width?: number;
  readonly children: ReactNode;
}) {
  const { words } = useSpeech();
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
        <div className={classes.body}>{props.children}</div>
      </Modal.Content>
    </Modal.Root>
  );
}
