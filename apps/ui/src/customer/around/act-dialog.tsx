import { type FormEvent, type ReactNode, useId, useState } from "react";
import { usePortalWords } from "../../catalogue/use-portal-words.ts";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { Dialog } from "../../states/dialog.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import { Act } from "../act.tsx";
import classes from "../customer.module.css";
import { TextField } from "../field.tsx";
import { useAct } from "./use-act.ts";

type ActDialogProps = {
  readonly number: number;
  readonly title: string;
  readonly intro: string;
  /** What the text is called; none is asked for where it is left out. */
  readonly text?: { readonly label: string; readonly isNeeded: boolean };
  /** What is wrong beside the text, in words; null when it may be sent. */
  readonly fault?: string | null;
  readonly send: string;
  readonly said: string;
  readonly run: (text: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** A dialog in which a customer says something and does one thing. Nothing typed is lost by a failure. */
export function ActDialog(props: ActDialogProps) {
  const words = useTicketActWords();
  const portal = usePortalWords();
  const id = useId();
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useAct(props.number, props.run, { said: props.said, onDone: props.onClose });
  const isLacking = props.text?.isNeeded === true && text.trim() === "";
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isLacking) document.getElementById(id)?.focus();
    else if (!act.isPending && props.fault == null) act.mutate(text.trim());
  }
  return (
    <Dialog isOpen onClose={props.onClose} title={props.title} width={560}>
      <form className={classes.form} noValidate onSubmit={submit}>
        <p>{props.intro}</p>
        {props.children}
        {props.text !== undefined && (
          <TextField
            id={id}
            label={props.text.label}
            rows={4}
            value={text}
            fault={isTried && isLacking ? portal.replyEmpty : null}
            onChange={setText}
          />
        )}
        {isTried && props.fault != null && <p className={classes.fault}>{props.fault}</p>}
        {act.isError && <ProblemNote error={act.error} onRetry={() => act.mutate(text.trim())} />}
        <div className={classes.acts}>
          <Act isMain type="submit" isBusy={act.isPending}>
            {act.isPending ? words.sending : props.send}
          </Act>
          <Act onClick={props.onClose}>{words.cancel}</Act>
        </div>
      </form>
    </Dialog>
  );
}
