import { type ReactNode, useState } from "react";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
import { useSpeech } from "../../speech/speech.tsx";
import { said } from "../../states/said.ts";
import { Act } from "../act.tsx";
import classes from "../customer.module.css";
import { useCustomerDesk } from "../customer-desk.ts";
import type { Ticket } from "../wire.ts";
import { ActDialog } from "./act-dialog.tsx";
import { isOpen } from "./is-open.ts";
import { WorseDialog } from "./severity-dialogs.tsx";

/** “Solved it myself” and “It got worse”: what a customer does on a better or a worse day. */
export function TicketHeadActs({ ticket }: { readonly ticket: Ticket }) {
  const words = useTicketActWords();
  const { words: shared } = useSpeech();
  const [shown, setShown] = useState<"solved" | "worse" | null>(null);
  const close = () => setShown(null);
  const whyOff = whyNotWorse(ticket, shared);
  const acts: ReactNode[] = [];
  if (isOpen(ticket, "take-back"))
    acts.push(
      <Act key="solved" onClick={() => setShown("solved")}>
        {words.solved}
      </Act>,
    );
  if (isOpen(ticket, "worsen") || whyOff !== null)
    acts.push(
      <Act key="worse" onClick={() => setShown("worse")} {...(whyOff === null ? {} : { offBy: WHY_OFF })}>
        {words.worse}
      </Act>,
    );
  if (acts.length === 0) return null;
  return (
    <>
      <div className={classes.headActs}>{acts}</div>
      {whyOff !== null && (
        <p id={WHY_OFF} className={classes.hint}>
          {whyOff}
        </p>
      )}
      {shown === "solved" && <SolvedDialog ticket={ticket} onClose={close} />}
      {shown === "worse" && <WorseDialog ticket={ticket} onClose={close} />}
    </>
  );
}

const WHY_OFF = "troth-worse-off";

/** Why “It got worse” is off on a ticket that goes on; null where it is on, and where the ticket has ended. */
function whyNotWorse(
  { proceedings, state }: Ticket,
  words: ReturnType<typeof useSpeech>["words"],
): string | null {
  const found = proceedings.acts.find(({ act }) => act === "worsen");
  const hasEnded = state === "resolved" || state === "closed" || state === "merged";
  if (found === undefined || found.isOpen || hasEnded) return null;
  return said(words, { message: found.because ?? "", reason: found.reason ?? undefined });
}

function SolvedDialog({ ticket, onClose }: { readonly ticket: Ticket; readonly onClose: () => void }) {
  const words = useTicketActWords();
  const desk = useCustomerDesk();
  return (
    <ActDialog
      number={ticket.number}
      title={words.solvedTitle}
      intro={words.solvedIntro}
      text={{ label: words.solvedText, isNeeded: false }}
      send={words.solvedSend}
      said={words.solvedDone}
      run={(text) => desk.takeBack(ticket.number, text === "" ? null : text)}
      onClose={onClose}
    />
  );
}
