import { useQuery } from "@tanstack/react-query";
import { OfflineLine, ProblemNote, usePortalWords, useSpeech, useWidgetWords, Waiting } from "@troth/ui";
import {
  Act,
  ActLink,
  doorsOf,
  failureKind,
  type TicketForm,
  TicketListView,
  type TicketOpened,
  TicketView,
  useCustomerDesk,
  useLive,
} from "@troth/ui/customer";
import { type ReactNode, useEffect, useState } from "react";
import type { Opening } from "./frame-line.ts";
import { Head } from "./head.tsx";
import { NewTicketPane } from "./new-ticket-pane.tsx";
import type { Stage } from "./stage.ts";
import { useDraftStore } from "./use-draft-store.ts";

type Screen =
  | { readonly kind: "new"; readonly sent: TicketOpened | null }
  | { readonly kind: "tickets" }
  | { readonly kind: "ticket"; readonly number: number };

type DialogProps = {
  readonly stage: Stage;
  readonly opening: Opening;
  readonly count: number;
  readonly isOpen: boolean;
};

/** The whole dialog: new ticket, my tickets, one conversation. */
export function Dialog(props: DialogProps) {
  const { stage, opening, count, isOpen } = props;
  const desk = useCustomerDesk();
  const words = useWidgetWords();
  const form = useQuery({ queryKey: ["form", count], queryFn: desk.form });
  const close = () => stage.line.say({ type: "troth:close" });
  useEscape(close);
  useEffect(() => stage.line.say({ type: "troth:drawn" }), [stage]);
  const live = useLive(isOpen);
  return (
    <>
      <OfflineLine since={live.lostSince} />
      {form.data ? (
        <Screens key={count} stage={stage} opening={opening} form={form.data} onClose={close} />
      ) : (
        <>
          <Head title={null} onClose={close} />
          <main className="pane" aria-label={words.supportTitle}>
            {form.isError ? (
              <NotLoaded error={form.error} onRetry={() => void form.refetch()} />
            ) : (
              <Waiting />
            )}
          </main>
        </>
      )}
    </>
  );
}

function Screens(props: {
  readonly stage: Stage;
  readonly opening: Opening;
  readonly form: TicketForm;
  readonly onClose: () => void;
}) {
  const { opening, form, stage } = props;
  const words = useWidgetWords();
  const portal = usePortalWords();
  const desk = useCustomerDesk();
  const drafts = useDraftStore(stage.troth, form.me.person.id);
  const doors = doorsOf(form.me, "console");
  const [screen, setScreen] = useState<Screen>(
    opening.view === "tickets" ? { kind: "tickets" } : { kind: "new", sent: null },
  );
  const me = useQuery({ queryKey: ["me"], queryFn: desk.me, initialData: form.me });
  const unread = me.data.unreadAnswers;
  useEffect(() => stage.line.say({ type: "troth:unread", count: unread }), [stage, unread]);

  const openTicket = (number: number) => setScreen({ kind: "ticket", number });
  const toTickets = () => setScreen({ kind: "tickets" });
  const toNew = () => setScreen({ kind: "new", sent: null });
  const head = (title: string | null, aside: ReactNode, onBack?: () => void) => (
    <Head title={title} onClose={props.onClose} {...(onBack === undefined ? {} : { onBack })}>
      {aside}
    </Head>
  );
  const newButton = <HeadButton onClick={toNew}>{words.newTicket}</HeadButton>;

  switch (screen.kind) {
    case "tickets":
      return (
        <>
          {head(words.myTickets, newButton)}
          <main className="pane" aria-label={words.myTickets}>
            <TicketListView
              isMineOnly={false}
              link={(number, children) => (
                <button type="button" className="subject" onClick={() => openTicket(number)}>
                  {children}
                </button>
              )}
            />
          </main>
        </>
      );
    case "ticket":
      return (
        <>
          {head(null, newButton, toTickets)}
          <main className="pane" aria-label={portal.ticketTitle(screen.number, "").trim()}>
            <TicketView
              number={screen.number}
              drafts={drafts}
              doors={doors}
              subscription={me.data.subscription}
              role={me.data.role}
              hrefOf={(number) => ({
                href: `${me.data.workspace.url}/portal/tickets/${number}`,
                go: () => openTicket(number),
              })}
            />
          </main>
        </>
      );
    case "new":
      break;
  }
  const isOff = form.me.tickets.decision !== "allow";
  return (
    <>
      {head(
        isOff || screen.sent ? words.supportTitle : words.title,
        <HeadButton onClick={toTickets}>
          {words.myTickets}
          {unread > 0 && (
            <span className="unread">
              {unread}
              <span className="troth-hidden"> {words.unread(unread)}</span>
            </span>
          )}
        </HeadButton>,
      )}
      <main className="pane" aria-label={words.supportTitle}>
        <NewTicketPane
          form={form}
          opening={opening}
          drafts={drafts}
          doors={doors}
          sent={screen.sent}
          onSent={(sent) => setScreen({ kind: "new", sent })}
          onOpenTicket={openTicket}
          onAnother={toNew}
          onClose={props.onClose}
        />
      </main>
    </>
  );
}

function HeadButton(props: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="head-button" onClick={props.onClick}>
      {props.children}
    </button>
  );
}

/** The form could not be fetched: what to do depends on whether the console still vouches for the reader. */
function NotLoaded(props: { readonly error: unknown; readonly onRetry: () => void }) {
  const words = useWidgetWords();
  const { words: shared } = useSpeech();
  const kind = failureKind(props.error);
  const sentence = kind === "signed-out" || kind === "unreachable" ? words.notSent[kind] : null;
  const portal = (
    <ActLink href={new URL("/portal/", location.origin).href} isElsewhere>
      {words.inPortal}
    </ActLink>
  );
  if (sentence === null) {
    return (
      <ProblemNote error={props.error} onRetry={props.onRetry}>
        {portal}
      </ProblemNote>
    );
  }
  return (
    <div role="alert" className="not-loaded">
      <p>{sentence}</p>
      <Act isMain onClick={props.onRetry}>
        {shared.tryAgain}
      </Act>
      {portal}
    </div>
  );
}

/** Esc closes the dialog, unless something smaller in it is open. */
function useEscape(close: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isInside = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
      if (event.key === "Escape" && !event.defaultPrevented && !isInside) close();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}
