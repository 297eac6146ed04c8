import { Button, NativeSelect } from "@mantine/core";
import { Dialog, useDeskActWords, When } from "@troth/ui";
import { useState } from "react";
import { WrittenField } from "../../frame/written-field.tsx";
import type { DeskTicket } from "../../wire.ts";
import { Fact, Second } from "../fact.tsx";
import classes from "../ticket.module.css";
import { ActForm } from "./act-form.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type Consent = NonNullable<DeskTicket["proceedings"]["consent"]>;

/** What the customer lets us look at, until when, and each look written down before it is taken. */
export function ConsentFact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskActWords();
  const [isLooking, setLooking] = useState(false);
  const { consent } = ticket.proceedings;
  const nameOf = (id: string) => ticket.projects.find((project) => project.id === id)?.name ?? id;
  return (
    <Fact name={words.data}>
      {consent === null ? (
        words.noConsent
      ) : (
        <>
          {words.consent(consent.projects.map(nameOf).join(", "), <When at={consent.until} isDue />)}
          <Second>{words.consentBy(consent.by)}</Second>
          <div className={classes.factActs}>
            <Button variant="default" size="compact-sm" onClick={() => setLooking(true)}>
              {words.lookDown}
            </Button>
          </div>
          <Dialog isOpen={isLooking} onClose={() => setLooking(false)} title={words.lookDown}>
            <LookForm
              number={ticket.number}
              consent={consent}
              nameOf={nameOf}
              onClose={() => setLooking(false)}
            />
          </Dialog>
        </>
      )}
    </Fact>
  );
}

function LookForm(props: {
  readonly number: number;
  readonly consent: Consent;
  readonly nameOf: (id: string) => string;
  readonly onClose: () => void;
}) {
  const words = useDeskActWords();
  const { projects } = props.consent;
  const [project, setProject] = useState(projects[0] ?? "");
  const [reason, setReason] = useState("");
  const look = useAct({
    ticket: props.number,
    post: (body: { project: string; reason: string }, key) => send.look(props.number, body, key),
    said: words.lookedDown,
    onDone: props.onClose,
  });
  return (
    <ActForm
      label={words.lookDown}
      missing={reason.trim() === "" ? words.reasonFirst : null}
      isPending={look.isPending}
      error={look.error}
      onClose={props.onClose}
      onSubmit={() => look.mutate({ project, reason: reason.trim() })}
    >
      <p>{words.lookText}</p>
      <NativeSelect
        label={words.project}
        value={project}
        data={projects.map((value) => ({ value, label: props.nameOf(value) }))}
        onChange={(event) => setProject(event.currentTarget.value)}
      />
      <WrittenField label={words.reasonCustomerReads} value={reason} onChange={setReason} />
    </ActForm>
  );
}
