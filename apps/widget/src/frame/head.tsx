import { IconChevronLeft, IconX } from "@tabler/icons-react";
import { useSpeech, useWidgetWords } from "@troth/ui";
import type { ReactNode } from "react";

/** The dialog's top line: where one is, one way aside, and the way out. */
export function Head(props: {
  readonly title: string | null;
  readonly onClose: () => void;
  readonly onBack?: () => void;
  readonly children?: ReactNode;
}) {
  const words = useWidgetWords();
  const { words: shared } = useSpeech();
  return (
    <div className="head">
      {props.onBack && (
        <button type="button" className="head-button" onClick={props.onBack}>
          <IconChevronLeft size={20} aria-hidden /> {words.back}
        </button>
      )}
      {props.title !== null && (
        <h1 id="troth-title" tabIndex={-1}>
          {props.title}
        </h1>
      )}
      <span className="spring" />
      {props.children}
      <button
        type="button"
        className="close"
        aria-label={shared.close}
        title={shared.close}
        onClick={props.onClose}
      >
        <IconX size={20} aria-hidden />
      </button>
    </div>
  );
}
