/** How many, in which stretch of time. `unlimited` is said by a null count. */
export type QuotaLimit = {
  readonly count: number | null;
  /** What is counted, where it is not the thing itself, e.g. `hours`. */
  readonly unit: string | null;
  readonly per: QuotaPeriod;
};

export type QuotaPeriod =
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "half-year"
  | "year"
  | "subscription"
  | "always";

/** What narrows a channel, for everybody or on one plan. A key that is absent narrows nothing. */
export type ChannelLimits = {
  readonly categories?: readonly string[];
  readonly products?: readonly string[];
  readonly severities?: readonly string[];
  readonly languages?: readonly string[];
  /** The calendar of its opening hours. */
  readonly hours?: string;
  readonly quota?: QuotaLimit;
  readonly note?: string;
};

/** A plan that is bought beside another. `to` is null where it goes with any plan. */
export type AddOn = {
  readonly to: readonly string[] | null;
  readonly per: "organisation" | "account" | "project" | "cluster" | "ticket" | null;
};

/** What a plan costs: the greater of the two where both are given. */
export type Price = {
  readonly flat: number | null;
  readonly percent: number | null;
  /** What the percentage is of, in words. */
  readonly of: string | null;
  readonly currency: string | null;
  readonly per: "month" | "year" | "ticket" | null;
  readonly note: string | null;
};
