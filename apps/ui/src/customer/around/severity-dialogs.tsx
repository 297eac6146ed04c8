import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { useWidgetWords } from "../../catalogue/use-widget-words.ts";
import { WithPolicyText } from "../../speech/policy-text.tsx";
import { useSpeech } from "../../speech/speech.tsx";
import classes from "../customer.module.css";
import { useCustomerDesk } from "../customer-desk.ts";
import { ChoiceField } from "../field.tsx";
import { ImpactField } from "../impact-field.tsx";
import type { Ticket } from "../wire.ts";
import { ActDialog } from "./act-dialog.tsx";

type DialogProps = { readonly ticket: Ticket; readonly onClose: () => void };

function useForm() {
  const desk = useCustomerDesk();
  return useQuery({ queryKey: ["form"], queryFn: desk.form }).data;
}

/** The policy's severities as choices, worst first. */
function useLevels() {
  const { words } = useSpeech();
  return (useForm()?.severities ?? []).map(({ id, rank, name, asksBusinessImpact }) => ({
    id,
    rank,
    word: name,
    name: `${words.severityOf(rank)}, ${name}`,
    asksBusinessImpact,
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
  const widget = useWidgetWords();
  const asked = ticket.proceedings.leadAskedFor;
  const levels = useLevels().filter(
    ({ rank }) => rank <= ticket.severity.rank && (asked === null || rank < asked.rank),
  );
  const category = useForm()?.categories.find(({ id }) => id === ticket.category.id);
  const [to, setTo] = useState<string | null>(null);
  const [impact, setImpact] = useState({ impact: "", isImpactUnknown: false });
  const chosen = to ?? levels[0]?.id ?? ticket.severity.current;
  const level = levels.find(({ id }) => id === chosen);
  const asksImpact =
    level?.asksBusinessImpact === true && level.rank < ticket.severity.rank && ticket.businessImpact === null;
  const told = asksImpact ? impact.impact.trim() : "";
  const isUnknown = asksImpact && told === "" && impact.isImpactUnknown;
  const fault = asksImpact && told === "" && !isUnknown ? widget.faults["impact-missing"] : null;
  const effect = ticket.severity.assessed === null ? words.worseUnassessed : words.worseAssessed;
  return (
    <ActDialog
      number={ticket.number}
      title={words.worseTitle}
      intro={`${words.worseIntro} ${effect}`}
      text={{ label: words.worseText, isNeeded: true }}
      send={words.worseSend}
      said={words.worseDone}
      fault={fault}
      run={(reason) =>
        desk.worsen(ticket.number, {
          to: chosen,
          reason,
          businessImpact: told === "" ? null : told,
          isBusinessImpactUnknown: isUnknown,
        })
      }
      onClose={onClose}
    >
      <ChoiceField
        id="troth-worse-to"
        label={words.worseTo}
        value={chosen}
        choices={levels}
        onChange={setTo}
      />
      {level !== undefined && category?.warnsAt.includes(level.id) === true && (
        <p className={classes.remark} role="note">
          <WithPolicyText
            text={widget.aboveCategory(`${level.rank} ${level.word}`, category.name)}
            parts={[level.word, category.name]}
          />
        </p>
      )}
      {asksImpact && (
        <ImpactField
          ticket={impact}
          fault={null}
          onChange={(change) => setImpact((before) => ({ ...before, ...change }))}
        />
      )}
    </ActDialog>
  );
}
