import { type ClipboardEvent, type DragEvent, useState } from "react";

/** What an element needs to take files that are dropped on it or pasted into it. */
export type FileDrop = {
  readonly "data-over": boolean;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
};

/** Files dropped anywhere on a form, and pictures pasted into its fields, are attached. */
export function useFileDrop(add: (files: readonly File[]) => void): FileDrop {
  const [isOver, setOver] = useState(false);
  return {
    "data-over": isOver,
    onDragOver(event) {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event) {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
        setOver(false);
    },
    onDrop(event) {
      setOver(false);
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      add([...event.dataTransfer.files]);
    },
    onPaste(event) {
      const { files, types } = event.clipboardData;
      // A table copied from a sheet comes as text and as a picture of it: the text was meant.
      if (files.length === 0 || types.includes("text/plain")) return;
      event.preventDefault();
      add([...files]);
    },
  };
}
