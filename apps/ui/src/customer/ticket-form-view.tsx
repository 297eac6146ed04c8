import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useCallback, useMemo, useState } from "react";
import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import type { DraftStore } from "../drafts/draft-store.ts";
import { useDraft } from "../drafts/use-draft.ts";
import { POLICY_LANG } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { AboveCategory } from "./above-category.tsx";
import { Act } from "./act.tsx";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import { DraftNote } from "./draft-note.tsx";
import { ExpectedAnswer } from "./expected-answer.tsx";
import { ChoiceField, TextField } from "./field.tsx";
import { ImpactField } from "./impact-field.tsx";
import {
  asksImpact,
  draftOver,
  emptyTicket,
  type Fault,
  faultsOf,
  type NewTicket,
  type Prefill,
  requestOf,
} from "./new-ticket.ts";
import { PlaceFields } from "./place-fields.tsx";
import { PolicyChanged } from "./policy-changed.tsx";
import { type OtherDoors, SendFailed } from "./send-failed.tsx";
import { SentAlong } from "./sent-along.tsx";
import { SeverityField } from "./severity-field.tsx";
import type { TicketForm, TicketOpened } from "./wire.ts";

export type TicketFormViewProps = {
  readonly form: TicketForm;
  readonly prefill: Prefill;
  readonly drafts: DraftStore;
  readonly doors: OtherDoors;
  readonly onOpened: (opened: TicketOpened) => void;
};

/** Ids of the fields a fault belongs to, so that the first one takes the focus. */
const FIELD_OF: Readonly<Record<Fault, string>> = {
  "description-empty": "troth-description",
  "description-long": "troth-description",
  "impact-missing": "troth-impact",
  "impact-long": "troth-impact",
};

/** The *Create Support Ticket* form: fewest fields, what to expect, one button. */
export function TicketFormView(props: TicketFormViewProps) {
  const { form, prefill } = props;
  const words = useWidgetWords();
  const empty = useMemo(() => emptyTicket(form, prefill), [form, prefill]);
  const parse = useCallback((kept: unknown) => draftOver(empty, form, kept), [empty, form]);
  const draft = useDraft<NewTicket>(props.drafts, "new", empty, parse);
  const ticket = draft.fields;
  const [isTried, setTried] = useState(false);
  const [keptWarning, setKeptWarning] = useState<string | null>(null);
  const sending = useSending(props, draft);
  const faults = isTried ? faultsOf(ticket, form) : [];
  const faultAt = (field: string) => {
    const fault = faults.find((one) => FIELD_OF[one] === field);
    return fault === undefined ? null : words.faults[fault];
  };
  const change = (part: Partial<NewTicket>) => draft.change({ ...ticket, ...part });
  const warning = `${ticket.category} ${ticket.severity}`;

  function send(): void {
    setTried(true);
    const [first] = faultsOf(ticket, form);
    if (first === undefined) sending.send(ticket);
    else document.getElementById(FIELD_OF[first])?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={classes.fields}>
        <PolicyChanged me={form.me} />
        <div className={classes.row}>
          <ChoiceField
            id="troth-kind"
            label={words.kind}
            value={ticket.category}
            lang={POLICY_LANG}
            choices={form.categories}
            onChange={(category) => change({ category: category ?? ticket.category })}
          />
          <PlaceFields projects={form.projects} place={ticket} onChange={change} />
        </div>
        <TextField
          id="troth-description"
          label={words.whatHappened}
          hint={words.whatHappenedHint}
          fault={faultAt("troth-description")}
          rows={4}
          value={ticket.description}
          onChange={(description) => change({ description })}
        />
        <RoomLeft used={ticket.description.length} most={form.limits.description} />
        <SentAlong
          facts={prefill.facts}
          leftOut={ticket.leftOut}
          onChange={(leftOut) => change({ leftOut })}
        />
        <SeverityField
          severities={form.severities}
          value={ticket.severity}
          onChange={(severity) => change({ severity })}
        />
        <AboveCategory
          form={form}
          ticket={ticket}
          isDismissed={keptWarning === warning}
          onKeep={() => setKeptWarning(warning)}
          onLower={(severity) => change({ severity })}
        />
        {asksImpact(ticket, form) && (
          <ImpactField ticket={ticket} fault={faultAt("troth-impact")} onChange={change} />
        )}
      </div>
      <div className={classes.bar}>
        {sending.failure === null ? (
          <ExpectedAnswer form={form} ticket={ticket} />
        ) : (
          <SendFailed
            error={sending.failure.error}
            failedAt={sending.failure.at}
            text={ticket.description}
            doors={props.doors}
            onRetry={send}
          />
        )}
        <Act isMain type="submit" isBusy={sending.isSending} shortcut="Control+Enter Meta+Enter">
          {sending.isSending ? words.sending : words.send}
        </Act>
        <DraftNote state={draft.state} />
      </div>
    </form>
  );
}

/** Shown once a tenth of the room is left, so that a short text is never counted at. */
function RoomLeft(props: { readonly used: number; readonly most: number }) {
  const words = useWidgetWords();
  const left = props.most - props.used;
  if (left > props.most / 10 || left < 0) return null;
  return <p className={classes.hint}>{words.charactersLeft(left)}</p>;
}

type DraftOfTicket = { readonly change: (ticket: NewTicket) => void; readonly clear: () => void };

/** Sends once at a time; a failure keeps everything and says so. */
function useSending(props: TicketFormViewProps, draft: DraftOfTicket) {
  const desk = useCustomerDesk();
  const { locale, zone } = useSpeech();
  const mutation = useMutation({
    mutationFn: async (ticket: NewTicket) => {
      const context = { form: props.form, facts: props.prefill.facts, locale, zone };
      const { body, attempt } = requestOf(ticket, context, () => crypto.randomUUID());
      if (attempt.key !== ticket.attempt?.key) draft.change({ ...ticket, attempt });
      return desk.open(body, attempt.key);
    },
    onSuccess: (opened) => {
      draft.clear();
      props.onOpened(opened);
    },
  });
  const { mutate, isPending, isError, error, submittedAt } = mutation;
  return {
    send: (ticket: NewTicket) => {
      if (!isPending) mutate(ticket);
    },
    isSending: isPending,
    failure: isError ? { error, at: submittedAt } : null,
  };
}
