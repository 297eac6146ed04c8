import { MaskedText, useDeskActWords, When } from "@troth/ui";
import type { DeskTicket } from "../../wire.ts";
import classes from "./around.module.css";
import { Panel } from "./panel.tsx";

/** What the one before wrote for who has the ticket now, until that one hands it on or answers. */
export function HandOverPanel({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskActWords();
  const last = ticket.timeline.findLast(({ kind }) => kind === "ticket.assigned");
  const isAnswered = ticket.messages.some(
    (one) => one.author.kind === "agent" && !one.isNote && last !== undefined && one.at > last.at,
  );
  if (last?.reason == null || ticket.assignee === null || isAnswered) return null;
  return (
    <Panel title={words.handedOver(last.by, ticket.assignee.name)}>
      <blockquote dir="auto">
        <MaskedText text={last.reason} />
      </blockquote>
      <p className={classes.second}>
        <When at={last.at} />
      </p>
    </Panel>
  );
}
