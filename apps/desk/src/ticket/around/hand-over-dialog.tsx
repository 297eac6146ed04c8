import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Dialog, useDeskActWords, useDeskWords, useWhenText } from "@troth/ui";
import { useState } from "react";
import { WrittenField } from "../../frame/written-field.tsx";
import { read } from "../../queries.ts";
import { ActForm } from "./act-form.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type DialogProps = {
  readonly ticket: { readonly number: number; readonly version: number };
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Hands a ticket over with a note for who has it next; only the desk reads the note. */
export function HandOverDialog(props: DialogProps) {
  const words = useDeskActWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words.handOverTitle(props.ticket.number)}>
      {props.isOpen && <HandOverForm {...props} />}
    </Dialog>
  );
}

function HandOverForm({ ticket, onClose }: DialogProps) {
  const words = useDeskActWords();
  const desk = useDeskWords();
  const whenText = useWhenText();
  const agents = useQuery(read.agents());
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const assign = useAct({
    ticket: ticket.number,
    post: (body: Parameters<typeof send.assign>[1], key) => send.assign(ticket.number, body, key),
    said: words.handedOverSaid,
    onDone: onClose,
  });
  const chosen = agents.data?.agents.find(({ id }) => id === to);
  return (
    <ActForm
      label={words.handOver}
      missing={null}
      isPending={assign.isPending}
      error={assign.error}
      onClose={onClose}
      onSubmit={() =>
        assign.mutate({
          assignee: to === "" ? null : to,
          note: note.trim() || null,
          sawVersion: ticket.version,
        })
      }
    >
      <NativeSelect label={desk.assignTo} value={to} onChange={(event) => setTo(event.currentTarget.value)}>
        <option value="">{desk.giveBack}</option>
        {agents.data?.agents.map(({ id, name, isMe }) => (
          <option key={id} value={id}>
            {isMe ? `${name} (${desk.me})` : name}
          </option>
        ))}
      </NativeSelect>
      {chosen?.awayUntil != null && <p>{words.theyAreAway(chosen.name, whenText(chosen.awayUntil))}</p>}
      <WrittenField label={words.noteForNext} hint={words.noteForNextHint} value={note} onChange={setNote} />
    </ActForm>
  );
}
