import { Button, Checkbox, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { TrothError } from "@troth/sdk";
import {
  Bars,
  Dialog,
  Due,
  ProblemNote,
  Said,
  StateLine,
  useDeskActWords,
  useDeskWords,
  useReadable,
  useWhenText,
  Waiting,
} from "@troth/ui";
import { useState } from "react";
import { read } from "../../queries.ts";
import type { DeskTicket } from "../../wire.ts";
import classes from "../dialog.module.css";
import { firstPromise } from "../ticket-facts.ts";
import { ActForm } from "./act-form.tsx";
import { bringsOf, earlierPromise, joiningNames, numberIn, openOnBoth } from "./merge-facts.ts";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type DialogProps = { readonly ticket: DeskTicket; readonly isOpen: boolean; readonly onClose: () => void };

/** Merges this ticket into another. Both are shown, and what will happen, before anything does. */
export function MergeDialog(props: DialogProps) {
  const words = useDeskActWords();
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      width={640}
      title={words.mergeTitle(props.ticket.number)}
    >
      {props.isOpen && <MergeForm {...props} />}
    </Dialog>
  );
}

function MergeForm({ ticket, onClose }: DialogProps) {
  const words = useDeskActWords();
  const [text, setText] = useState("");
  const [bringsPeople, setBringsPeople] = useState(false);
  const into = numberIn(text);
  const isOther = into !== null && into !== ticket.number;
  const other = useQuery({
    ...read.ticket(into ?? 0),
    enabled: isOther,
    staleTime: 0,
  });
  const survivor = isOther ? other.data : undefined;
  const merge = useAct({
    ticket: ticket.number,
    post: (seen: { source: DeskTicket; survivor: DeskTicket }, key) =>
      send.merge(
        seen.source.number,
        {
          into: seen.survivor.number,
          sawVersion: seen.source.version,
          sawSurvivor: seen.survivor.version,
          bringsPeople,
        },
        key,
      ),
    said: words.merged,
    onDone: onClose,
  });
  const again = useReadAgain([ticket.number, into], () => merge.reset());
  const isOld = isConflict(merge.error);
  return (
    <ActForm
      label={survivor === undefined ? words.merge : words.mergeInto(survivor.number)}
      missing={missingOf({ ticket, into, survivor }, words) ?? (isOld ? words.readAgainFirst : null)}
      isPending={merge.isPending}
      error={merge.error}
      problem={
        isOld ? (
          <StateLine kind="stale">
            <p role="alert">{merge.error !== null && <Said answer={answerIn(merge.error)} />}</p>
            <Button variant="default" onClick={() => void again()}>
              {words.readAgain}
            </Button>
          </StateLine>
        ) : undefined
      }
      onClose={onClose}
      onSubmit={() => survivor !== undefined && merge.mutate({ source: ticket, survivor })}
    >
      <TextInput
        label={words.mergeNumber}
        description={words.mergeNumberHint}
        inputMode="numeric"
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setBringsPeople(false);
          merge.reset();
        }}
      />
      {isOther && other.error !== null && <ProblemNote error={other.error} />}
      {isOther && other.data === undefined && other.error === null && (
        <Waiting skeleton={<Bars count={4} />} />
      )}
      {survivor !== undefined && (
        <Both source={ticket} survivor={survivor} brings={bringsPeople} onBrings={setBringsPeople} />
      )}
    </ActForm>
  );
}

function missingOf(
  at: {
    readonly ticket: DeskTicket;
    readonly into: number | null;
    readonly survivor: DeskTicket | undefined;
  },
  words: ReturnType<typeof useDeskActWords>,
): string | null {
  if (at.into === null) return words.numberFirst;
  if (at.into === at.ticket.number) return words.numberSame;
  if (at.survivor === undefined) return words.mergeReading;
  const [first] = openOnBoth(at.ticket, at.survivor);
  return first === undefined ? null : words.mergeOnBoth[first];
}

/** Somebody changed one of the two meanwhile: what is shown is no longer so. */
function isConflict(error: Error | null): boolean {
  return error instanceof TrothError && error.problem?.code === "conflict";
}

function answerIn(error: Error) {
  const problem = error instanceof TrothError ? error.problem : null;
  return { ...problem, message: error.message };
}

function useReadAgain(numbers: readonly (number | null)[], onRead: () => void) {
  const client = useQueryClient();
  return async () => {
    await Promise.all(numbers.map((number) => client.invalidateQueries({ queryKey: ["ticket", number] })));
    onRead();
  };
}

function Both(props: {
  readonly source: DeskTicket;
  readonly survivor: DeskTicket;
  /** Whether people of the one read a survivor that is shown to few. */
  readonly brings: boolean;
  readonly onBrings: (brings: boolean) => void;
}) {
  const { source, survivor, brings } = props;
  const words = useDeskActWords();
  const whenText = useWhenText();
  const earlier = earlierPromise(source, survivor);
  const joining = joiningNames(source, survivor);
  const names = joining.join(", ");
  const isShownToFew = survivor.proceedings.isRestricted;
  return (
    <>
      <div className={classes.pair}>
        <One ticket={source} title={words.mergeThis} />
        <One ticket={survivor} title={words.mergeOther} />
      </div>
      <section className={classes.effect}>
        <h3>{words.willHappen}</h3>
        <ul>
          <li>{words.mergeGoesOn(source.number, survivor.number)}</li>
          <li>
            {earlier === null
              ? words.mergeNoPromise
              : words.mergePromise(earlier.number, whenText(earlier.dueAt, "full", true))}
          </li>
          {joining.length > 0 && (
            <li>
              {isShownToFew && !brings
                ? words.mergePeopleStay(names, survivor.number)
                : words.mergePeople(names, survivor.number)}
            </li>
          )}
          {bringsOf(source).map((one) => (
            <li key={one}>{words.mergeBrings[one](survivor.number)}</li>
          ))}
          {source.organisation.id !== survivor.organisation.id && <li>{words.mergeForeign}</li>}
        </ul>
        {isShownToFew && joining.length > 0 && (
          <Checkbox
            label={words.mergeBringsPeople(names, survivor.number)}
            description={words.mergeShownToFew(survivor.number)}
            checked={brings}
            onChange={(event) => props.onBrings(event.currentTarget.checked)}
          />
        )}
      </section>
    </>
  );
}

function One({ ticket, title }: { readonly ticket: DeskTicket; readonly title: string }) {
  const readable = useReadable();
  const desk = useDeskWords();
  const { promise, rows } = firstPromise(ticket);
  return (
    <section className={classes.one} aria-label={title}>
      <h3>{title}</h3>
      <p dir="auto">
        <strong>{desk.ticketTitle(ticket.number, readable(ticket.subject))}</strong>
      </p>
      <p dir="auto" className={classes.second}>
        {ticket.requester.name}, {ticket.organisation.name}
      </p>
      <p>
        <Due promise={promise} rows={rows} isTheirTurn={ticket.state === "waiting-on-customer"} />
      </p>
    </section>
  );
}
