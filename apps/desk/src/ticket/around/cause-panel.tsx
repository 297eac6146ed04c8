import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Dialog, useCauseWords, useDeskActWords, When } from "@troth/ui";
import { useState } from "react";
import { HeadFacts } from "../../documents/documents-screen.tsx";
import { WrittenField } from "../../frame/written-field.tsx";
import type { DeskTicket } from "../../wire.ts";
import { Fact, Second } from "../fact.tsx";
import { ActForm } from "./act-form.tsx";
import { Panel } from "./panel.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

/** The document about this ticket alone; null while there is none. */
export function ownDocument({ causes, number }: DeskTicket) {
  return causes.documents.find(({ ticket }) => ticket === number) ?? null;
}

/** That the cause is asked for, since when, and the way to write it. */
export function CausePanel(props: { readonly ticket: DeskTicket; readonly askedAt: string }) {
  const words = useCauseWords();
  const [isDeclining, setDeclining] = useState(false);
  const close = () => setDeclining(false);
  return (
    <Panel
      title={words.rootCause}
      acts={
        <>
          <WriteLink ticket={props.ticket} />
          <Button variant="default" onClick={() => setDeclining(true)}>
            {words.decline}
          </Button>
        </>
      }
    >
      <p>{words.panelAsked(<When key="at" at={props.askedAt} />)}</p>
      <Dialog isOpen={isDeclining} onClose={close} title={words.declineTitle}>
        {isDeclining && <DeclineForm number={props.ticket.number} onClose={close} />}
      </Dialog>
    </Panel>
  );
}

function DeclineForm({ number, onClose }: { readonly number: number; readonly onClose: () => void }) {
  const words = useCauseWords();
  const acts = useDeskActWords();
  const [reason, setReason] = useState("");
  const written = reason.trim();
  const decline = useAct({
    ticket: number,
    post: (text: string, key) => send.declineCause(number, text, key),
    said: words.declined,
    onDone: onClose,
  });
  return (
    <ActForm
      label={words.decline}
      missing={written === "" ? acts.reasonFirst : null}
      isPending={decline.isPending}
      error={decline.error}
      onClose={onClose}
      onSubmit={() => decline.mutate(written)}
    >
      <p>{words.declineText}</p>
      <WrittenField label={acts.reasonCustomerReads} minRows={3} value={reason} onChange={setReason} />
    </ActForm>
  );
}

function WriteLink({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useCauseWords();
  const document = ownDocument(ticket);
  return document === null ? (
    <Link to="/documents/new" search={{ ticket: ticket.number }}>
      {words.write}
    </Link>
  ) : (
    <Link to="/documents/$document" params={{ document: document.id }}>
      {words.open}
    </Link>
  );
}

/** Root-cause documents about the ticket and about its incident, drafts among them. */
export function CauseFact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useCauseWords();
  const { documents } = ticket.causes;
  if (documents.length === 0) return null;
  return (
    <Fact name={words.rootCause}>
      {documents.map((head) => (
        <div key={head.id}>
          <Link to="/documents/$document" params={{ document: head.id }} dir="auto">
            {head.incident === null
              ? words.ofTicket(head.ticket ?? ticket.number)
              : words.aboutIncident(head.incident.number, head.incident.title)}
          </Link>
          <Second>
            <HeadFacts head={head} />
          </Second>
        </div>
      ))}
    </Fact>
  );
}
