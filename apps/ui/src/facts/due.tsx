import {
  IconCircleMinus,
  IconCircleX,
  IconClock,
  IconClockCheck,
  IconClockExclamation,
  IconHourglassLow,
  IconMoon,
  IconPlayerPause,
} from "@tabler/icons-react";
import type { ReactElement } from "react";
import { durationWords } from "../speech/duration.ts";
import { type Speech, useSpeech } from "../speech/speech.tsx";
import { useNow } from "../speech/use-now.ts";
import type { PromiseOfReply, ReceiptRow } from "../wire.ts";
import classes from "./facts.module.css";
import { type CountedLeft, isBinding, type Stand, standOf } from "./promise-stand.ts";
import { type OtherZone, When, type WhenForm } from "./when.tsx";

type DueProps = {
  readonly promise: PromiseOfReply | null;
  /** Rows of the receipt; with them the clock's standing still is told. */
  readonly rows?: readonly ReceiptRow[];
  /** Open time left, where there are no rows. */
  readonly counted?: CountedLeft | null;
  readonly form?: WhenForm;
  readonly others?: readonly OtherZone[];
  /** True when the customer is expected to act; shown instead of the time, with since when where it is known. */
  readonly isTheirTurn?: boolean;
  readonly theirTurnSince?: string | null;
};

const ICONS = {
  none: null,
  due: IconClock,
  near: IconHourglassLow,
  standing: IconMoon,
  "their-turn": IconPlayerPause,
  kept: IconClockCheck,
  late: IconClockExclamation,
  "answered-late": IconClockExclamation,
  withdrawn: IconCircleMinus,
  cancelled: IconCircleX,
} as const;

/** A due time as the desk reads it: icon and words; a solid line for a commitment, a dashed one for an expectation. */
export function Due(props: DueProps) {
  const speech = useSpeech();
  const now = useNow();
  const stand = standFor(props, now);
  const isFirm = props.promise !== null && isBinding(props.promise);
  const look = stand.kind === "due" && stand.isNear ? "near" : stand.kind;
  const Icon = ICONS[look];
  return (
    <span className={classes.due} data-look={look} data-firm={isFirm}>
      {Icon !== null && <Icon size={16} stroke={1.75} aria-hidden />}
      <span>{wordsFor(stand, isFirm, speech, props)}</span>
    </span>
  );
}

function standFor(props: DueProps, now: number): Stand {
  if (props.isTheirTurn === true) {
    return { kind: "their-turn", since: props.theirTurnSince ? Date.parse(props.theirTurnSince) : null };
  }
  return standOf(props.promise, now, props.rows, props.counted);
}

function wordsFor(stand: Stand, isFirm: boolean, speech: Speech, props: DueProps): ReactElement | string {
  const { words } = speech;
  const length = (ms: number) => durationWords(ms, words);
  const when = (at: number) => (
    <span className={classes.instant}>
      <When
        at={at}
        isDue
        form={props.form ?? "compact"}
        {...(props.others === undefined ? {} : { others: props.others })}
      />
    </span>
  );
  switch (stand.kind) {
    case "none":
      if (stand.isAnswered) return words.answeredNoTime;
      return props.promise?.isHoursUnknown ? words.hoursNotKnown : words.noTime;
    case "due":
    case "standing":
      return isFirm ? words.due(when(stand.dueAt)) : words.expected(when(stand.dueAt));
    case "their-turn":
      return (
        <>
          {words.theirTurn} {stand.since !== null && words.since(<When at={stand.since} form="day" />)}
        </>
      );
    case "kept":
      return isFirm ? words.keptEarly(length(stand.earlyMs)) : words.answeredEarly(length(stand.earlyMs));
    case "late":
      return (
        <>
          <strong>
            {isFirm ? words.lateBy(length(stand.lateMs)) : words.longerBy(length(stand.lateMs))}
          </strong>
          {", "}
          {isFirm ? words.wasDue(when(stand.dueAt)) : words.wasExpected(when(stand.dueAt))}
        </>
      );
    case "answered-late":
      return isFirm ? words.answeredLateBy(length(stand.lateMs)) : words.longerBy(length(stand.lateMs));
    case "withdrawn":
      return words.withdrawn;
    case "cancelled":
      break;
  }
  return words.cancelled;
}
