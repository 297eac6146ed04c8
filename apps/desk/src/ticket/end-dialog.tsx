import { Button, NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import {
  Bars,
  Dialog,
  OutcomeName,
  POLICY_LANG,
  ProblemNote,
  SecretNotice,
  useAnnounce,
  useCoverageWords,
  useDeskWords,
  useSpeech,
  Waiting,
} from "@troth/ui";
import { useId, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import { useOwnAct } from "../live/live.tsx";
import { read } from "../queries.ts";
import type { DeskPolicy, DeskTicket } from "../wire.ts";
import classes from "./dialog.module.css";
import { IncidentField } from "./incident-field.tsx";
import { ReleaseField } from "./release-field.tsx";
import { SameTicketField } from "./same-ticket-field.tsx";

type Ending = {
  readonly outcome: string;
  readonly detail: string;
  readonly named: string;
  readonly message: string;
};

/** Ends a ticket with an outcome of the policy and a message the customer reads. */
export function EndDialog(props: {
  readonly ticket: DeskTicket;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { ticket, isOpen, onClose } = props;
  const words = useDeskWords();
  const policy = useQuery({ ...read.policy(ticket.number), enabled: isOpen });
  const [ending, setEnding] = useState<Ending>({ outcome: "", detail: "", named: "", message: "" });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} width={640} title={words.endTitle(ticket.number)}>
      {policy.error !== null && <ProblemNote error={policy.error} onRetry={() => void policy.refetch()} />}
      {policy.data === undefined && policy.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {policy.data !== undefined && (
        <EndForm
          ticket={ticket}
          policy={policy.data}
          ending={ending}
          onChange={setEnding}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function EndForm(props: {
  readonly ticket: DeskTicket;
  readonly policy: DeskPolicy;
  readonly ending: Ending;
  readonly onChange: (next: Ending) => void;
  readonly onClose: () => void;
}) {
  const { ticket, policy, ending, onChange, onClose } = props;
  const words = useDeskWords();
  const shared = useSpeech().words;
  const missingId = useId();
  const end = useEnd(ticket, onClose);
  const outcome = policy.outcomes.find((one) => one.id === ending.outcome);
  const coverage = useCoverageWords();
  const isHandedOn = outcome?.needs === "exclusion" && ticket.route !== "support";
  const exclusion =
    outcome?.needs === "exclusion" ? policy.exclusions.find(({ id }) => id === ending.detail) : undefined;
  const missing =
    outcome === undefined
      ? words.chooseOutcome
      : outcome.needs !== null && ending.detail.trim() === "" && !isHandedOn
        ? words.nameNeeded
        : exclusion?.needs != null && ending.named.trim() === ""
          ? coverage.namedFirst
          : ending.message.trim() === ""
            ? words.writeMessage
            : null;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null && !end.isPending) end.mutate(ending);
      }}
    >
      <Radio.Group
        label={words.outcomeLabel}
        value={ending.outcome}
        onChange={(value) => onChange({ ...ending, outcome: value, detail: "", named: "" })}
      >
        <div className={classes.outcomes}>
          {policy.outcomes.map((one) => (
            <Radio key={one.id} value={one.id} label={<OutcomeName outcome={one} />} />
          ))}
        </div>
      </Radio.Group>
      {outcome?.needs && (
        <Needed
          ticket={ticket}
          needs={outcome.needs}
          policy={policy}
          detail={ending.detail}
          onChange={(detail) => onChange({ ...ending, detail, named: "" })}
        />
      )}
      {isHandedOn && <p>{coverage.handedOn}</p>}
      {exclusion && (
        <AboutExclusion
          exclusion={exclusion}
          named={ending.named}
          onChange={(named) => onChange({ ...ending, named })}
        />
      )}
      <Textarea
        label={words.endMessage}
        description={words.endMessageHint}
        autosize
        minRows={4}
        maxRows={14}
        dir="auto"
        value={ending.message}
        onChange={(event) => onChange({ ...ending, message: event.currentTarget.value })}
      />
      <SecretNotice text={ending.message} onMask={(message) => onChange({ ...ending, message })} />
      {end.error !== null && <Failed error={end.error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {shared.cancel}
        </Button>
        <SubmitButton
          disabled={missing !== null}
          isPending={end.isPending}
          pendingLabel={words.sending}
          aria-describedby={missing === null ? undefined : missingId}
        >
          {words.endIt}
        </SubmitButton>
        {missing !== null && (
          <span id={missingId} className={classes.missing}>
            {missing}
          </span>
        )}
      </div>
    </form>
  );
}

/** What an outcome must name: one of the policy's exclusions, or a few words. */
function Needed(props: {
  readonly ticket: DeskTicket;
  readonly needs: string;
  readonly policy: DeskPolicy;
  readonly detail: string;
  readonly onChange: (detail: string) => void;
}) {
  const words = useDeskWords();
  const { needs, policy, detail, onChange } = props;
  const known: Readonly<Record<string, string>> = words.needs;
  const label = known[needs] ?? words.needsOther(needs);
  if (needs === "exclusion") {
    return (
      <NativeSelect label={label} value={detail} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="" />
        {policy.exclusions.map((one) => (
          <option key={one.id} value={one.id} lang={POLICY_LANG}>
            {words.exclusionOf(one.number, one.text)}
          </option>
        ))}
      </NativeSelect>
    );
  }
  if (needs === "release") return <ReleaseField label={label} detail={detail} onChange={onChange} />;
  if (needs === "ticket")
    return <SameTicketField label={label} ticket={props.ticket} detail={detail} onChange={onChange} />;
  if (needs === "incident") return <IncidentField detail={detail} onChange={onChange} />;
  return (
    <TextInput
      label={label}
      maxLength={500}
      value={detail}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What an exclusion is about, which the customer reads with it; and what would lift it. */
function AboutExclusion(props: {
  readonly exclusion: DeskPolicy["exclusions"][number];
  readonly named: string;
  readonly onChange: (named: string) => void;
}) {
  const words = useCoverageWords();
  const { needs, approved, liftedBy } = props.exclusion;
  const hints = [
    ...(approved.length > 0 ? [words.approvedSoftware(approved.join(", "))] : []),
    ...(liftedBy === null ? [] : [words.liftedByApproval]),
  ];
  return (
    <TextInput
      label={words.named[needs ?? ""] ?? words.namedOther}
      {...(hints.length === 0 ? {} : { description: hints.join(" ") })}
      maxLength={500}
      value={props.named}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function useEnd(ticket: DeskTicket, onDone: () => void) {
  const words = useDeskWords();
  const announce = useAnnounce();
  const ownAct = useOwnAct(ticket.number);
  return useMutation({
    mutationFn: (ending: Ending) =>
      ownAct(() =>
        unwrap(
          troth.api.POST("/v1/desk/tickets/{number}/outcome", {
            params: { path: { number: ticket.number }, header: onceHeader() },
            body: {
              outcome: ending.outcome,
              detail: ending.detail.trim() === "" ? null : ending.detail.trim(),
              named: ending.named.trim() === "" ? null : ending.named.trim(),
              message: ending.message,
              sawVersion: ticket.version,
            },
          }),
        ),
      ),
    onSuccess: () => {
      announce(words.ended);
      onDone();
    },
  });
}
