import { useMutation } from "@tanstack/react-query";
import { TrothError } from "@troth/sdk";
import { type KeyboardEvent, useCallback, useMemo, useState } from "react";
import { AttachField } from "../attachments/attach-field.tsx";
import { useFileDrop } from "../attachments/use-file-drop.ts";
import { type Uploads, useUploads } from "../attachments/use-uploads.ts";
import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import type { DraftStore } from "../drafts/draft-store.ts";
import { useDraft } from "../drafts/use-draft.ts";
import { POLICY_LANG } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { AboveCategory } from "./above-category.tsx";
import { Act } from "./act.tsx";
import { ColleaguesField } from "./around/colleagues-field.tsx";
import { SimilarTickets } from "./around/similar-tickets.tsx";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import { DraftNote } from "./draft-note.tsx";
import { ExpectedAnswer, usePreview } from "./expected-answer.tsx";
import { ChoiceField, TextField } from "./field.tsx";
import { ImpactField } from "./impact-field.tsx";
import {
  asksImpact,
  CONTROLS,
  draftOver,
  emptyTicket,
  misfitsOf,
  type NewTicket,
  type Prefill,
  requestOf,
} from "./new-ticket.ts";
import { ownFields } from "./own-fields.ts";
import { BeforeYouWrite, OwnFields, Statements } from "./own-fields-view.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { PolicyChanged } from "./policy-changed.tsx";
import { SelfHelp } from "./self-help.tsx";
import { type OtherDoors, SendFailed } from "./send-failed.tsx";
import { SentAlong } from "./sent-along.tsx";
import { SeverityFacts, useProposal } from "./severity-facts.tsx";
import { SeverityField } from "./severity-field.tsx";
import { StatusFirst } from "./status-first.tsx";
import type { TicketForm, TicketOpened } from "./wire.ts";

export type TicketFormViewProps = {
  readonly form: TicketForm;
  readonly prefill: Prefill;
  readonly drafts: DraftStore;
  readonly doors: OtherDoors;
  readonly onOpened: (opened: TicketOpened) => void;
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
  const uploads = useUploads({
    kept: ticket.files,
    limits: form.limits.attachments,
    update: (make) => draft.update((was) => ({ ...was, files: make(was.files) })),
  });
  const drop = useFileDrop(uploads.add);
  const [fieldUploads] = useState(() => new Map<string, Uploads>());
  const mayGo = () => [uploads, ...fieldUploads.values()].every((one) => one.mayGo());
  const asked = (useProposal(ticket).data?.asks ?? []).map(({ id }) => id);
  const sending = useSending(props, draft, { asked, uploads });
  const asks = usePreview(ticket).data?.entitlement.asks ?? [];
  const misfits = isTried ? misfitsOf(ticket, form, asks) : [];
  const faultAt = (control: string) => {
    const misfit = misfits.find(({ at }) => at === control);
    return misfit === undefined ? null : words.faults[misfit.fault];
  };
  const change = (part: Partial<NewTicket>) => draft.update((was) => ({ ...was, ...part }));
  const warning = `${ticket.category} ${ticket.severity}`;

  function send(): void {
    setTried(true);
    const [first] = misfitsOf(ticket, form, asks);
    if (first !== undefined) document.getElementById(first.at)?.focus();
    else if (mayGo()) sending.send(ticket);
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
      {...drop}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={classes.fields}>
        <StatusFirst form={form} ticket={ticket} onAttach={(incident) => change({ incident })} />
        <PolicyChanged me={form.me} />
        <BeforeYouWrite first={form.first} secrets={form.secrets} />
        <div className={classes.row}>
          <ChoiceField
            id="troth-kind"
            label={words.kind}
            value={ticket.category}
            choicesLang={POLICY_LANG}
            choices={form.categories}
            onChange={(category) => change({ category: category ?? ticket.category })}
          />
          <PlaceFields projects={form.projects} place={ticket} onChange={change} />
          {form.products.length > 0 && (
            <ChoiceField
              id={CONTROLS.product}
              label={words.product}
              fault={faultAt(CONTROLS.product)}
              value={ticket.product}
              none={words.noProduct}
              choicesLang={POLICY_LANG}
              choices={form.products}
              onChange={(product) => change({ product })}
            />
          )}
        </div>
        <TextField
          id={CONTROLS.description}
          label={words.whatHappened}
          hint={words.whatHappenedHint}
          fault={faultAt(CONTROLS.description)}
          rows={4}
          value={ticket.description}
          onChange={(description) => change({ description })}
        />
        <SelfHelp form={form} ticket={ticket} />
        <SimilarTickets
          text={ticket.description}
          project={ticket.project}
          hrefOf={(number) => `${form.me.workspace.url}/portal/tickets/${number}`}
        />
        <RoomLeft used={ticket.description.length} most={form.limits.description} />
        <AttachField uploads={uploads} />
        <OwnFields
          fields={ownFields(form, ticket)}
          answers={ticket.answers}
          files={{
            kept: ticket.fieldFiles,
            limits: form.limits.attachments,
            update: (field, make) =>
              draft.update((was) => ({
                ...was,
                fieldFiles: { ...was.fieldFiles, [field]: make(was.fieldFiles[field] ?? []) },
              })),
            known: fieldUploads,
          }}
          faultAt={faultAt}
          onChange={(answers) => change({ answers })}
        />
        <SentAlong
          facts={prefill.facts}
          leftOut={ticket.leftOut}
          onChange={(leftOut) => change({ leftOut })}
        />
        <SeverityFacts ticket={ticket} onChange={change} />
        <SeverityField
          severities={form.severities}
          value={ticket.severity}
          isNeeded={form.mustChoose.includes("severity")}
          fault={faultAt(CONTROLS.severity)}
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
          <ImpactField ticket={ticket} fault={faultAt(CONTROLS.impact)} onChange={change} />
        )}
        <ColleaguesField chosen={ticket.followers} onChange={(followers) => change({ followers })} />
        <Statements
          statements={asks}
          confirmed={ticket.confirmed}
          fault={faultAt(CONTROLS.statements)}
          onChange={(confirmed) => change({ confirmed })}
        />
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
function useSending(
  props: TicketFormViewProps,
  draft: DraftOfTicket,
  { asked, uploads }: { readonly asked: readonly string[]; readonly uploads: Uploads },
) {
  const desk = useCustomerDesk();
  const { locale, zone, now } = useSpeech();
  const mutation = useMutation({
    mutationFn: async (ticket: NewTicket) => {
      const context = { form: props.form, facts: props.prefill.facts, asked, locale, zone, now: now() };
      const { body, attempt } = requestOf(ticket, context, () => crypto.randomUUID());
      if (attempt.key !== ticket.attempt?.key) draft.change({ ...ticket, attempt });
      return desk.open(body, attempt.key);
    },
    onSuccess: (opened) => {
      draft.clear();
      uploads.clear();
      props.onOpened(opened);
    },
    // It ended while the ticket was written: the next try goes without it.
    onError: (error, ticket) => {
      const isEnded = error instanceof TrothError && error.problem?.reason === "incident-ended";
      if (isEnded) draft.change({ ...ticket, incident: null });
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
