import { NativeSelect, TextInput } from "@mantine/core";
import { Dialog, useDeskActWords } from "@troth/ui";
import { useState } from "react";
import type { DeskTicket } from "../../wire.ts";
import { ActForm } from "./act-form.tsx";
import { numberIn } from "./merge-facts.ts";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type DialogProps = { readonly ticket: DeskTicket; readonly isOpen: boolean; readonly onClose: () => void };

export const RELATIONS = ["related", "duplicate-of", "caused-by"] as const;
export type Relation = (typeof RELATIONS)[number];

/** Says how this ticket stands to another, by number. */
export function LinkDialog(props: DialogProps) {
  const words = useDeskActWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words.linkTitle(props.ticket.number)}>
      {props.isOpen && <LinkForm {...props} />}
    </Dialog>
  );
}

function LinkForm({ ticket, onClose }: DialogProps) {
  const words = useDeskActWords();
  const [text, setText] = useState("");
  const [relation, setRelation] = useState<Relation>("related");
  const to = numberIn(text);
  const link = useAct({
    ticket: ticket.number,
    post: (body: { to: number; relation: Relation }, key) => send.link(ticket.number, body, key),
    said: words.linked,
    onDone: onClose,
  });
  return (
    <ActForm
      label={words.link}
      missing={to === null ? words.numberFirst : to === ticket.number ? words.numberSame : null}
      isPending={link.isPending}
      error={link.error}
      onClose={onClose}
      onSubmit={() => to !== null && link.mutate({ to, relation })}
    >
      <p>{words.linkText}</p>
      <NativeSelect
        label={words.linkRelation}
        value={relation}
        data={RELATIONS.map((value) => ({ value, label: words.relations[value] }))}
        onChange={(event) =>
          setRelation(RELATIONS.find((one) => one === event.currentTarget.value) ?? "related")
        }
      />
      <TextInput
        label={words.otherNumber}
        inputMode="numeric"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </ActForm>
  );
}
