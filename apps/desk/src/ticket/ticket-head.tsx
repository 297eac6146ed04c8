import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useDeskWords, useReadable } from "@troth/ui";
import { useEffect, useRef, useState } from "react";
import { KeyHint } from "../keys/key-hint.tsx";
import { shortcutOf } from "../keys/keys.ts";
import { useKeys } from "../keys/use-keys.tsx";
import { useCountWords } from "../queue/queue-tabs.tsx";
import { useViewName } from "../queue/view-name.ts";
import type { DeskTicket, View } from "../wire.ts";
import { MoreMenu } from "./around/more-menu.tsx";
import { AssignMenu } from "./assign-menu.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { useNeighbours } from "./neighbours.tsx";
import { SeverityDialog } from "./severity-dialog.tsx";
import classes from "./ticket.module.css";
import { actState } from "./ticket-facts.ts";
import { useWhyOff } from "./use-why-off.ts";

/** Where one is, what it is about, and the three acts that others feel. */
export function TicketHead({ ticket, view }: { readonly ticket: DeskTicket; readonly view: View }) {
  const readable = useReadable();
  const words = useDeskWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [dialog, setDialog] = useState<"severity" | "end" | null>(null);
  const assess = actState(ticket, "assess");
  const resolve = actState(ticket, "resolve");
  useEffect(() => heading.current?.focus({ preventScroll: true }), [ticket.number]);
  useKeys({
    severity: assess.isOpen ? () => setDialog("severity") : undefined,
    end: resolve.isOpen ? () => setDialog("end") : undefined,
  });
  const off = [
    ["assess", words.severity],
    ["resolve", words.end],
    ["assign", words.assign],
  ] as const;
  const whyOff = useWhyOff(ticket);
  return (
    <div className={classes.head}>
      <div className={classes.headLine}>
        <Way number={ticket.number} view={view} />
        <h1 ref={heading} tabIndex={-1} className={classes.subject} dir="auto">
          {words.ticketTitle(ticket.number, readable(ticket.subject))}
        </h1>
        <div className={classes.headActs}>
          <AssignMenu ticket={ticket} />
          <Button
            variant="default"
            disabled={!assess.isOpen}
            aria-keyshortcuts={shortcutOf("severity")}
            onClick={() => setDialog("severity")}
          >
            {words.severity}
            <KeyHint act="severity" />
          </Button>
          <Button
            variant="default"
            disabled={!resolve.isOpen}
            aria-keyshortcuts={shortcutOf("end")}
            onClick={() => setDialog("end")}
          >
            {words.end}
            <KeyHint act="end" />
          </Button>
          <MoreMenu ticket={ticket} />
        </div>
      </div>
      {off.map(([act, name]) => {
        const why = whyOff(act);
        return why === null ? null : (
          <p key={act} className={classes.off}>
            {words.offBecause(name, why)}
          </p>
        );
      })}
      <SeverityDialog ticket={ticket} isOpen={dialog === "severity"} onClose={() => setDialog(null)} />
      <EndDialog ticket={ticket} isOpen={dialog === "end"} onClose={() => setDialog(null)} />
    </div>
  );
}

function Way({ number, view }: { readonly number: number; readonly view: View }) {
  const words = useDeskWords();
  const { position } = useNeighbours(number, view);
  const count = useCountWords(view);
  const name = useViewName(view);
  return (
    <p className={classes.way}>
      <Link to="/queue/$view" params={{ view }} aria-keyshortcuts={shortcutOf("up")}>
        {name}
      </Link>
      <KeyHint act="up" />
      {position !== null && count !== null && <span>{words.positionOf(position, count)}</span>}
    </p>
  );
}
