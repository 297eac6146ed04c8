import { Radio } from "@mantine/core";
import { Dialog, useDeskActWords, useSpeech } from "@troth/ui";
import { useState } from "react";
import type { DeskTicket } from "../../wire.ts";
import classes from "../dialog.module.css";
import { ActForm } from "./act-form.tsx";
import { inHours, instantOf, tomorrowAt } from "./moment.ts";
import { MomentField } from "./moment-field.tsx";
import { send } from "./ticket-api.ts";
import { useAct } from "./use-act.ts";

type DialogProps = { readonly ticket: DeskTicket; readonly isOpen: boolean; readonly onClose: () => void };

/** Hides a ticket from the queue until a time. The desk refuses a time past a warning, in its own words. */
export function HideDialog(props: DialogProps) {
  const words = useDeskActWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words.hideTitle(props.ticket.number)}>
      {props.isOpen && <HideForm {...props} />}
    </Dialog>
  );
}

function HideForm({ ticket, onClose }: DialogProps) {
  const words = useDeskActWords();
  const { now, time } = useSpeech();
  const [choice, setChoice] = useState<string>("hour");
  const [own, setOwn] = useState("");
  const quick: Readonly<Record<string, number>> = { hour: inHours(now(), 1), morning: tomorrowAt(now(), 9) };
  const until = quick[choice] ?? instantOf(own);
  const hide = useAct({
    ticket: ticket.number,
    post: (at: string, key) => send.hide(ticket.number, at, key),
    said: words.hidden,
    onDone: onClose,
  });
  return (
    <ActForm
      label={words.hide}
      missing={until === null ? words.timeFirst : until <= now() ? words.timePast : null}
      isPending={hide.isPending}
      error={hide.error}
      onClose={onClose}
      onSubmit={() => until !== null && hide.mutate(new Date(until).toISOString())}
    >
      <p>{words.hideText}</p>
      <Radio.Group label={words.hideUntil} value={choice} onChange={setChoice}>
        <div className={classes.choices}>
          <Radio value="hour" label={words.hideHour(time.clock(quick["hour"] ?? now()))} />
          <Radio value="morning" label={words.hideMorning(time.short(quick["morning"] ?? now()))} />
          <Radio value="own" label={words.hideOwn} />
        </div>
      </Radio.Group>
      {choice === "own" && (
        <MomentField
          label={words.hideUntil}
          theirZone={ticket.requester.zone}
          value={own}
          onChange={setOwn}
        />
      )}
    </ActForm>
  );
}
