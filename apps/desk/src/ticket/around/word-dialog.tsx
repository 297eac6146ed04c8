import { Dialog, useDeskActWords, useSpeech, useWhenText } from "@troth/ui";
import { useState } from "react";
import { WrittenField } from "../../frame/written-field.tsx";
import type { DeskTicket } from "../../wire.ts";
import classes from "../dialog.module.css";
import { ActForm } from "./act-form.tsx";
import { inHours, instantOf, tomorrowAt } from "./moment.ts";
import { MomentField } from "./moment-field.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type DialogProps = { readonly ticket: DeskTicket; readonly isOpen: boolean; readonly onClose: () => void };

/** Promises the customer the next word by a time of one's own. */
export function WordDialog(props: DialogProps) {
  const words = useDeskActWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words.wordTitle(props.ticket.number)}>
      {props.isOpen && <WordForm {...props} />}
    </Dialog>
  );
}

function WordForm({ ticket, onClose }: DialogProps) {
  const words = useDeskActWords();
  const { now } = useSpeech();
  const whenText = useWhenText();
  const [by, setBy] = useState("");
  const [text, setText] = useState("");
  const at = instantOf(by);
  const give = useAct({
    ticket: ticket.number,
    post: (body: { by: string; text: string | null }, key) => send.word(ticket.number, body, key),
    said: words.wordGiven,
    onDone: onClose,
  });
  const missing = at === null ? words.timeFirst : at <= now() ? words.timePast : null;
  return (
    <ActForm
      label={words.wordGive}
      missing={missing}
      isPending={give.isPending}
      error={give.error}
      onClose={onClose}
      onSubmit={() =>
        at !== null && give.mutate({ by: new Date(at).toISOString(), text: text.trim() || null })
      }
    >
      <p>{words.wordText(ticket.requester.name)}</p>
      <MomentField
        label={words.wordBy}
        theirZone={ticket.requester.zone}
        value={by}
        onChange={setBy}
        quick={[
          { label: words.inHours(4), at: inHours(now(), 4) },
          { label: words.tomorrowNoon, at: tomorrowAt(now(), 12) },
        ]}
      />
      <WrittenField label={words.wordAbout} hint={words.wordAboutHint} value={text} onChange={setText} />
      {at !== null && missing === null && (
        <section className={classes.effect}>
          <h3>{words.customerReads}</h3>
          <blockquote dir="auto">{words.wordSees(whenText(at, "full", true), text.trim())}</blockquote>
        </section>
      )}
    </ActForm>
  );
}
