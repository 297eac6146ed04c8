import type { SharedWords } from "../catalogue/words.ts";
import { When } from "../facts/when.tsx";
import { useSpeech } from "../speech/speech.tsx";
import type { TimelineEntry as Entry } from "../wire.ts";
import classes from "./thread.module.css";

/** Severities by id, for events that name them so. */
export type SeverityNames = readonly { readonly id: string; readonly rank: number; readonly name: string }[];

/** What happened, in one sentence. An unknown kind is named as it is rather than hidden. */
export function eventSentence(entry: Entry, words: SharedWords, severities: SeverityNames = []): string {
  const { by, from, reason } = entry;
  const to = entry.to ?? "";
  const severity = (id: string) => {
    const known = severities.find((one) => one.id === id);
    return known === undefined ? id : `${known.rank} ${known.name}`;
  };
  const { events } = words;
  switch (entry.kind) {
    case "ticket.assigned":
      return by === to ? events.took(by) : events.assigned(by, entry.to);
    case "severity.assessed":
      return from === null || from === to
        ? events.assessed(by, severity(to))
        : events.reassessed(by, severity(from), severity(to));
    case "ticket.resolved":
      return events.resolved(by, to);
    case "plan.changed":
      return reason === "lapsed" ? events.planEnded : events.planChanged(to);
    case "clock.breached":
      return to === "commitment" || to === "per-contract" ? events.breached : events.outlasted;
    default:
      return events.other(entry.kind, by);
  }
}

/** Kinds whose `reason` a person wrote. */
const REASONED: ReadonlySet<string> = new Set(["severity.assessed", "ticket.resolved"]);

/** One line between messages: when, what, and the reason that was given. */
export function TimelineLine(props: { readonly entry: Entry; readonly severities?: SeverityNames }) {
  const { words } = useSpeech();
  const { entry } = props;
  return (
    <p className={classes.event}>
      <When at={entry.at} form="short" />
      <span>
        {eventSentence(entry, words, props.severities)}.{" "}
        {REASONED.has(entry.kind) && entry.reason !== null && entry.reason !== "" && (
          <span dir="auto">{words.reasonGiven(entry.reason)}</span>
        )}
      </span>
    </p>
  );
}

/** All that happened to a ticket, oldest first. */
export function Timeline(props: { readonly entries: readonly Entry[]; readonly severities?: SeverityNames }) {
  const { words } = useSpeech();
  return (
    <ol className={classes.timeline} aria-label={words.timeline}>
      {props.entries.map((entry) => (
        <li key={entry.seq}>
          <TimelineLine entry={entry} severities={props.severities ?? []} />
        </li>
      ))}
    </ol>
  );
}
