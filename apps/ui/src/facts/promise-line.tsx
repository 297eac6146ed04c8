import type { ReactElement } from "react";
import { durationWords, targetWords } from "../speech/duration.ts";
import { WithPolicyText } from "../speech/policy-text.tsx";
import { type Speech, useSpeech } from "../speech/speech.tsx";
import { useNow } from "../speech/use-now.ts";
import { cityOf } from "../speech/zone.ts";
import type { PromiseOfReply } from "../wire.ts";
import classes from "./facts.module.css";
import { isBinding, standOf } from "./promise-stand.ts";
import { When } from "./when.tsx";

type PromiseLineProps = {
  readonly promise: PromiseOfReply | null;
  /** Names of plan and severity to show with the target: “Enterprise Standard”, “Severity 2”. */
  readonly plan?: string;
  readonly severity?: string;
  /** Who has it by name; null for nobody yet. With it a late promise says what happens next. */
  readonly holder?: string | null;
};

/** The customer's loud line: when they hear from us, and on what ground. Never red, never counting down. */
export function PromiseLine(props: PromiseLineProps) {
  const speech = useSpeech();
  const now = useNow();
  const { promise } = props;
  const stand = standOf(promise, now);
  const isLate = stand.kind === "late";
  const isFirm = promise !== null && isBinding(promise);
  // What no longer applies has no ground to stand on either.
  const isOver = stand.kind === "withdrawn" || stand.kind === "cancelled";
  return (
    <div className={classes.promise} data-late={isLate} data-firm={isFirm}>
      <p className={classes.promiseLine}>{promiseSentence(promise, now, speech)}</p>
      {isLate && props.holder !== undefined && (
        <p>{isFirm ? speech.words.lateNext(props.holder) : speech.words.longerNext(props.holder)}</p>
      )}
      {promise !== null && promise.target !== null && !isOver && (
        <p className={classes.promiseBasis}>
          <WithPolicyText
            text={speech.words.basis(
              speech.words.firmness[promise.firmness],
              targetWords(promise.target, speech.locale),
              props.severity ?? "",
              props.plan ?? "",
            )}
            parts={[props.plan ?? ""]}
          />
        </p>
      )}
    </div>
  );
}

/** The same sentence for other places; the times in it are elements, `textOf` does not read them. */
export function promiseSentence(
  promise: PromiseOfReply | null,
  now: number,
  speech: Speech,
): ReactElement | string {
  const { words } = speech;
  const stand = standOf(promise, now);
  if (promise === null) return words.noPromisedTime;
  const isFirm = isBinding(promise);
  const answered = promise.stoppedAt === null ? null : <When at={promise.stoppedAt} />;
  const due = dueWords(promise, speech);
  switch (stand.kind) {
    case "none":
      if (answered !== null) return words.answeredOn(answered);
      return promise.isHoursUnknown ? words.hoursUnknown : words.noPromisedTime;
    case "due":
    case "standing": {
      const isBefore = promise.op === "less-than" && !promise.isDueAtClosing;
      if (isFirm) return isBefore ? words.willReplyBefore(due) : words.willReplyBy(due);
      return isBefore ? words.usuallyReplyBefore(due) : words.usuallyReplyBy(due);
    }
    case "their-turn":
      return words.weWaitForYou;
    case "kept":
      return isFirm
        ? words.promiseKept(answered, <When at={stand.dueAt} isDue form="short" />)
        : words.answeredAsExpected(answered, <When at={stand.dueAt} isDue form="short" />);
    case "late":
      return isFirm ? words.weAreLate(due) : words.takesLonger(due);
    case "answered-late": {
      const length = durationWords(stand.lateMs, words);
      return isFirm ? words.answeredLate(length) : words.answeredLaterThanExpected(length);
    }
    case "withdrawn":
      return words.promiseWithdrawn;
    case "cancelled":
      break;
  }
  return words.promiseCancelled;
}

/** A due at closing time is “by the end of Wed 4 Mar (17:00 New York)”, in the desk's zone. */
function dueWords(promise: PromiseOfReply, speech: Speech): ReactElement | string {
  if (promise.dueAt === null) return "";
  const zone = promise.calendar?.zone ?? null;
  const city = zone === null ? null : cityOf(zone);
  if (!promise.isDueAtClosing || zone === null || city === null) {
    return (
      <strong className={classes.instant}>
        <When at={promise.dueAt} isDue form="yours" others={otherZones(promise, speech)} />
      </strong>
    );
  }
  const there = speech.timeIn(zone);
  const at = Date.parse(promise.dueAt);
  return (
    <strong className={classes.instant}>
      <When
        at={at}
        label={speech.words.endOfDay(there.day(at), there.clock(at), city)}
        others={otherZones(promise, speech)}
      />
    </strong>
  );
}

/** The zone the policy counts in, for a time that opens. */
export function otherZones(promise: PromiseOfReply, speech: Speech) {
  const zone = promise.calendar?.zone ?? null;
  return zone === null ? [] : [{ label: speech.words.policyZone, zone }];
}
