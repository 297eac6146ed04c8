import { useAroundWords } from "../catalogue/use-around-words.ts";
import { useTextWords } from "../catalogue/use-text-words.ts";
import type { SharedWords } from "../catalogue/words.ts";
import { When } from "../facts/when.tsx";
import { MaskedText } from "../secrets/masked-text.tsx";
import { WithPolicyText } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import type { TimelineEntry as Entry } from "../wire.ts";
import { aroundSentence, writtenWith } from "./around-event.tsx";
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
  const marks: Readonly<Record<string, string>> = events.marks;
  switch (entry.kind) {
    case "ticket.assigned":
      return by === to ? events.took(by) : events.assigned(by, entry.to);
    case "severity.assessed":
      return from === null || from === to
        ? events.assessed(by, severity(to))
        : events.reassessed(by, severity(from), severity(to));
    case "issue.confirmed":
      return events.issueConfirmed(by);
    case "misuse.marked":
      return events.misuseMarked(by);
    case "misuse.withdrawn":
      return events.misuseWithdrawn(by);
    case "ticket.resolved":
      return endSentence(entry, words);
    case "plan.changed":
      if (reason === "support-ended") return events.supportEnded;
      return reason === "lapsed" ? events.planEnded : events.planChanged(to);
    case "clock.breached":
      return to === "commitment" || to === "per-contract" ? events.breached : events.outlasted;
    case "clock.warned":
      return marks[to] ?? events.other(entry.kind, by);
    case "incident.linked":
      return events.incidentLinked(by, to);
    case "incident.unlinked":
      return events.incidentUnlinked(by, to);
    case "incident.ended":
      return events.incidentEnded(to);
    case "release.out":
      return events.releaseOut(to);
    case "wish.noted":
      return events.wishNoted(by, to);
    case "wish.left":
      return events.wishLeft(by, to);
    case "wish.told":
      return wishSentence(entry, events);
    case "clock.corrected":
      return events.corrected;
    default:
      return events.other(entry.kind, by);
  }
}

/** An end with its release, where it names one. */
function endSentence({ by, from, to, outcome }: Entry, { events, outcomes }: SharedWords): string {
  const ended = events.resolved(by, outcomes[outcome?.id ?? ""] ?? to ?? "");
  return from === null ? ended : events.inRelease(ended, from);
}

/** What became of the wish that the ticket asks for; see `wishEntry` for what the entry holds. */
function wishSentence({ from, to, reason }: Entry, events: SharedWords["events"]): string {
  const title = to ?? "";
  switch (from) {
    case "planned":
      return events.wishPlanned(title, reason ?? "");
    case "out":
      return reason === null ? events.wishOut(title) : events.wishOutWith(title, reason);
    case "declined":
      return events.wishDeclined(title);
    default:
      return events.wishBack(title);
  }
}

/** One line between messages: when, what, and the reason that was given. */
export function TimelineLine(props: { readonly entry: Entry; readonly severities?: SeverityNames }) {
  const around = useAroundWords();
  const { entry } = props;
  const written = writtenWith(entry, around);
  return (
    <p className={classes.event}>
      <When at={entry.at} />
      <span>
        <EventWords entry={entry} severities={props.severities ?? []} />.{" "}
        {written !== null && (
          <span dir="auto">
            <MaskedText text={written} />
          </span>
        )}
        {entry.broughtFrom !== null && <> {around.broughtFrom(String(entry.broughtFrom))}</>}
      </span>
    </p>
  );
}

/** The sentence with the policy's words in it marked, and with its times as elements. */
function EventWords(props: { readonly entry: Entry; readonly severities: SeverityNames }) {
  const { words } = useSpeech();
  const text = useTextWords();
  const around = aroundSentence(props.entry, useAroundWords());
  const { kind, by, from, to, reason } = props.entry;
  if (around !== null) return around;
  if (kind === "secret.looked-at") {
    return text.secrets.looked(by, to ?? "", from === null ? words.noTime : <When at={from} />);
  }
  if (kind === "promise.moved") {
    const reasons: Readonly<Record<string, string>> = words.promiseReasons;
    const instant = (at: string | null) => (at === null ? words.noTime : <When at={at} isDue />);
    return (
      <>
        {words.dueMoved(instant(from), instant(to))}.{" "}
        {(reasons[reason ?? ""] ?? reason ?? "").replace(/\.$/, "")}
      </>
    );
  }
  const names = props.severities.map(({ name }) => name);
  const parts = kind === "ticket.resolved" || kind === "plan.changed" ? [to ?? ""] : names;
  return <WithPolicyText text={eventSentence(props.entry, words, props.severities)} parts={parts} />;
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
