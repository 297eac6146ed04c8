import type { At } from "../source/report.ts";
import type { Readings } from "../types.ts";
import { choice, type Shape } from "./shape.ts";

/** One thing that published words leave open, with the answers the desk knows how to run. */
export type Reading = {
  readonly key: string;
  readonly property: keyof Readings | null;
  /** How the page names it, before the answer. */
  readonly title: string;
  /** What is open, as the end of “The policy does not say …”. */
  readonly asks: string;
  /** Answers in words, each with the value the desk runs. The first stands in the mend. */
  readonly answers: ReadonlyMap<string, string | boolean>;
  /** An answer with a number in it, e.g. `8 business hours`; null for words that are none. */
  readonly figure?: (words: string) => string | null;
};

const HOURS = /^(\d{1,2}(?:\.\d{1,2})?) (?:business|open|window)[ -]hours?$/;

/** `8 business hours`, of more than none and no more than a day has. */
function hoursOfDay(words: string): string | null {
  const hours = Number(HOURS.exec(words.trim())?.[1]);
  return hours > 0 && hours <= 24 ? `${hours} business hours` : null;
}

/** Reads an answer in one of its words, or with a number of its own. */
export function readingShape({ answers, figure }: Reading): Shape<At<string | boolean>> {
  const words = choice(answers, answers.values().next().value ?? "");
  if (figure === undefined) return words;
  const wanted = `${words.wanted}, or a figure such as \`8 business hours\``;
  return {
    ...words,
    wanted,
    read(tree, report) {
      const value = tree.kind === "text" ? figure(tree.text) : null;
      return value === null ? words.read(tree, report) : { value, at: tree.at };
    },
  };
}

/** How an author words a reading's value; undefined for a value that is none of its answers. */
export function readingWords(reading: Reading, value: unknown): string | undefined {
  const words = [...reading.answers].find(([, answer]) => answer === value)?.[0];
  return words ?? (typeof value === "string" ? (reading.figure?.(value) ?? undefined) : undefined);
}

const yesOrNo: ReadonlyMap<string, boolean> = new Map([
  ["no", false],
  ["yes", true],
]);

