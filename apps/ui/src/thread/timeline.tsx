import type { SharedWords } from "../catalogue/words.ts";
import { When } from "../facts/when.tsx";
import { useSpeech } from "../speech/speech.tsx";
import type { TimelineEntry as Entry } from "../wire.ts";
import classes from "./thread.module.css";

/** What happened, in one sentence. An unknown kind is named as it is rather than hidden. */
export function eventSentence(entry: Entry, words: SharedWords): string {
  const { by, from, to } = entry;
  switch (entry.kind) {
    case "ticket.opened":
      return words.events["ticket.opened"](by);
    case "ticket.replied":
      return words.events["ticket.replied"](by);
    case "ticket.noted":
      return words.events["ticket.noted"](by);
    case "ticket.assigned":
      return words.events["ticket.assigned"](by, to);
    case "ticket.assessed":
      return words.events["ticket.assessed"](by, from, to);
    case "ticket.resolved":
      return words.events["ticket.resolved"](by, to);
    case "ticket.reopened":
      return words.events["ticket.reopened"](by);
    case "ticket.closed":
      return words.events["ticket.closed"]();
    case "promise.breached":
      return words.events["promise.breached"]();
    case "promise.kept":
      return words.events["promise.kept"]();
    default:
      return words.events.other(entry.kind, by);
  }
}

/** One line between messages: when, what, and the reason that was given. */
export function TimelineLine({ entry }: { readonly entry: Entry }) {
  const { words } = useSpeech();
  return (
    <p className={classes.event}>
      <When at={entry.at} form="short" />
      <span>
        {eventSentence(entry, words)}.{" "}
        {entry.reason !== null && entry.reason !== "" && (
          <span dir="auto">{words.reasonGiven(entry.reason)}</span>
        )}
      </span>
    </p>
  );
}

/** All that happened to a ticket, oldest first. */
export function Timeline({ entries }: { readonly entries: readonly Entry[] }) {
  const { words } = useSpeech();
  return (
    <ol className={classes.timeline} aria-label={words.timeline}>
      {entries.map((entry) => (
        <li key={entry.seq}>
          <TimelineLine entry={entry} />
        </li>
      ))}
    </ol>
  );
}
