import { useState } from "react";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { When } from "../../facts/when.tsx";
import { ProblemNote } from "../../states/problem-note.tsx";
import classes from "../customer.module.css";
import { useCustomerDesk } from "../customer-desk.ts";
import type { Ticket } from "../wire.ts";
import { isOpen } from "./is-open.ts";
import { ObjectDialog } from "./severity-dialogs.tsx";
import { type TicketHref, TicketLinkTo } from "./ticket-link.tsx";
import { useAct } from "./use-act.ts";

/** What the reader must know first: it goes on elsewhere, or a lead was asked. */
export function StandingLines({ ticket, hrefOf }: { readonly ticket: Ticket; readonly hrefOf: TicketHref }) {
  const words = useTicketActWords();
  const { mergedInto, leadAskedAt } = ticket.proceedings;
  return (
    <>
      {mergedInto !== null && (
        <p className={classes.standing}>
          {words.mergedInto(<TicketLinkTo number={mergedInto} hrefOf={hrefOf} />)}
        </p>
      )}
      {leadAskedAt !== null && (
        <p className={classes.standing}>{words.leadAsked(<When at={leadAskedAt} />)}</p>
      )}
    </>
  );
}

/** The way to object to the severity, or how the objection stands (P083). */
export function Objection({ ticket }: { readonly ticket: Ticket }) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const [isObjecting, setObjecting] = useState(false);
  const { disagreement } = ticket.proceedings;
  const takeBack = useAct(ticket.number, () => desk.takeObjectionBack(ticket.number));
  if (disagreement !== null) {
    const when = <When at={disagreement.at} />;
    const owner = disagreement.owner?.name ?? null;
    return (
      <>
        <p className={classes.hint}>
          {ticket.isMine ? words.objected(owner, when) : words.objectedBy(disagreement.by, owner, when)}
        </p>
        <button type="button" className={classes.plainLink} onClick={() => takeBack.mutate(undefined)}>
          {words.takeObjectionBack}
        </button>
        {takeBack.isError && <ProblemNote error={takeBack.error} />}
      </>
    );
  }
  if (!isOpen(ticket, "object")) return null;
  return (
    <>
      <button type="button" className={classes.plainLink} onClick={() => setObjecting(true)}>
        {words.object}
      </button>
      {isObjecting && <ObjectDialog ticket={ticket} onClose={() => setObjecting(false)} />}
    </>
  );
}
