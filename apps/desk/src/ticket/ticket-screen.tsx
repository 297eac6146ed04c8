import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { TrothError } from "@troth/sdk";
import {
  Bars,
  ProblemNote,
  StateLine,
  Timeline,
  useDeskWords,
  useReadable,
  useSpeech,
  Waiting,
} from "@troth/ui";
import { type ReactNode, useEffect, useState } from "react";
import { useKeys } from "../keys/use-keys.tsx";
import { read } from "../queries.ts";
import { rememberTicket } from "../queue/last-seen.ts";
import type { DeskTicket, View } from "../wire.ts";
import { Conversation } from "./conversation.tsx";
import { DueStrip } from "./due-panel.tsx";
import { FactsPane } from "./facts-pane.tsx";
import { Neighbours, useNeighbours, usePlaceReason } from "./neighbours.tsx";
import classes from "./ticket.module.css";
import { TicketHead } from "./ticket-head.tsx";
import { useSeverityNames } from "./use-ticket.ts";

const route = getRouteApi("/frame/tickets/$number");

/** One ticket: what was said, what is promised, who it is, and the next one beside it. */
export function TicketScreen() {
  const params = route.useParams();
  const { view = "all" } = route.useSearch();
  const number = Number(params.number);
  const isNumber = Number.isInteger(number) && number > 0 && number <= 2_147_483_647;
  const ticket = useQuery({ ...read.ticket(number), enabled: isNumber });
  useEffect(() => rememberTicket(number), [number]);
  useWays(number, view);
  if (!isNumber || isMissing(ticket.error)) return <Missing number={params.number} />;
  if (ticket.data === undefined) {
    return (
      <main id="main" className={classes.alone} tabIndex={-1}>
        <h1 className="troth-hidden">{params.number}</h1>
        {ticket.error === null ? (
          <Waiting skeleton={<Bars count={8} />} />
        ) : (
          <ProblemNote error={ticket.error} onRetry={() => void ticket.refetch()} />
        )}
      </main>
    );
  }
  return <Panes key={number} ticket={ticket.data} view={view} />;
}

function isMissing(error: unknown): boolean {
  return error instanceof TrothError && error.problem?.code === "missing";
}

function Missing({ number }: { readonly number: string }) {
  const words = useDeskWords();
  const shared = useSpeech().words;
  return (
    <main id="main" className={classes.alone} tabIndex={-1}>
      <h1>{shared.notFoundTitle}</h1>
      <StateLine kind="denied">
        <p>{words.ticketMissing(number)}</p>
        <Link to="/queue/$view" params={{ view: "all" }}>
          {words.backToQueue}
        </Link>
      </StateLine>
    </main>
  );
}

/** `u`, `j`, `k`: the ways out of a ticket. */
function useWays(number: number, view: View) {
  const navigate = useNavigate();
  const { next, previous } = useNeighbours(number, view);
  const open = (to: number | null) =>
    to === null
      ? undefined
      : () => void navigate({ to: "/tickets/$number", params: { number: String(to) }, search: { view } });
  useKeys({
    up: () => void navigate({ to: "/queue/$view", params: { view } }),
    next: open(next),
    previous: open(previous),
  });
}

type PanesProps = { readonly ticket: DeskTicket; readonly view: View };

function Panes({ ticket, view }: PanesProps) {
  const readable = useReadable();
  const words = useDeskWords();
  const isOnePane = useMediaQuery("(max-width: 959px)", false, { getInitialValueInEffect: false });
  const isWide = useMediaQuery("(min-width: 1280px)", true, { getInitialValueInEffect: false });
  const title = words.ticketTitle(ticket.number, readable(ticket.subject));
  const [isLeftFolded, setLeftFolded] = useState(false);
  const [isRightFolded, setRightFolded] = useState(false);
  useKeys({
    foldLeft: isWide ? () => setLeftFolded((was) => !was) : undefined,
    foldRight: isOnePane ? undefined : () => setRightFolded((was) => !was),
  });
  useEffect(() => {
    document.title = `${title} · ${words.appName}`;
  }, [title, words]);
  const place = usePlaceReason(ticket, view);
  if (isOnePane) return <OnePane ticket={ticket} view={view} place={place} />;
  return (
    <main id="main" className={classes.ticket} tabIndex={-1}>
      <TicketHead ticket={ticket} view={view} />
      <div className={classes.panes} data-left={isWide && !isLeftFolded} data-right={!isRightFolded}>
        {isWide && !isLeftFolded && <Neighbours number={ticket.number} view={view} />}
        <Conversation ticket={ticket} />
        {!isRightFolded && <FactsPane ticket={ticket} place={place} isTimelineApart={false} />}
      </div>
    </main>
  );
}

const TABS = ["conversation", "facts", "timeline"] as const;

function OnePane({ ticket, view, place }: PanesProps & { readonly place: DeskTicket["reason"] }) {
  const readable = useReadable();
  const words = useDeskWords();
  const shared = useSpeech().words;
  const severities = useSeverityNames(ticket);
  const [tab, setTab] = useState<(typeof TABS)[number]>("conversation");
  const names = { conversation: shared.conversation, facts: words.facts, timeline: shared.timeline };
  const panes: Record<(typeof TABS)[number], ReactNode> = {
    conversation: <Conversation ticket={ticket} />,
    facts: <FactsPane ticket={ticket} place={place} isTimelineApart />,
    timeline: (
      <div className={classes.pane} data-pane tabIndex={-1}>
        <Timeline entries={ticket.timeline} severities={severities} />
      </div>
    ),
  };
  return (
    <main id="main" className={classes.ticket} tabIndex={-1}>
      <TicketHead ticket={ticket} view={view} />
      <DueStrip ticket={ticket} />
      <div
        role="group"
        aria-label={words.ticketTitle(ticket.number, readable(ticket.subject))}
        className={classes.tabs}
      >
        {TABS.map((one) => (
          <button key={one} type="button" aria-pressed={tab === one} onClick={() => setTab(one)}>
            {names[one]}
          </button>
        ))}
      </div>
      {panes[tab]}
    </main>
  );
}
