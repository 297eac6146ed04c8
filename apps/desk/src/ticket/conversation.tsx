import { unwrap } from "@troth/sdk";
import {
  FindInThread,
  MaskedText,
  Message,
  ReadAgainProvider,
  type Report,
  ReportMessage,
  TimelineLine,
  useDeskWords,
  useSpeech,
} from "@troth/ui";
import { Fragment, useEffect, useRef } from "react";
import { onceHeader, troth } from "../client.ts";
import { HeldBar } from "../queue/held-bar.tsx";
import type { DeskTicket } from "../wire.ts";
import { Panels } from "./around/panels.tsx";
import { SplitMessage } from "./around/split-message.tsx";
import { Composers } from "./composers.tsx";
import { ProposalLine } from "./proposal.tsx";
import { linesOf } from "./thread-lines.ts";
import classes from "./ticket.module.css";
import { useLook } from "./use-look.ts";
import { useSeverityNames, useTicketZones } from "./use-ticket.ts";

/** The middle pane: the thread as a named region, what waits to be shown, the two composers. */
export function Conversation({ ticket }: { readonly ticket: DeskTicket }) {
  const { words } = useSpeech();
  const desk = useDeskWords();
  const others = useTicketZones(ticket);
  const doors: Readonly<Record<string, string>> = desk.doors;
  const door = doors[ticket.intake] ?? ticket.intake;
  const severities = useSeverityNames(ticket);
  const look = useLook(ticket.number);
  const report: Report = (message, reason) => reportMessage(ticket.number, message, reason);
  const lines = linesOf(ticket);
  const end = useEndInView(lines.length);
  return (
    <div className={classes.middle}>
      <Panels ticket={ticket} />
      <section className={classes.thread} aria-label={words.conversation} tabIndex={0} data-pane>
        <FindInThread messages={ticket.messages}>
          <ReadAgainProvider value={() => filesOf(ticket.number)}>
            {lines.map((line, at) =>
              line.kind === "event" ? (
                <TimelineLine key={`event-${line.entry.seq}`} entry={line.entry} severities={severities} />
              ) : (
                <Fragment key={line.message.id}>
                  <Message
                    message={line.message}
                    others={others}
                    look={(reason) => look(line.message.id, reason)}
                    foot={<ReportMessage message={line.message} report={report} />}
                    {...(line.message.author.kind === "customer"
                      ? { from: at === 0 ? `${ticket.organisation.name}, ${door}` : ticket.organisation.name }
                      : {})}
                  />
                  {at === 0 && <ProposalLine ticket={ticket} />}
                  {at > 0 && line.message.author.kind === "customer" && (
                    <SplitMessage ticket={ticket} message={line.message} />
                  )}
                </Fragment>
              ),
            )}
          </ReadAgainProvider>
        </FindInThread>
        <Impact ticket={ticket} />
        <div ref={end} />
      </section>
      <HeldBar ticket={ticket.number} />
      <Composers ticket={ticket} />
    </div>
  );
}

/** The ticket's files with links of now. */
async function filesOf(number: number) {
  const { messages } = await unwrap(
    troth.api.GET("/v1/desk/tickets/{number}", { params: { path: { number } } }),
  );
  return messages.flatMap(({ attachments }) => attachments);
}

function reportMessage(ticket: number, message: string, reason: string) {
  const params = { header: onceHeader() };
  return unwrap(troth.api.POST("/v1/conduct/reports", { params, body: { ticket, message, reason } }));
}

/** What is added while one looks comes into view; opening a ticket begins at its beginning. */
function useEndInView(count: number) {
  const end = useRef<HTMLDivElement>(null);
  const seen = useRef(count);
  useEffect(() => {
    if (count > seen.current) end.current?.scrollIntoView({ block: "nearest" });
    seen.current = count;
  }, [count]);
  return end;
}

function Impact({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  if (ticket.businessImpact === null && !ticket.isBusinessImpactUnknown) return null;
  return (
    <div className={classes.impact}>
      <h2>{words.impactTitle}</h2>
      <p dir="auto">
        <MaskedText text={ticket.businessImpact ?? words.impactUnknown} />
      </p>
    </div>
  );
}
