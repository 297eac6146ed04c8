import { Button } from "@mantine/core";
import { useDeskWords, useSpeech } from "@troth/ui";
import { type ReactNode, useId } from "react";
import { Failed } from "../../frame/failed.tsx";
import { SubmitButton } from "../../frame/submit-button.tsx";
import classes from "../dialog.module.css";

/** The body of a dialog that does one thing: fields, what went wrong, a way out, the one button and why it is off. */
export function ActForm(props: {
  readonly label: string;
  /** What is still missing, in one sentence; null when it may be sent. */
  readonly missing: string | null;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** In place of the words of the error, where the form has its own. */
  readonly problem?: ReactNode;
  readonly children: ReactNode;
}) {
  const words = useDeskWords();
  const shared = useSpeech().words;
  const missingId = useId();
  const { missing, isPending } = props;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null && !isPending) props.onSubmit();
      }}
    >
      {props.children}
      {props.problem ?? (props.error !== null && <Failed error={props.error} />)}
      <div className={classes.acts}>
        <Button variant="default" onClick={props.onClose}>
          {shared.cancel}
        </Button>
        <SubmitButton
          disabled={missing !== null}
          isPending={isPending}
          pendingLabel={words.sending}
          aria-describedby={missing === null ? undefined : missingId}
        >
          {props.label}
        </SubmitButton>
        {missing !== null && (
          <span id={missingId} className={classes.missing}>
            {missing}
          </span>
        )}
      </div>
    </form>
  );
}
