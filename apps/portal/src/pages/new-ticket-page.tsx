import { useQuery } from "@tanstack/react-query";
import { type DraftStore, ProblemNote, useWidgetWords, Waiting } from "@troth/ui";
import {
  ActLink,
  NO_PREFILL,
  NoTickets,
  type OtherDoors,
  TicketFormView,
  type TicketOpened,
  TicketSent,
  useCustomerDesk,
} from "@troth/ui/customer";
import { useState } from "react";
import { hrefOf } from "../address.ts";

/** The same form as in the console, or, where the plan has no tickets, why not and what instead. */
export function NewTicketPage(props: { readonly drafts: DraftStore; readonly doors: OtherDoors }) {
  const desk = useCustomerDesk();
  const words = useWidgetWords();
  const form = useQuery({ queryKey: ["form"], queryFn: desk.form });
  const [sent, setSent] = useState<TicketOpened | null>(null);
  if (!form.data) {
    return form.isError ? (
      <ProblemNote error={form.error} onRetry={() => void form.refetch()} />
    ) : (
      <Waiting />
    );
  }
  const isAllowed = form.data.me.tickets.decision === "allow";
  return (
    <div className="sheet">
      <h1>{isAllowed && sent === null ? words.title : words.supportTitle}</h1>
      {sent !== null && (
        <TicketSent opened={sent} form={form.data}>
          <ActLink isMain href={hrefOf(`/tickets/${sent.number}`)}>
            {words.openTicket}
          </ActLink>
          <ActLink href={hrefOf("/")}>{words.myTickets}</ActLink>
        </TicketSent>
      )}
      {sent === null && isAllowed && (
        <TicketFormView
          form={form.data}
          prefill={NO_PREFILL}
          drafts={props.drafts}
          doors={props.doors}
          onOpened={setSent}
        />
      )}
      {sent === null && !isAllowed && <NoTickets me={form.data.me} />}
    </div>
  );
}
