import type { Readings } from "../types.ts";

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
};

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
    answers: new Map([["one local date with open hours", "local-date-with-open-hours"]]),
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
