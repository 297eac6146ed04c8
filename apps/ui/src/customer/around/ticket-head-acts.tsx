import { type ReactNode, useState } from "react";
import { useTicketActWords } from "../../catalogue/use-ticket-act-words.ts";
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
  const [shown, setShown] = useState<"solved" | "worse" | null>(null);
  const close = () => setShown(null);
  const acts: ReactNode[] = [];
  if (isOpen(ticket, "take-back"))
    acts.push(
      <Act key="solved" onClick={() => setShown("solved")}>
        {words.solved}
      </Act>,
    );
  if (isOpen(ticket, "worsen"))
    acts.push(
      <Act key="worse" onClick={() => setShown("worse")}>
        {words.worse}
      </Act>,
    );
  if (acts.length === 0) return null;
  return (
    <>
      <div className={classes.headActs}>{acts}</div>
      {shown === "solved" && <SolvedDialog ticket={ticket} onClose={close} />}
      {shown === "worse" && <WorseDialog ticket={ticket} onClose={close} />}
    </>
  );
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
