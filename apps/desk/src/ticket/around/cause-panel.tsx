import { Link } from "@tanstack/react-router";
import { useCauseWords, When } from "@troth/ui";
import { HeadFacts } from "../../documents/documents-screen.tsx";
import type { DeskTicket } from "../../wire.ts";
import { Fact, Second } from "../fact.tsx";
import { Panel } from "./panel.tsx";

/** The document about this ticket alone; null while there is none. */
export function ownDocument({ causes, number }: DeskTicket) {
  return causes.documents.find(({ ticket }) => ticket === number) ?? null;
}

/** That the cause is asked for, since when, and the way to write it. */
export function CausePanel(props: { readonly ticket: DeskTicket; readonly askedAt: string }) {
  const words = useCauseWords();
  return (
    <Panel title={words.rootCause} acts={<WriteLink ticket={props.ticket} />}>
      <p>{words.panelAsked(<When key="at" at={props.askedAt} />)}</p>
    </Panel>
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
