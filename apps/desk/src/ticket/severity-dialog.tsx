import { Button, Radio } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import {
  Bars,
  Dialog,
  ProblemNote,
  Severity,
  useAnnounce,
  useDeskWords,
  useSpeech,
  Waiting,
} from "@troth/ui";
import { useId, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import { WrittenField } from "../frame/written-field.tsx";
import { useOwnAct } from "../live/live.tsx";
import { read } from "../queries.ts";
import type { DeskPolicy, DeskTicket } from "../wire.ts";
import classes from "./dialog.module.css";
import { Factors, Grounds } from "./grounds.tsx";
import { ProposalOffer } from "./proposal.tsx";
import { type Choice, choiceOf, missingOf, needsReason } from "./severity-choice.ts";
import { SeverityEffect } from "./severity-effect.tsx";

type DialogProps = { readonly ticket: DeskTicket; readonly isOpen: boolean; readonly onClose: () => void };

/** Assesses or changes the severity. Nobody is told anything before the last button. */
export function SeverityDialog({ ticket, isOpen, onClose }: DialogProps) {
  const words = useDeskWords();
  const policy = useQuery({ ...read.policy(ticket.number), enabled: isOpen });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} width={720} title={words.assessTitle(ticket.number)}>
      {policy.error !== null && <ProblemNote error={policy.error} onRetry={() => void policy.refetch()} />}
      {policy.data === undefined && policy.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {policy.data !== undefined && isOpen && (
        <Assessment ticket={ticket} policy={policy.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Assessment(props: {
  readonly ticket: DeskTicket;
  readonly policy: DeskPolicy;
  readonly onClose: () => void;
}) {
  const { ticket, policy, onClose } = props;
  const words = useDeskWords();
  const shared = useSpeech().words;
  const missingId = useId();
  const [choice, setChoice] = useState<Choice>({ to: null, grounds: [], factors: [], reason: "" });
  const assess = useAssess(ticket, onClose);
  const chosen = policy.severities.find((one) => one.id === choice.to);
  const missing = missingOf(ticket, choice, words);
  const { proposal } = ticket;
  const isSame = choice.to === ticket.severity.current;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null && !assess.isPending) assess.mutate(choice);
      }}
    >
      {proposal !== null && (
        <ProposalOffer proposal={proposal} onUse={() => setChoice(choiceOf(proposal, policy, choice))} />
      )}
      <div className={classes.fromTo}>
        <p>
          <span className={classes.label}>{words.from}</span> <Severity severity={ticket.severity} />
        </p>
        <Radio.Group
          label={words.to}
          value={choice.to}
          onChange={(to) => setChoice({ ...choice, to, grounds: [] })}
        >
          <div className={classes.row}>
            {policy.severities.map((one) => (
              <Radio key={one.id} value={one.id} label={<Severity severity={one} />} />
            ))}
          </div>
        </Radio.Group>
      </div>
      {chosen && <Grounds severity={chosen} choice={choice} onChange={setChoice} />}
      <Factors policy={policy} choice={choice} onChange={setChoice} />
      <WrittenField
        label={words.reason}
        hint={
          choice.to !== null && !needsReason(ticket, choice.to) ? words.reasonOptional : words.reasonRequired
        }
        value={choice.reason}
        onChange={(text) => setChoice({ ...choice, reason: text })}
      />
      {choice.to !== null && <SeverityEffect ticket={ticket} to={choice.to} reason={choice.reason} />}
      {assess.error !== null && <Failed error={assess.error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {shared.cancel}
        </Button>
        <SubmitButton
          disabled={missing !== null}
          isPending={assess.isPending}
          pendingLabel={words.sending}
          aria-describedby={missing === null ? undefined : missingId}
        >
          {isSame ? words.confirmSeverity : words.changeSeverity}
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

function useAssess(ticket: DeskTicket, onDone: () => void) {
  const words = useDeskWords();
  const announce = useAnnounce();
  const ownAct = useOwnAct(ticket.number);
  return useMutation({
    mutationFn: (choice: Choice) =>
      ownAct(() =>
        unwrap(
          troth.api.POST("/v1/desk/tickets/{number}/severity", {
            params: { path: { number: ticket.number }, header: onceHeader() },
            body: {
              to: choice.to ?? "",
              grounds: [...choice.grounds],
              factors: [...choice.factors],
              reason: choice.reason.trim(),
              sawVersion: ticket.version,
            },
          }),
        ),
      ),
    onSuccess: (_, choice) => {
      announce(choice.to === ticket.severity.current ? words.severityConfirmed : words.severityChanged);
      onDone();
    },
  });
}