/** The readings of the policy language, (a) to (i); (j) is the finding `zone-fixed-offset`. */
export const READINGS: readonly Reading[] = [
  {
    key: "business-day",
    title: "A business day",
    property: "businessDay",
    asks: "what a business day is",
    answers: new Map([
      ["one local date with open hours", "local-date-with-open-hours"],
      ["until the end of the following open day", "end-of-following-open-day"],
      ["until the same time on the following open day", "same-time-on-following-open-day"],
    ]),
    figure: hoursOfDay,
  },
  {
    key: "next-business-day",
    title: "The next business day",
    property: "nextBusinessDay",
    asks: "how long the next business day lasts",
    answers: new Map([
      ["until the end of the first open day after the request", "end-of-next-open-day"],
      ["one business day", "one-business-day"],
    ]),
  },
  {
    key: "tie",
    title: "An answer at the very instant, where a target says neither “less than” nor “within”",
    property: "tie",
    asks: "whether an answer at the very instant of a target is late",
    answers: new Map([
      ["late", "late"],
      ["met", "met"],
    ]),
  },
  {
    key: "hour-in-business-calendar",
    title: "Minutes and hours in a calendar that closes",
    property: null,
    asks: "how plain minutes and hours count in a calendar that closes",
    answers: new Map([["open time only", "open-time"]]),
  },
  {
    key: "day-in-business-calendar",
    title: "A plain day in a calendar that closes",
    property: "day",
    asks: "what a plain day is in a calendar that closes",
    answers: new Map([["a business day", "business-day-in-business-calendar"]]),
  },
  {
    key: "business-unit-round-the-clock",
    title: "Business time in a calendar that never closes",
    property: null,
    asks: "what a business hour or business day is in a calendar that never closes",
    answers: new Map([["elapsed time", "elapsed"]]),
  },
  {
    key: "without-calendar",
    title: "A time that names no hours",
    property: null,
    asks: "which hours count for a figure that names no calendar",
    answers: new Map([["round the clock", "always"]]),
  },
  {
    key: "business-week",
    title: "A business week",
    property: null,
    asks: "what a business week is",
    answers: new Map([["five business days", "five-business-days"]]),
  },
  {
    key: "month",
    title: "A month",
    property: null,
    asks: "how long a month is",
    answers: new Map([["30 days", "thirty-days"]]),
  },
  {
    key: "severity-raised",
    title: "New due time when a severity is raised",
    property: "severityRaised",
    asks: "what raising a severity does to a running clock",
    answers: new Map([["earlier of old due and raise + new target", "earlier-of-old-and-raise-plus-target"]]),
  },
  {
    key: "severity-lowered",
    title: "New due time when a severity is lowered",
    property: "severityLowered",
    asks: "what lowering a severity does to a running clock",
    answers: new Map([["original start + new target", "original-start-plus-target"]]),
  },
  {
    key: "severity-restored",
    title: "Due time when a severity goes back to one the ticket had before",
    property: "severityRestored",
    asks: "what going back to an earlier severity does to a running clock",
    answers: new Map([["as under the earlier promise", "as-under-the-earlier-promise"]]),
  },
  {
    key: "already-missed",
    title: "A due time that has passed",
    property: "alreadyMissed",
    asks: "what a later change does to a due time that has passed",
    answers: new Map([["stays missed", "stays-missed"]]),
  },
  {
    key: "plan-changed",
    title: "New due time when the plan changes",
    property: "planChanged",
    asks: "what a change of plan does to a running clock",
    answers: new Map([
      ["earlier of old due and change + new target", "better-of-old-and-change-plus-target"],
    ]),
  },
  {
    key: "policy-changed",
    title: "New due time when this policy changes",
    property: "policyChanged",
    asks: "what a new version of the policy does to a running clock",
    answers: new Map([["earlier of old and new due", "better-of-old-and-new"]]),
  },
  {
    key: "automatic-reply-stops-clock",
    title: "An automatic reply counts as an answer",
    property: "automaticReplyStopsClock",
    asks: "whether an automatic reply counts as an answer",
    answers: yesOrNo,
  },
  {
    key: "ai-reply-stops-clock",
    title: "An AI reply counts as an answer",
    property: "aiReplyStopsClock",
    asks: "whether an AI reply counts as an answer",
    answers: yesOrNo,
  },
  {
    key: "question-stops-clock",
    title: "A request for more information counts as an answer",
    property: "questionStopsClock",
    asks: "whether a request for more information counts as an answer",
    answers: new Map([["yes", true]]),
  },
  {
    key: "reopened",
    title: "The clock of a ticket that is opened again",
    property: "reopened",
    asks: "what opening a ticket again does to its clocks",
    answers: new Map([["a next response from the customer's message", "next-response-from-the-message"]]),
  },
  {
    key: "zone-and-holidays",
    title: "Zone and holidays that count",
    property: "zoneAndHolidays",
    asks: "whose zone and whose holidays count",
    answers: new Map([["those of the calendar", "of-the-calendar"]]),
  },
  {
    key: "empty-cell",
    title: "An empty cell of a table",
    property: "emptyCell",
    asks: "what an empty cell of a table means",
    answers: new Map([
      ["no", "no"],
      ["unstated", "unstated"],
    ]),
  },
  {
    key: "outside-hours",
    title: "The clock of a request outside hours starts",
    property: "outsideHours",
    asks: "when the clock of a request outside hours starts",
    answers: new Map([["at the next opening", "starts-at-next-opening"]]),
  },
  {
    key: "summer-time",
    title: "Summer time",
    property: null,
    asks: "whether a fixed offset ignores summer time on purpose",
    answers: new Map([["ignored", "ignored"]]),
  },
];
