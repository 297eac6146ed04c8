import { useIncidentWords } from "../catalogue/use-incident-words.ts";
import { When } from "../facts/when.tsx";
import classes from "./incident.module.css";
import type { Ticket } from "./wire.ts";

const ENDED = new Set<Ticket["state"]>(["resolved", "closed", "merged"]);

/** The incident a ticket is part of: how it stands, and at its end whether all is well. */
export function TicketIncidentNote({ ticket }: { readonly ticket: Pick<Ticket, "incident" | "state"> }) {
  const words = useIncidentWords();
  const { incident } = ticket;
  if (incident === null) return null;
  const { title, resolvedAt, nextUpdateBy, update } = incident;
  return (
    <section className={classes.card} aria-label={words.part}>
      <p>{words.partOf(<bdi>{title}</bdi>)}</p>
      {update && (
        <p className={classes.word}>
          {words.said(words.states[update.state], <When at={update.at} />)}{" "}
          <span dir="auto">{update.text}</span>
        </p>
      )}
      {resolvedAt === null && nextUpdateBy !== null && <p>{words.nextBy(<When at={nextUpdateBy} />)}</p>}
      {resolvedAt !== null && (
        <p>{(ENDED.has(ticket.state) ? words.endedNow : words.endedAsk)(<When at={resolvedAt} />)}</p>
      )}
    </section>
  );
}
