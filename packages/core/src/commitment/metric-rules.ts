/** When the clock of a metric starts and stops, and whether waiting on the customer pauses it (clock.md C, E8). */
export type MetricRule = {
  readonly metric: string;
  readonly startsAt: "opening" | "unanswered-message" | "public-answer";
  readonly stopsAt: "public-answer" | "resolution";
  readonly isPausedByWaiting: boolean;
  /** False for a clock that runs even where the policy states no figure, so that it can be measured. */
  readonly needsTarget: boolean;
};

/**
 * The metrics that a ticket's own events can measure. A metric of a policy that is not here (a root-cause
 * report, say) has no clock of this kind. First response never pauses: asking the customer is the response (C5).
 */
export const METRIC_RULES: readonly MetricRule[] = [
  {
    metric: "first-response",
    startsAt: "opening",
    stopsAt: "public-answer",
    isPausedByWaiting: false,
    needsTarget: false,
  },
  {
    metric: "next-response",
    startsAt: "unanswered-message",
    stopsAt: "public-answer",
    isPausedByWaiting: true,
    needsTarget: false,
  },
  {
    metric: "update-every",
    startsAt: "public-answer",
    stopsAt: "public-answer",
    isPausedByWaiting: true,
    needsTarget: true,
  },
  {
    metric: "resolution",
    startsAt: "opening",
    stopsAt: "resolution",
    isPausedByWaiting: true,
    needsTarget: true,
  },
];
