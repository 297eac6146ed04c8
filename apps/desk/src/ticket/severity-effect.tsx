import { useQuery } from "@tanstack/react-query";
import {
  durationWords,
  ProblemNote,
  severityNotice,
  useDeskWords,
  useSpeech,
  Waiting,
  When,
} from "@troth/ui";
import { read } from "../queries.ts";
import type { AssessPreview, DeskTicket } from "../wire.ts";
import classes from "./dialog.module.css";

/** Old and new due, and what the customer will read: shown before anything is done. */
export function SeverityEffect(props: {
  readonly ticket: DeskTicket;
  readonly to: string;
  readonly reason: string;
}) {
  const { ticket, to } = props;
  const words = useDeskWords();
  const speech = useSpeech();
  const preview = useQuery(read.assessPreview(ticket.number, to, ticket.version));
  if (preview.error !== null) {
    return <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />;
  }
  if (preview.data === undefined) return <Waiting />;
  const theirs = speech.timeIn(ticket.requester.zone ?? speech.zone);
  return (
    <section className={classes.effect} aria-live="off">
      <h3>{words.replyDue}</h3>
      <p>
        <DueChange preview={preview.data} />
      </p>
      <h3>{words.customerSees}</h3>
      <blockquote dir="auto">
        {severityNotice(changeOf(preview.data, props.reason), theirs, speech.words).map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
      </blockquote>
      <p className={classes.second}>{words.customerTold(ticket.requester.name)}</p>
    </section>
  );
}

function changeOf({ from, to, dueFrom, dueTo }: AssessPreview, reason: string) {
  return { from: from.name, to: to.name, isRaised: to.rank < from.rank, reason, dueFrom, dueTo };
}

function DueChange({ preview }: { readonly preview: AssessPreview }) {
  const words = useDeskWords();
  const shared = useSpeech().words;
  const { dueFrom, dueTo } = preview;
  if (dueFrom === dueTo) return words.dueUnchanged;
  const instant = (at: string | null) => (at === null ? shared.noTime : <When at={at} isDue />);
  const moved = dueFrom === null || dueTo === null ? 0 : Date.parse(dueTo) - Date.parse(dueFrom);
  const length = durationWords(moved, shared);
  return (
    <>
      {words.dueFromTo(instant(dueFrom), instant(dueTo))}
      {moved !== 0 && `, ${moved > 0 ? words.dueLater(length) : words.dueEarlier(length)}`}
    </>
  );
}
