import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Dialog, useDeskActWords } from "@troth/ui";
import { useState } from "react";
import { WrittenField } from "../../frame/written-field.tsx";
import { read } from "../../queries.ts";
import type { DeskTicket, Objection } from "../../wire.ts";
import classes from "../dialog.module.css";
import { ActForm } from "./act-form.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type DialogProps = { readonly ticket: DeskTicket; readonly isOpen: boolean; readonly onClose: () => void };

const MOST = 2;

/** Asks one lead or two what they think of an objection. */
export function AskLeadDialog(props: DialogProps & { readonly objection: Objection }) {
  const words = useDeskActWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words.askLead}>
      {props.isOpen && <AskForm {...props} />}
    </Dialog>
  );
}

function AskForm({ ticket, objection, onClose }: DialogProps & { readonly objection: Objection }) {
  const words = useDeskActWords();
  const agents = useQuery(read.agents());
  const [leads, setLeads] = useState<string[]>([]);
  const asked = objection.advice.map(({ lead }) => lead.id);
  const able = (agents.data?.agents ?? []).filter(
    ({ id, role, isMe }) => role !== "agent" && !isMe && !asked.includes(id),
  );
  const most = MOST - asked.length;
  const ask = useAct({
    ticket: ticket.number,
    post: (ids: string[], key) => send.askAdvice(ticket.number, ids, key),
    said: words.leadAskedSaid,
    onDone: onClose,
  });
  return (
    <ActForm
      label={words.askThem}
      missing={able.length === 0 ? words.noLeads : leads.length === 0 ? words.leadFirst : null}
      isPending={ask.isPending}
      error={ask.error}
      onClose={onClose}
      onSubmit={() => ask.mutate(leads)}
    >
      <p>{words.askLeadText}</p>
      <Checkbox.Group label={words.askWhom} value={leads} onChange={setLeads}>
        <div className={classes.choices}>
          {able.map(({ id, name }) => (
            <Checkbox
              key={id}
              value={id}
              label={name}
              disabled={leads.length >= most && !leads.includes(id)}
            />
          ))}
        </div>
      </Checkbox.Group>
    </ActForm>
  );
}

/** A lead who was asked says what they think; the customer does not read it. */
export function AdviseDialog(props: DialogProps) {
  const words = useDeskActWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words.advise}>
      {props.isOpen && <AdviseForm {...props} />}
    </Dialog>
  );
}

function AdviseForm({ ticket, onClose }: DialogProps) {
  const words = useDeskActWords();
  const [text, setText] = useState("");
  const advise = useAct({
    ticket: ticket.number,
    post: (advice: string, key) => send.advise(ticket.number, advice, key),
    said: words.advisedSaid,
    onDone: onClose,
  });
  return (
    <ActForm
      label={words.advise}
      missing={text.trim() === "" ? words.adviceFirst : null}
      isPending={advise.isPending}
      error={advise.error}
      onClose={onClose}
      onSubmit={() => advise.mutate(text.trim())}
    >
      <WrittenField
        label={words.adviceLabel}
        hint={words.adviceHint}
        minRows={3}
        value={text}
        onChange={setText}
      />
    </ActForm>
  );
}
