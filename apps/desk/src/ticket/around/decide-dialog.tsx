import { Radio } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Bars, Dialog, ProblemNote, Severity, useDeskActWords, Waiting } from "@troth/ui";
import { useState } from "react";
import { WrittenField } from "../../frame/written-field.tsx";
import { read } from "../../queries.ts";
import type { DeskPolicy, DeskTicket, Objection } from "../../wire.ts";
import classes from "../dialog.module.css";
import { Factors, Grounds } from "../grounds.tsx";
import type { Choice } from "../severity-choice.ts";
import { SeverityEffect } from "../severity-effect.tsx";
import { ActForm } from "./act-form.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type DialogProps = {
  readonly ticket: DeskTicket;
  readonly objection: Objection;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Upholds the severity or changes it, with a reason both sides read. Old and new due are shown first (P082, P083). */
export function DecideDialog(props: DialogProps) {
  const { ticket, isOpen } = props;
  const words = useDeskActWords();
  const policy = useQuery({ ...read.policy(ticket.number), enabled: isOpen });
  return (
    <Dialog isOpen={isOpen} onClose={props.onClose} width={720} title={words.decideTitle(props.objection.by)}>
      {policy.error !== null && <ProblemNote error={policy.error} onRetry={() => void policy.refetch()} />}
      {policy.data === undefined && policy.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {policy.data !== undefined && isOpen && <Decision {...props} policy={policy.data} />}
    </Dialog>
  );
}

function Decision({ ticket, objection, policy, onClose }: DialogProps & { readonly policy: DeskPolicy }) {
  const words = useDeskActWords();
  const [choice, setChoice] = useState<Choice>({ to: null, grounds: [], factors: [], reason: "" });
  const isUpheld = choice.to === ticket.severity.current;
  const chosen = policy.severities.find(({ id }) => id === choice.to);
  const missing = missingIn(choice, isUpheld, words);
  const end = useAct({
    ticket: ticket.number,
    post: (body: Parameters<typeof send.endObjection>[1], key) => send.endObjection(ticket.number, body, key),
    said: isUpheld ? words.upheldSaid : words.changedSaid,
    onDone: onClose,
  });
  return (
    <ActForm
      label={choice.to === null ? words.decide : isUpheld ? words.uphold : words.changeIt}
      missing={missing}
      isPending={end.isPending}
      error={end.error}
      onClose={onClose}
      onSubmit={() =>
        choice.to !== null &&
        end.mutate({
          to: choice.to,
          grounds: isUpheld ? [] : [...choice.grounds],
          factors: isUpheld ? [] : [...choice.factors],
          reason: choice.reason.trim(),
          sawVersion: ticket.version,
        })
      }
    >
      <section className={classes.effect}>
        <h3>{words.objectionOf(objection.by)}</h3>
        <blockquote dir="auto">{objection.reason}</blockquote>
      </section>
      <Radio.Group
        label={words.decision}
        value={choice.to}
        onChange={(to) => setChoice({ ...choice, to, grounds: [] })}
      >
        <div className={classes.choices}>
          {policy.severities.map((one) => (
            <Radio
              key={one.id}
              value={one.id}
              label={
                <>
                  {one.id === ticket.severity.current ? words.staysAt : words.becomes}{" "}
                  <Severity severity={one} />
                </>
              }
            />
          ))}
        </div>
      </Radio.Group>
      {chosen !== undefined && !isUpheld && (
        <>
          <Grounds severity={chosen} choice={choice} onChange={setChoice} />
          <Factors policy={policy} choice={choice} onChange={setChoice} />
        </>
      )}
      <WrittenField
        label={words.reasonCustomerReads}
        hint={words.decideReasonHint}
        value={choice.reason}
        onChange={(text) => setChoice({ ...choice, reason: text })}
      />
      {choice.to !== null && !isUpheld && (
        <SeverityEffect ticket={ticket} to={choice.to} reason={choice.reason} />
      )}
      {isUpheld && <p className={classes.second}>{words.upheldEffect(objection.by)}</p>}
    </ActForm>
  );
}

function missingIn(choice: Choice, isUpheld: boolean, words: ReturnType<typeof useDeskActWords>) {
  if (choice.to === null) return words.decisionFirst;
  const isGroundless = choice.grounds.length === 0 && choice.factors.length === 0;
  if (!isUpheld && isGroundless) return words.groundFirst;
  return choice.reason.trim() === "" ? words.reasonFirst : null;
}
