import type { Instant, Span } from "@troth/business-time";
import type { Firmness, RunnablePolicy, Target } from "@troth/policy";
import type { ClockState, Intake } from "../vocabulary.ts";
import type { AccountFacts } from "./account-facts.ts";

/** Finds a published policy version; the caller has every version that its events name. */
export type Rules = (policyVersion: string) => RunnablePolicy;

/** Why a promise was made or its due moved. */
export type PromiseReason =
  | "started"
  | "severity-raised"
  | "severity-lowered"
  | "severity-restored"
  | "plan-changed"
  | "confirmed-in-console"
  | "policy-changed"
  | "schedule-changed"
  | "lapsed"
  | "reinstated"
  | "resumed"
  | "merged";

/** From `from` on (null: from the beginning) hours are those of this version of the calendar. */
export type CalendarPiece = {
  readonly from: Instant | null;
  readonly policyVersion: string;
  readonly calendarVersion: string;
};

/** One promise with all that its due was computed from. Plain data: it can be stored and computed again. */
export type Snapshot = {
  readonly why: PromiseReason;
  readonly countedFrom: Instant;
  readonly policyVersion: string;
  readonly plan: string;
  readonly tier: string | null;
  readonly severity: string;
  readonly intake: Intake;
  readonly category: string | null;
  readonly account?: AccountFacts;
  /** Null when the policy states none for this case. */
  readonly target: Target | null;
  readonly calendarId: string | null;
  /** The version in force at the end. */
  readonly calendarVersion: string | null;
  /** Null when the clock runs round the clock. */
  readonly zone: string | null;
  readonly calendars: readonly CalendarPiece[];
  readonly dueAt: Instant | null;
};

/** A move of the due, or a change that could have moved it and did not; `seq` is that of its event. */
export type PromiseChange = {
  readonly at: Instant;
  readonly seq: number;
  readonly why: PromiseReason;
  readonly dueFrom: Instant | null;
  readonly dueTo: Instant | null;
};

/** One clock of a ticket: what was promised, and how it stands. */
export type Commitment = {
  readonly metric: string;
  readonly firmness: Firmness;
  readonly op: Target["op"];
  /** A late answer is `breached` with a `stoppedAt` (clock.md E7). */
  readonly state: ClockState;
  readonly startedAt: Instant;
  /** Null when withdrawn or without a figure. While paused: as it stood when the pause began. */
  readonly dueAt: Instant | null;
  readonly stoppedAt: Instant | null;
  /** The promise that gives the due. */
  readonly snapshot: Snapshot;
  /** The other promises in force; the due is the earliest of all. */
  readonly others: readonly Snapshot[];
  readonly pauses: readonly Span[];
  readonly history: readonly PromiseChange[];
  /** The ticket in which the clock goes on after a merge; it never falls due here. */
  readonly continuesIn: string | null;
};

/** Whether a figure is promised that nothing says the hours of: they go by a fact of the customer that is not known. */
export function isHoursUnknown({
  state,
  dueAt,
  snapshot,
}: Pick<Commitment, "state" | "dueAt" | "snapshot">): boolean {
  return dueAt === null && state !== "withdrawn" && snapshot.target?.lowered != null;
}

/** Whether `at` is too late: at due for `less-than`, after due for `within` (B4, E1). */
export function isLate(at: Instant, dueAt: Instant, op: Target["op"]): boolean {
  return op === "less-than" ? at >= dueAt : at > dueAt;
}
