import { Button, Checkbox, Radio, Textarea } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import {
  Bars,
  Dialog,
  PolicyText,
  ProblemNote,
  Severity,
  useAnnounce,
  useDeskWords,
  useSpeech,
  Waiting,
  WithPolicyText,
} from "@troth/ui";
import { useId, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import { useOwnAct } from "../live/live.tsx";
import { read } from "../queries.ts";
import type { DeskPolicy, DeskTicket } from "../wire.ts";
import classes from "./dialog.module.css";
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
      <Checkbox.Group
        label={words.factors}
        value={[...choice.factors]}
        onChange={(factors) => setChoice({ ...choice, factors })}
      >
        <div className={classes.row}>
          {policy.factors.map((factor) => (
            <Checkbox key={factor.id} value={factor.id} label={<PolicyText>{factor.name}</PolicyText>} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label={words.reason}
        description={
          choice.to !== null && !needsReason(ticket, choice.to) ? words.reasonOptional : words.reasonRequired
        }
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4_000}
        dir="auto"
        value={choice.reason}
        onChange={(event) => setChoice({ ...choice, reason: event.currentTarget.value })}
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

function Grounds(props: {
  readonly severity: DeskPolicy["severities"][number];
  readonly choice: Choice;
  readonly onChange: (next: Choice) => void;
}) {
  const words = useDeskWords();
  const { severity, choice, onChange } = props;
  return (
    <Checkbox.Group
      label={words.ground}
      description={
        <WithPolicyText
          text={words.groundsOf(severity.grounds.length, `${severity.rank} ${severity.name}`)}
          parts={[severity.name]}
        />
      }
      value={[...choice.grounds]}
      onChange={(grounds) => onChange({ ...choice, grounds })}
    >
      <div className={classes.grounds} tabIndex={0} role="group" aria-label={words.ground}>
        {severity.grounds.map((ground) => (
          <div key={ground.id}>
            <Checkbox
              value={ground.id}
              label={<PolicyText>{ground.text}</PolicyText>}
              description={words.groundKinds[ground.kind]}
            />
            {ground.points.length > 0 && (
              <div className={classes.points}>
                {ground.points.map((point) => (
                  <Checkbox key={point.id} value={point.id} label={<PolicyText>{point.text}</PolicyText>} />
                ))}
              </div>
            )}
          </div>
        ))}
      </div>
    </Checkbox.Group>
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
