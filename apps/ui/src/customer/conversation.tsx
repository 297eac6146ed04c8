import type { ReactElement } from "react";
import { ReadAgainProvider } from "../attachments/attachment-list.tsx";
import { usePortalWords } from "../catalogue/use-portal-words.ts";
import { type Report, ReportMessage } from "../conduct/report-message.tsx";
import { FindInThread } from "../find/find-in-thread.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { Message } from "../thread/message.tsx";
import { SeverityLine } from "../thread/severity-line.tsx";
import { TimelineLine } from "../thread/timeline.tsx";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import type { Ticket } from "./wire.ts";

/** Events that the messages themselves already tell. */
const TOLD = new Set(["ticket.opened", "ticket.replied", "ticket.noted", "ticket.read"]);

/** Messages and what happened between them, oldest first, and whose turn it is at the end. */
export function Conversation({ ticket }: { readonly ticket: Ticket }) {
  const words = usePortalWords();
  const { words: shared } = useSpeech();
  const desk = useCustomerDesk();
  const report: Report = (message, reason) => desk.report(ticket.number, message, reason);
  const readAgain = async () =>
    (await desk.ticket(ticket.number)).messages.flatMap(({ attachments }) => attachments);
  return (
    <section className={classes.thread} aria-label={shared.conversation} data-version={ticket.version}>
      <FindInThread messages={ticket.messages}>
        <ReadAgainProvider value={readAgain}>
          <ol className={classes.threadList}>
            {entriesOf(ticket, report).map(({ key, element }) => (
              <li key={key}>{element}</li>
            ))}
          </ol>
        </ReadAgainProvider>
      </FindInThread>
      {ticket.state === "waiting-on-customer" && <p className={classes.turn}>{words.weWait}</p>}
      {(ticket.state === "waiting-on-us" || ticket.state === "open") && (
        <p className={classes.turn}>{words.youWait}</p>
      )}
    </section>
  );
}

function entriesOf(
  ticket: Ticket,
  report: Report,
): { readonly key: string; readonly element: ReactElement }[] {
  const messages = ticket.messages.map((message) => ({
    at: message.at,
    key: message.id,
    element: <Message message={message} foot={<ReportMessage message={message} report={report} />} />,
  }));
  const events = ticket.timeline
    .filter((entry) => !TOLD.has(entry.kind))
    .map((entry) => ({
      at: entry.at,
      key: `event-${entry.seq}`,
      element: entry.severity ? (
        <SeverityLine entry={entry} change={entry.severity} />
      ) : (
        <TimelineLine entry={entry} />
      ),
    }));
  return [...messages, ...events].toSorted((a, b) => a.at.localeCompare(b.at));
}
