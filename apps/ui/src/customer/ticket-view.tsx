import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { usePortalWords } from "../catalogue/use-portal-words.ts";
import type { DraftStore } from "../drafts/draft-store.ts";
import { planWords } from "../facts/plan.tsx";
import { PromiseLine } from "../facts/promise-line.tsx";
import { WhyThisTime } from "../facts/why.tsx";
import { useReadable } from "../secrets/use-readable.ts";
import { useSpeech } from "../speech/speech.tsx";
import { Waiting } from "../states/state-line.tsx";
import { Act } from "./act.tsx";
import { Rating } from "./around/rating.tsx";
import { StandingLines } from "./around/standing-lines.tsx";
import { TicketHeadActs } from "./around/ticket-head-acts.tsx";
import type { TicketHref } from "./around/ticket-link.tsx";
import { ShowOwnProvider } from "./around/use-act.ts";
import { type CauseHref, TicketCauses } from "./causes/ticket-causes.tsx";
import { Conversation } from "./conversation.tsx";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import { NotShown } from "./not-shown.tsx";
import { ReplyBox } from "./reply-box.tsx";
import type { OtherDoors } from "./send-failed.tsx";
import { SupportEnded, useSupportEnd } from "./support-ended.tsx";
import { TicketFacts } from "./ticket-facts.tsx";
import { TicketIncidentNote } from "./ticket-incident.tsx";
import { TicketWishes } from "./ticket-wishes.tsx";
import { useHeld } from "./use-held.ts";
import type { Me, Ticket } from "./wire.ts";

/** One ticket as its customer reads it: who has it, when they hear, the conversation, the facts beside it. */
export function TicketView(props: {
  readonly number: number;
  readonly drafts: DraftStore;
  readonly doors: OtherDoors;
  /** The reader's plan now: named with a promise that was made on it. */
  readonly subscription: Me["subscription"];
  readonly role: Me["role"];
  /** Where another ticket is read. */
  readonly hrefOf: TicketHref;
  /** Where a root-cause document is read as a page; left out where there is no such page. */
  readonly causeHref?: CauseHref;
  readonly head?: ReactNode;
}) {
  const desk = useCustomerDesk();
  const words = usePortalWords();
  const readable = useReadable();
  const query = useQuery({
    queryKey: ["ticket", props.number],
    queryFn: () => desk.ticket(props.number),
  });
  const { shown, news, show } = useHeld(query.data);
  const end = useSupportEnd();
  useReadMark(shown);
  useHeadingFocus(shown?.number);

  if (query.isError && !shown) {
    return (
      <NotShown error={query.error} onRetry={() => void query.refetch()}>
        {props.head}
      </NotShown>
    );
  }
  if (!shown) return <Waiting />;
  const showOwn = () => query.refetch().then((fresh) => show(fresh.data));
  // What is written on a merged ticket, or long after the end, stands on another one.
  const onSent = (on: number) => {
    const elsewhere = on === shown.number ? null : props.hrefOf?.(on);
    if (elsewhere) elsewhere.go();
    else void showOwn();
  };
  return (
    <ShowOwnProvider value={showOwn}>
      <article className={classes.view}>
        <header className={classes.viewHead}>
          {props.head}
          <h1 id="troth-heading" tabIndex={-1} dir="auto" className={classes.viewTitle}>
            {words.ticketTitle(shown.number, readable(shown.subject))}
          </h1>
          <StandingLines ticket={shown} hrefOf={props.hrefOf} />
          <Standing ticket={shown} subscription={props.subscription} />
          <TicketHeadActs ticket={shown} />
        </header>
        <div className={classes.viewBody}>
          <div className={classes.viewTalk}>
            <TicketIncidentNote ticket={shown} />
            <TicketWishes wishes={shown.wishes} />
            <TicketCauses ticket={shown} hrefOf={props.causeHref ?? null} />
            <Conversation ticket={shown} />
            {news !== null && (
              <p className={classes.news}>
                <Act onClick={() => show()}>
                  {news === "answer" ? words.newMessage : words.changesWaiting(1)}
                </Act>
              </p>
            )}
            <Rating key={`rating-${shown.number}`} ticket={shown} />
            {end === null ? (
              <ReplyBox
                key={shown.number}
                ticket={shown}
                drafts={props.drafts}
                doors={props.doors}
                onSent={onSent}
              />
            ) : (
              <SupportEnded end={end} />
            )}
          </div>
          <TicketFacts ticket={shown} role={props.role} hrefOf={props.hrefOf} />
        </div>
      </article>
    </ShowOwnProvider>
  );
}

function Standing(props: { readonly ticket: Ticket; readonly subscription: Me["subscription"] }) {
  const { ticket } = props;
  const { plan, tier } = props.subscription;
  const desk = useCustomerDesk();
  const words = usePortalWords();
  const { words: shared } = useSpeech();
  if (ticket.promise === null) return <p>{words.noPromise}</p>;
  const isSamePlan = plan?.id === ticket.promise.plan && (tier?.id ?? null) === ticket.promise.tier;
  return (
    <>
      <PromiseLine
        promise={ticket.promise}
        holder={ticket.assignee}
        severity={shared.severityOf(ticket.severity.rank)}
        {...(plan && isSamePlan ? { plan: planWords(plan, tier) } : {})}
      />
      {ticket.receipt !== null && (
        <WhyThisTime
          receipt={ticket.receipt}
          file={{ number: ticket.number, read: () => desk.receiptText(ticket.number) }}
        />
      )}
    </>
  );
}

/** Tells the desk that what is on the screen was read, once for each message that came. */
function useReadMark(shown: Ticket | undefined): void {
  const desk = useCustomerDesk();
  const queries = useQueryClient();
  const number = shown?.number;
  const count = shown?.messages.length;
  useEffect(() => {
    if (number === undefined || document.visibilityState !== "visible") return;
    desk.markRead(number).then(
      () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: ["me"] }),
          queries.invalidateQueries({ queryKey: ["tickets"] }),
        ]),
      // Unread a moment longer harms nobody; the next visit says it again.
      () => undefined,
    );
  }, [desk, queries, number, count]);
}

/** A page that changed without a load: its heading takes the focus, once. */
function useHeadingFocus(number: number | undefined): void {
  const last = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (number === undefined || last.current === number) return;
    last.current = number;
    document.getElementById("troth-heading")?.focus({ preventScroll: true });
  }, [number]);
}
