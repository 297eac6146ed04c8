/** Milliseconds since 1970-01-01T00:00Z, always an integer. */
export type Instant = number;

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** Wall-clock hours `[from, to)`. `to` may be "24:00"; in weekly hours `to <= from` runs into the next day. */
export type Hours = readonly [from: string, to: string];

/** A local date as `YYYY-MM-DD`. */
export type LocalDate = string;

/**
 * When a desk is open: `special` beats `closed` beats `hours`; then `breaks` are cut out.
 * The zone alone decides what is open and which date it is (clock.md A2, A8).
 */
export type Schedule = {
  readonly id?: string;
  readonly version?: string;
  /** An IANA zone, or a fixed offset such as `UTC-08:00`. */
  readonly zone: string;
  readonly hours: { readonly [day in Weekday]?: readonly Hours[] };
  readonly closed?: ReadonlyArray<{ readonly date: LocalDate; readonly name?: string }>;
  readonly special?: ReadonlyArray<{
    readonly date: LocalDate;
    readonly name?: string;
    readonly hours: readonly Hours[];
  }>;
  readonly breaks?: ReadonlyArray<{
    readonly date: LocalDate;
    readonly name?: string;
    readonly hours: readonly Hours[];
  }>;
};

/** Half-open span of time: `start` is inside, `end` is not. */
export type Span = { readonly start: Instant; readonly end: Instant };

/** Open time in milliseconds, or business days (each date with open time is one day whatever its length). */
export type Amount = { readonly ms: number } | { readonly days: Fraction | number };

/** An exact fraction; `den` is positive. */
export type Fraction = { readonly num: number; readonly den: number };

export type RowReason = "open" | "closed" | "holiday" | "special" | "break" | "paused" | "gap";

/** One line of a receipt. The counted amounts of all rows sum exactly to the amount asked (clock.md D3). */
export type Row = {
  readonly from: Instant;
  readonly to: Instant;
  readonly scheduleId: string | null;
  readonly version: string | null;
  readonly reason: RowReason;
  /** Name of the holiday, special day or break. */
  readonly name: string | null;
  /** What the row counts; negative in the receipt of a negative amount. */
  readonly businessMs: number;
  /** Null when the amount was asked in milliseconds. */
  readonly dayFraction: Fraction | null;
};

export type Receipt = { readonly from: Instant; readonly due: Instant; readonly rows: readonly Row[] };

/** A compiled schedule (or a union of several). Pure: the process's zone and clock play no part. */
export type Calendar = {
  /** True when every instant is open and every day has 24 hours: amounts are elapsed time. */
  readonly isAlways: boolean;
  readonly schedules: readonly Schedule[];
  isOpen(at: Instant): boolean;
  /** Earliest instant at which the amount is used up (latest, for a negative one); null when no open time is left. */
  add(from: Instant, amount: Amount, pauses?: readonly Span[]): Instant | null;
  /** Open milliseconds from one instant to another; negative when `to < from`. */
  between(from: Instant, to: Instant, pauses?: readonly Span[]): number;
  /** The same measure in business days, exact. */
  betweenDays(from: Instant, to: Instant, pauses?: readonly Span[]): Fraction;
  /** Why `add(from, amount)` is what it is, rows in order of time; null when no open time is left. */
  explain(from: Instant, amount: Amount, pauses?: readonly Span[]): Receipt | null;
  /** The next instant after `at` at which the desk opens or closes; null when there is none. */
  nextChange(at: Instant): { readonly at: Instant; readonly isOpen: boolean } | null;
};
