import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { useSpeech } from "../../speech/speech.tsx";
import { useCustomerDesk } from "../customer-desk.ts";
import { ChoiceField } from "../field.tsx";
import type { Ticket } from "../wire.ts";
import { ActDialog } from "./act-dialog.tsx";

type DialogProps = { readonly ticket: Ticket; readonly onClose: () => void };

/** The policy's severities as choices, worst first. */
function useLevels() {
  const desk = useCustomerDesk();
  const { words } = useSpeech();
  const form = useQuery({ queryKey: ["form"], queryFn: desk.form });
  return (form.data?.severities ?? []).map(({ id, rank, name }) => ({
    id,
    rank,
    name: `${words.severityOf(rank)}, ${name}`,
  }));
}

/** The customer objects to the severity that we assessed (P083). */
export function ObjectDialog({ ticket, onClose }: DialogProps) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const levels = useLevels();
  const [wants, setWants] = useState<string | null>(null);
  return (
    <ActDialog
      number={ticket.number}
      title={words.objectTitle}
      intro={words.objectIntro}
      text={{ label: words.objectText, isNeeded: true }}
      send={words.objectSend}
      said={words.objectDone}
      run={(reason) => desk.object(ticket.number, { reason, wants })}
      onClose={onClose}
    >
      <ChoiceField
        id="troth-objection-wants"
        label={words.objectWants}
        value={wants}
        none={words.objectWantsNone}
        choices={levels.filter(({ id }) => id !== ticket.severity.current)}
        onChange={setWants}
      />
    </ActDialog>
  );
}

/** “It got worse”: what, how bad now, and what that does, before it is sent. */
export function WorseDialog({ ticket, onClose }: DialogProps) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  const levels = useLevels().filter(({ rank }) => rank <= ticket.severity.rank);
  const [to, setTo] = useState<string | null>(null);
  const chosen = to ?? levels[0]?.id ?? ticket.severity.current;
  const effect = ticket.severity.assessed === null ? words.worseUnassessed : words.worseAssessed;
  return (
    <ActDialog
      number={ticket.number}
      title={words.worseTitle}
      intro={`${words.worseIntro} ${effect}`}
      text={{ label: words.worseText, isNeeded: true }}
      send={words.worseSend}
      said={words.worseDone}
      run={(reason) => desk.worsen(ticket.number, { to: chosen, reason })}
      onClose={onClose}
    >
      <ChoiceField
        id="troth-worse-to"
        label={words.worseTo}
        value={chosen}
        choices={levels}
        onChange={setTo}
      />
    </ActDialog>
  );
}
