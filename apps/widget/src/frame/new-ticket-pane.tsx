import type { DraftStore } from "@troth/ui";
import { useWidgetWords } from "@troth/ui";
import {
  Act,
  NoTickets,
  type OtherDoors,
  type TicketForm,
  TicketFormView,
  type TicketOpened,
  TicketSent,
} from "@troth/ui/customer";
import { useEffect, useMemo } from "react";
import { prefillOf } from "./facts.ts";
import type { Opening } from "./frame-line.ts";

/** The form, what follows its sending, or, where the plan has no tickets, why not and what instead. */
export function NewTicketPane(props: {
  readonly form: TicketForm;
  readonly opening: Opening;
  readonly drafts: DraftStore;
  readonly doors: OtherDoors;
  readonly sent: TicketOpened | null;
  readonly onSent: (opened: TicketOpened) => void;
  readonly onOpenTicket: (number: number) => void;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}) {
  const { form, opening, sent } = props;
  const words = useWidgetWords();
  const prefill = useMemo(() => prefillOf(opening.context, opening.category), [opening]);
  const isAllowed = form.me.tickets.decision === "allow";
  // Where one writes; without a form, the heading.
  useEffect(() => {
    if (sent === null) document.getElementById(isAllowed ? "troth-description" : "troth-title")?.focus();
  }, [isAllowed, sent]);
  if (sent !== null) {
    return (
      <TicketSent opened={sent} form={form}>
        <Act isMain onClick={() => props.onOpenTicket(sent.number)}>
          {words.openTicket}
        </Act>
        <Act onClick={props.onAnother}>{words.writeAnother}</Act>
        <Act onClick={props.onClose}>{words.done}</Act>
      </TicketSent>
    );
  }
  if (!isAllowed) return <NoTickets me={form.me} />;
  return (
    <TicketFormView
      form={form}
      prefill={prefill}
      drafts={props.drafts}
      doors={props.doors}
      onOpened={props.onSent}
    />
  );
}
