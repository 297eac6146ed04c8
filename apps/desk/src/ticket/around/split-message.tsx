import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Dialog, MaskedText, POLICY_LANG, ProblemNote, useDeskActWords, Waiting, When } from "@troth/ui";
import { useState } from "react";
import { read } from "../../queries.ts";
import type { DeskMessage, DeskPolicy, DeskTicket } from "../../wire.ts";
import classes from "../dialog.module.css";
import { useWhyOff } from "../use-why-off.ts";
import { ActForm } from "./act-form.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type SplitProps = { readonly ticket: DeskTicket; readonly message: DeskMessage };

/** Under a later message of the customer: make it a ticket of its own. */
export function SplitMessage({ ticket, message }: SplitProps) {
  const words = useDeskActWords();
  const whyOff = useWhyOff(ticket);
  const [isOpen, setOpen] = useState(false);
  const [opened, setOpened] = useState<number | null>(null);
  const split = ticket.timeline.find(({ kind, from }) => kind === "message.split-off" && from === message.at);
  const into = opened === null ? (split?.to ?? null) : String(opened);
  if (into !== null) {
    return (
      <p role={opened === null ? undefined : "status"} className={classes.second}>
        {words.splitDone(
          <Link to="/tickets/$number" params={{ number: into }}>
            {into}
          </Link>,
        )}
      </p>
    );
  }
  if (message.isErased || whyOff("merge") !== null) return null;
  return (
    <div>
      <Button variant="transparent" size="compact-xs" onClick={() => setOpen(true)}>
        {words.split}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} width={560} title={words.splitTitle}>
        {isOpen && (
          <SplitDialog
            ticket={ticket}
            message={message}
            onOpened={setOpened}
            onClose={() => setOpen(false)}
          />
        )}
      </Dialog>
    </div>
  );
}

type DialogProps = SplitProps & {
  readonly onOpened: (number: number) => void;
  readonly onClose: () => void;
};

function SplitDialog(props: DialogProps) {
  const policy = useQuery(read.policy(props.ticket.number));
  if (policy.error !== null) {
    return <ProblemNote error={policy.error} onRetry={() => void policy.refetch()} />;
  }
  if (policy.data === undefined) return <Waiting />;
  return <SplitForm {...props} policy={policy.data} />;
}

function SplitForm(props: DialogProps & { readonly policy: DeskPolicy }) {
  const { ticket, message, policy } = props;
  const words = useDeskActWords();
  const [category, setCategory] = useState(ticket.category.id);
  const split = useAct({
    ticket: ticket.number,
    post: async (body: { message: string; category: string }, key) => {
      const { number } = await send.split(ticket.number, body, key);
      props.onOpened(number);
    },
    said: words.splitSaid,
    onDone: props.onClose,
  });
  return (
    <ActForm
      label={words.splitIt}
      missing={null}
      isPending={split.isPending}
      error={split.error}
      onClose={props.onClose}
      onSubmit={() => split.mutate({ message: message.id, category })}
    >
      <section className={classes.effect}>
        <h3>{message.author.name}</h3>
        <blockquote dir="auto" className={classes.quoted}>
          <MaskedText text={message.text} />
        </blockquote>
      </section>
      <NativeSelect
        label={words.splitCategory}
        value={category}
        onChange={(event) => setCategory(event.currentTarget.value)}
      >
        {policy.categories.map(({ id, name }) => (
          <option key={id} value={id} lang={POLICY_LANG}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <section className={classes.effect}>
        <h3>{words.willHappen}</h3>
        <ul>
          <li>{words.splitClock(<When at={message.at} />)}</li>
          <li>{words.splitTold(message.author.name)}</li>
          {message.attachments.length > 0 && <li>{words.splitFiles(message.attachments.length)}</li>}
        </ul>
      </section>
    </ActForm>
  );
}
