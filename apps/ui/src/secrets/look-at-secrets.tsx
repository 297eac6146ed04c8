import { Button, Textarea } from "@mantine/core";
import { useId, useState } from "react";
import { useTextWords } from "../catalogue/use-text-words.ts";
import { useAnnounce, useSpeech } from "../speech/speech.tsx";
import { Dialog } from "../states/dialog.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import classes from "./secrets.module.css";

/** Asks the desk for a message with its secrets, for a reason that goes on record. */
export type Look = (reason: string) => Promise<string>;

/** Under a message with secrets: how many are masked, and an agent's way to look at them. */
export function LookAtSecrets(props: {
  readonly count: number;
  readonly isShown: boolean;
  readonly look: Look;
  readonly onShown: (text: string | null) => void;
}) {
  const words = useTextWords();
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);
  if (props.isShown) {
    return (
      <p className={classes.shown}>
        <span>{words.secrets.shownNow}</span>
        <Button variant="default" size="compact-sm" onClick={() => props.onShown(null)}>
          {words.secrets.hide}
        </Button>
      </p>
    );
  }
  return (
    <p className={classes.shown}>
      <span>{words.secrets.inMessage(props.count)}</span>
      <Button variant="default" size="compact-sm" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {words.secrets.show}
      </Button>
      <Dialog isOpen={isAsking} onClose={() => setAsking(false)} title={words.secrets.showTitle}>
        <LookForm
          look={props.look}
          onClose={() => setAsking(false)}
          onShown={(text) => {
            setAsking(false);
            announce(words.secrets.lookedNow);
            props.onShown(text);
          }}
        />
      </Dialog>
    </p>
  );
}

function LookForm(props: {
  readonly look: Look;
  readonly onShown: (text: string) => void;
  readonly onClose: () => void;
}) {
  const words = useTextWords();
  const shared = useSpeech().words;
  const missingId = useId();
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isMissing = reason.trim() === "";
  const send = async () => {
    if (isMissing || isBusy) return;
    setBusy(true);
    setError(null);
    try {
      props.onShown(await props.look(reason));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label={words.secrets.reason}
        description={words.secrets.showHint}
        autosize
        minRows={2}
        maxLength={4_000}
        dir="auto"
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error !== null && <ProblemNote error={error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={props.onClose}>
          {shared.cancel}
        </Button>
        <Button type="submit" disabled={isMissing} aria-describedby={isMissing ? missingId : undefined}>
          {isBusy ? words.secrets.looking : words.secrets.look}
        </Button>
        {isMissing && <span id={missingId}>{words.secrets.reasonFirst}</span>}
      </div>
    </form>
  );
}
