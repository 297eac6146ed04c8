import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import {
  Bars,
  Dialog,
  PolicyText,
  ProblemNote,
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
import { WrittenField } from "../frame/written-field.tsx";
import { useOwnAct } from "../live/live.tsx";
import { read } from "../queries.ts";
import type { DeskPolicy, DeskTicket } from "../wire.ts";
import classes from "./dialog.module.css";

type DialogProps = { readonly ticket: DeskTicket; readonly isOpen: boolean; readonly onClose: () => void };

/** Confirms an Issue: one answer to each question of the policy, or it is not confirmed (P052). */
export function ConfirmDialog({ ticket, isOpen, onClose }: DialogProps) {
  const words = useCoverageWords();
  const policy = useQuery({ ...read.policy(ticket.number), enabled: isOpen });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} width={640} title={words.confirmTitle(ticket.number)}>
      {policy.error !== null && <ProblemNote error={policy.error} onRetry={() => void policy.refetch()} />}
      {policy.data === undefined && policy.error === null && <Waiting skeleton={<Bars count={4} />} />}
      {policy.data !== undefined && isOpen && (
        <Confirmation ticket={ticket} issue={policy.data.issue} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Confirmation(props: {
  readonly ticket: DeskTicket;
  readonly issue: DeskPolicy["issue"];
  readonly onClose: () => void;
}) {
  const { ticket, issue, onClose } = props;
  const words = useCoverageWords();
  const desk = useDeskWords();
  const shared = useSpeech().words;
  const missingId = useId();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const confirm = useConfirm(ticket, onClose);
  if (issue === null || issue.asks.length === 0) return <p>{words.noIssueAsked}</p>;
  const isMissing = issue.asks.some((ask) => (answers[ask] ?? "").trim() === "");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMissing && !confirm.isPending) confirm.mutate(answers);
      }}
    >
      <p>
        <PolicyText>{issue.text}</PolicyText>
      </p>
      {issue.asks.map((ask) => (
        <WrittenField
          key={ask}
          label={words.asks[ask] ?? words.askOther(ask)}
          most={2_000}
          value={answers[ask] ?? ""}
          onChange={(text) => setAnswers({ ...answers, [ask]: text })}
        />
      ))}
      {confirm.error !== null && <Failed error={confirm.error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {shared.cancel}
        </Button>
        <SubmitButton
          disabled={isMissing}
          isPending={confirm.isPending}
          pendingLabel={desk.sending}
          aria-describedby={isMissing ? missingId : undefined}
        >
          {words.confirmIssue}
        </SubmitButton>
        {isMissing && (
          <span id={missingId} className={classes.missing}>
            {words.answerAll}
          </span>
        )}
      </div>
    </form>
  );
}

function useConfirm(ticket: DeskTicket, onDone: () => void) {
  const words = useCoverageWords();
  const announce = useAnnounce();
  const ownAct = useOwnAct(ticket.number);
  return useMutation({
    mutationFn: (answers: Readonly<Record<string, string>>) =>
      ownAct(() =>
        unwrap(
          troth.api.POST("/v1/desk/tickets/{number}/issue", {
            params: { path: { number: ticket.number }, header: onceHeader() },
            body: { answers: { ...answers } },
          }),
        ),
      ),
    onSuccess: () => {
      announce(words.confirmed);
      onDone();
    },
  });
}
