import { useClockWords } from "../catalogue/use-clock-words.ts";
import type { ClockWords } from "../catalogue/words.ts";
import { durationWords, targetWords } from "../speech/duration.ts";
import { PolicyText } from "../speech/policy-text.tsx";
import { type Speech, useSpeech } from "../speech/speech.tsx";
import { useNow } from "../speech/use-now.ts";
import type { PromiseOfReply, TimelineEntry } from "../wire.ts";
import { movesOf, type PromiseMove, toldPromises } from "./promise-moves.ts";
import { isBinding, standOf } from "./promise-stand.ts";
import classes from "./promises.module.css";
import { When } from "./when.tsx";

type PromiseListProps = {
  readonly promises: readonly PromiseOfReply[];
  /** Tells who changed a severity and why; what is not in it has no name. */
  readonly timeline: readonly TimelineEntry[];
  readonly reader: "agent" | "customer";
};

/** Every promise of a ticket: how it stands, and each move with when, why and who. Null when there is none. */
export function PromiseList({ promises, timeline, reader }: PromiseListProps) {
  const told = toldPromises(promises);
  if (told.length === 0) return null;
  return (
    <ul className={classes.promises}>
      {told.map((promise) => (
        <li key={`${promise.metric} ${promise.startedAt}`}>
          <Stand promise={promise} reader={reader} />
          <Moves promise={promise} moves={movesOf(promise, timeline)} />
        </li>
      ))}
    </ul>
  );
}

function Stand({ promise, reader }: { readonly promise: PromiseOfReply } & Pick<PromiseListProps, "reader">) {
  const words = useClockWords();
  const { words: shared, locale } = useSpeech();
  const now = useNow();
  const names: Readonly<Record<string, string>> = words.metrics;
  const name = names[promise.metric];
  const target = targetWords(promise.target, locale);
  return (
    <>
      <strong className={classes.metric}>{name ?? <PolicyText>{promise.metric}</PolicyText>}</strong>
      {": "}
      {standWords(promise, now, words, shared, reader)}
      {target !== "" && (
        <span className={classes.second}>
          {shared.firmness[promise.firmness]}: {target}
        </span>
      )}
    </>
  );
}

function standWords(
  promise: PromiseOfReply,
  now: number,
  words: ClockWords,
  shared: Speech["words"],
  reader: PromiseListProps["reader"],
) {
  const stand = standOf(promise, now);
  const isFirm = isBinding(promise);
  const answered = promise.stoppedAt === null ? "" : <When at={promise.stoppedAt} />;
  switch (stand.kind) {
    case "due":
    case "standing": {
      const due = <When at={stand.dueAt} isDue />;
      const isBefore = promise.op === "less-than";
      if (isFirm) return isBefore ? words.dueBefore(due) : words.dueBy(due);
      return isBefore ? words.expectedBefore(due) : words.expectedBy(due);
    }
    case "their-turn":
      return reader === "agent" ? words.pausedNow : words.pausedNowCustomer;
    case "kept": {
      const due = <When at={stand.dueAt} isDue />;
      return isFirm ? words.kept(answered, due) : words.asExpected(answered, due);
    }
    case "late": {
      const due = <When at={stand.dueAt} isDue />;
      return isFirm ? words.late(due) : words.longer(due);
    }
    case "answered-late": {
      const due = <When at={stand.dueAt} isDue />;
      const length = durationWords(stand.lateMs, shared);
      return isFirm ? words.lateAnswered(answered, due, length) : words.longerAnswered(answered, due, length);
    }
    case "withdrawn":
      return words.withdrawn;
    case "cancelled":
      return words.cancelled;
    case "none":
      break;
  }
  if (stand.isAnswered) return words.answeredNoDue(answered);
  return promise.isHoursUnknown ? words.noHours : words.noTime;
}

function Moves(props: { readonly promise: PromiseOfReply; readonly moves: readonly PromiseMove[] }) {
  const words = useClockWords();
  if (props.moves.length === 0) return null;
  return (
    <ol className={classes.moves} aria-label={words.promiseHistory}>
      {props.moves.map((move) => (
        <li key={`${move.at} ${move.why} ${move.dueTo ?? ""}`}>
          <Move move={move} isFirm={isBinding(props.promise)} />
        </li>
      ))}
    </ol>
  );
}

function Move({ move, isFirm }: { readonly move: PromiseMove; readonly isFirm: boolean }) {
  const words = useClockWords();
  const { words: shared } = useSpeech();
  const reasons: Readonly<Record<string, string>> = shared.promiseReasons;
  return (
    <>
      {moveWords(move, isFirm, words)} {reasons[move.why] ?? move.why}{" "}
      {move.by !== "" && <span dir="auto">{words.movedBy(move.by)}</span>}{" "}
      {move.reason !== "" && <span dir="auto">{shared.reasonGiven(move.reason)}</span>}
    </>
  );
}

function moveWords(move: PromiseMove, isFirm: boolean, words: ClockWords) {
  const when = <When at={move.at} />;
  const from = move.dueFrom === null ? "" : <When at={move.dueFrom} isDue form="short" />;
  const to = move.dueTo === null ? "" : <When at={move.dueTo} isDue />;
  switch (move.kind) {
    case "moved":
      return isFirm ? words.moved(when, from, to) : words.movedExpected(when, from, to);
    case "kept":
      return isFirm ? words.keptDue(when, to) : words.keptExpected(when, to);
    case "ended":
      return (isFirm ? words.ended : words.endedExpected)(when, <When at={move.dueFrom ?? move.at} isDue />);
    case "given":
      break;
  }
  return isFirm ? words.given(when, to) : words.givenExpected(when, to);
}
