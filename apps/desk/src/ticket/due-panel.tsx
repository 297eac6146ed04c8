import { unwrap } from "@troth/sdk";
import {
  Due,
  dueMinute,
  durationWords,
  isBinding,
  nextStandstill,
  type OtherZone,
  openLeftOf,
  openTimeWords,
  Severity,
  standOf,
  targetWords,
  UsedTime,
  usageOf,
  useDeskWords,
  useNow,
  useSpeech,
  When,
  WhyThisTime,
} from "@troth/ui";
import { useState } from "react";
import { troth } from "../client.ts";
import { useKeys } from "../keys/use-keys.tsx";
import { placeWords } from "../queue/place-words.ts";
import type { DeskTicket } from "../wire.ts";
import classes from "./ticket.module.css";
import { firstPromise, theirTurnSince } from "./ticket-facts.ts";
import { useTicketZones } from "./use-ticket.ts";

/** When the answer is due, what is left of it, and the receipt behind it. */
export function DuePanel(props: {
  readonly ticket: DeskTicket;
  readonly place: DeskTicket["reason"];
  /** The strip says the due above it already, under the short name. */
  readonly isBelowStrip: boolean;
}) {
  const { ticket, place } = props;
  const words = useDeskWords();
  const { words: shared, locale } = useSpeech();
  const now = useNow();
  const { promise, rows } = firstPromise(ticket);
  const stand = standOf(promise, now, rows);
  const isOpen = stand.kind === "due" || stand.kind === "standing" || stand.kind === "late";
  const isOver = stand.kind === "withdrawn" || stand.kind === "cancelled";
  const title =
    promise === null || isOpen
      ? promise === null || isBinding(promise)
        ? words.dueTitle
        : words.expectedTitle
      : words.answeredTitle;
  const label = props.isBelowStrip ? `${title}, ${words.facts}` : title;
  return (
    <section className={classes.duePanel} data-look={stand.kind} aria-label={label}>
      <h2 className={isOpen ? "troth-hidden" : classes.caption}>{title}</h2>
      {isOpen && promise !== null ? (
        <OpenDue ticket={ticket} />
      ) : (
        <>
          <p className={classes.dueLine}>
            <Due promise={promise} rows={rows} />
          </p>
          {!isOver && <Answered ticket={ticket} />}
        </>
      )}
      <p className={classes.second}>
        {words.why}: {placeWords({ ...ticket, reason: place }, words)}
      </p>
      {promise?.target && !isOver && (
        <p className={classes.second}>
          {shared.firmness[promise.firmness]}: {targetWords(promise.target, locale)}
        </p>
      )}
      <Receipt ticket={ticket} />
    </section>
  );
}

function OpenDue({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const now = useNow();
  const others = useTicketZones(ticket);
  const left = useLeftWords(ticket);
  const { promise, rows } = firstPromise(ticket);
  const stand = standOf(promise, now, rows);
  if (stand.kind !== "due" && stand.kind !== "standing" && stand.kind !== "late") return null;
  const dueLines = (
    <>
      <p className={classes.dueLine}>
        <Due promise={promise} rows={rows} form="short" others={others} />
      </p>
      <Elsewhere at={stand.dueAt} others={others} />
    </>
  );
  if (stand.kind === "late") return dueLines;
  const next = nextStandstill(rows, now);
  return (
    <>
      {dueLines}
      <p>
        {left} <UsedTime usage={usageOf(promise, now, rows)} />
      </p>
      {stand.kind === "standing" && (
        <p>{words.standsNow(<When at={stand.until} form="compact" others={others} />)}</p>
      )}
      {stand.kind === "due" && next !== null && (
        <p className={classes.second}>
          {words.standsFrom(<When at={next.from} form="compact" />, <When at={next.until} form="compact" />)}
        </p>
      )}
    </>
  );
}

/** What is left until the due, in open time and by the wall clock; null when no time runs down. */
function useLeftWords(ticket: DeskTicket): string | null {
  const words = useDeskWords();
  const { words: shared } = useSpeech();
  const now = useNow();
  const { promise, rows } = firstPromise(ticket);
  const stand = standOf(promise, now, rows);
  if (promise === null || (stand.kind !== "due" && stand.kind !== "standing")) return null;
  const wall = durationWords(stand.leftMs, shared);
  if (!promise.calendar?.zone || rows.length === 0) return shared.left(wall);
  const left = openLeftOf(rows, now);
  const open = openTimeWords(left.ms, shared);
  return `${shared.openTimeLeft(left.isExact ? open : words.exactlyAbout(open))} (${shared.wallTimeLeft(wall)})`;
}

/** When the answer is due, on every tab of a narrow screen: one line with its zone, and what is left. */
export function DueStrip({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const left = useLeftWords(ticket);
  const now = useNow();
  const others = useTicketZones(ticket);
  const { promise, rows } = firstPromise(ticket);
  const isTheirTurn = ticket.state === "waiting-on-customer";
  return (
    <section className={classes.strip} aria-label={words.dueTitle}>
      <Due
        promise={promise}
        rows={rows}
        form="full"
        others={others}
        isTheirTurn={isTheirTurn}
        theirTurnSince={theirTurnSince(ticket)}
      />
      {left !== null && !isTheirTurn && <span className={classes.second}>{left}</span>}
      {!isTheirTurn && <UsedTime usage={usageOf(promise, now, rows)} />}
      <Severity severity={ticket.severity} />
    </section>
  );
}

/** The same instant where the customer sits and where the policy counts, when these differ from here. */
function Elsewhere(props: { readonly at: number; readonly others: readonly OtherZone[] }) {
  const { time, timeIn } = useSpeech();
  const at = dueMinute(props.at);
  const others = props.others.filter((other) => timeIn(other.zone).zoneWords(at) !== time.zoneWords(at));
  return (
    <p className={classes.second}>
      {time.zoneWords(at)}
      {others.map((other) => {
        const there = timeIn(other.zone);
        const clock = there.day(at) === time.day(at) ? there.clock(at) : there.short(at);
        return `; ${clock} (${there.zoneWords(at)})`;
      })}
    </p>
  );
}

/** Once answered: whose turn it is now. */
function Answered({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const since = theirTurnSince(ticket);
  if (ticket.state === "waiting-on-customer") {
    return (
      <p>
        <Due promise={null} isTheirTurn theirTurnSince={since} />
      </p>
    );
  }
  if (ticket.state === "waiting-on-us") return <p>{words.reopenedTurn}</p>;
  return null;
}

function Receipt({ ticket }: { readonly ticket: DeskTicket }) {
  const [isOpen, setOpen] = useState(false);
  useKeys({ why: ticket.receipt === null ? undefined : () => setOpen((was) => !was) });
  if (ticket.receipt === null) return null;
  return (
    <WhyThisTime
      receipt={ticket.receipt}
      file={{ number: ticket.number, read: () => receiptText(ticket.number) }}
      isOpen={isOpen}
      onToggle={setOpen}
      keyShortcut="w"
    />
  );
}

/** The receipt as the desk's API gives it now. */
async function receiptText(number: number): Promise<string> {
  const { receipt } = await unwrap(
    troth.api.GET("/v1/desk/tickets/{number}", { params: { path: { number } } }),
  );
  return JSON.stringify(receipt);
}
