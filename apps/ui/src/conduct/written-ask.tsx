import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { SecretNotice } from "../secrets/secret-notice.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import classes from "./conduct.module.css";

const MOST_CHARACTERS = 4_000;

/** A button that opens a few lines to write in place: a report, a review, a reason. Nothing is sent before the last press. */
export function WrittenAsk<T>(props: {
  readonly open: string;
  /** What the opening button is called where several stand on one page. */
  readonly openName?: string;
  readonly label: string;
  readonly hint: string;
  readonly send: string;
  readonly sending: string;
  readonly empty: string;
  readonly said: (result: T) => string;
  readonly onSend: (text: string) => Promise<T>;
}) {
  const { words } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const missing = useId();
  const sending = useMutation({ mutationFn: props.onSend, onSuccess: () => setOpen(false) });
  if (sending.data !== undefined && !isOpen) {
    return (
      <p role="status" className={classes.second}>
        {props.said(sending.data)}
      </p>
    );
  }
  if (!isOpen) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.open ?? ""}
        onClick={() => setOpen(true)}
        {...(props.openName === undefined ? {} : { "aria-label": props.openName })}
      >
        {props.open}
      </Button>
    );
  }
  const isEmpty = text.trim() === "";
  return (
    <form
      className={classes.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !sending.isPending) sending.mutate(text);
      }}
    >
      <Textarea
        label={props.label}
        description={props.hint}
        autosize
        autoFocus
        minRows={2}
        maxRows={10}
        maxLength={MOST_CHARACTERS}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <SecretNotice text={text} onMask={setText} />
      {sending.isError && <ProblemNote error={sending.error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={() => setOpen(false)}>
          {words.cancel}
        </Button>
        <Button
          type="submit"
          disabled={isEmpty}
          aria-disabled={sending.isPending || undefined}
          aria-describedby={isEmpty ? missing : undefined}
        >
          {sending.isPending ? props.sending : props.send}
        </Button>
        {isEmpty && (
          <span id={missing} className={classes.second}>
            {props.empty}
          </span>
        )}
      </div>
    </form>
  );
}
