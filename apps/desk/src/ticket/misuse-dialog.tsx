import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { Dialog, useAnnounce, useCoverageWords, useDeskWords, useSpeech } from "@troth/ui";
import { useId, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import { WrittenField } from "../frame/written-field.tsx";
import { useOwnAct } from "../live/live.tsx";
import type { DeskTicket } from "../wire.ts";
import classes from "./dialog.module.css";

type DialogProps = { readonly ticket: DeskTicket; readonly isOpen: boolean; readonly onClose: () => void };

/** Marks a ticket as misuse of support, or takes the mark back; either needs its reason (P057). */
export function MisuseDialog({ ticket, isOpen, onClose }: DialogProps) {
  const words = useCoverageWords();
  const isMarked = ticket.misuse !== null;
  const title = isMarked ? words.misuseBackTitle(ticket.number) : words.misuseTitle(ticket.number);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} width={560} title={title}>
      {isOpen && <Mark ticket={ticket} onClose={onClose} />}
    </Dialog>
  );
}

function Mark({ ticket, onClose }: Omit<DialogProps, "isOpen">) {
  const words = useCoverageWords();
  const desk = useDeskWords();
  const shared = useSpeech().words;
  const missingId = useId();
  const [reason, setReason] = useState("");
  const isMisuse = ticket.misuse === null;
  const mark = useMark(ticket, isMisuse, onClose);
  const isMissing = reason.trim() === "";
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMissing && !mark.isPending) mark.mutate(reason);
      }}
    >
      {isMisuse && <p>{words.misuseText}</p>}
      <WrittenField label={words.misuseReason} value={reason} onChange={setReason} />
      {mark.error !== null && <Failed error={mark.error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {shared.cancel}
        </Button>
        <SubmitButton
          disabled={isMissing}
          isPending={mark.isPending}
          pendingLabel={desk.saving}
          aria-describedby={isMissing ? missingId : undefined}
        >
          {isMisuse ? words.markMisuse : words.takeMisuseBack}
        </SubmitButton>
        {isMissing && (
          <span id={missingId} className={classes.missing}>
            {words.misuseReasonFirst}
          </span>
        )}
      </div>
    </form>
  );
}

function useMark(ticket: DeskTicket, isMisuse: boolean, onDone: () => void) {
  const words = useCoverageWords();
  const announce = useAnnounce();
  const ownAct = useOwnAct(ticket.number);
  return useMutation({
    mutationFn: (reason: string) =>
      ownAct(() =>
        unwrap(
          troth.api.PUT("/v1/desk/tickets/{number}/misuse", {
            params: { path: { number: ticket.number }, header: onceHeader() },
            body: { isMisuse, reason: reason.trim() },
          }),
        ),
      ),
    onSuccess: () => {
      announce(isMisuse ? words.misuseMarked : words.misuseTaken);
      onDone();
    },
  });
}
