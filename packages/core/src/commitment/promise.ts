import type { Instant, Span } from "@troth/business-time";
import { bindingsKey, type Firmness } from "@troth/policy";
import type { AccountFacts } from "./account-facts.ts";
import { addOn, amountOn, type Timeline, timelineOf } from "./calendar-timeline.ts";
import type { CalendarPiece, PromiseReason, Rules, Snapshot } from "./commitment.ts";
import { targetUnder } from "./target-for.ts";
import type { Terms } from "./terms.ts";

/** From `from` on, `calendar` (null: every one) is that of `policyVersion`. */
export type CalendarEdit = {
  readonly from: Instant | null;
  readonly policyVersion: string;
  readonly calendar: string | null;
};

/** What dues are computed with: the versions, and which of their calendars count when. In order of `from`. */
export type Book = { readonly rules: Rules; readonly edits: readonly CalendarEdit[] };

/** What a calendar is under a book's edits. */
type Edited = {
  readonly calendars: readonly CalendarPiece[];
  readonly timeline: Timeline;
  readonly calendarVersion: string | null;
  readonly zone: string | null;
};

const edited = new WeakMap<Rules, Map<string, Edited>>();

/** Found once for the same edits: after a publication thousands of tickets have the same ones. */
function editedCalendar(book: Book, calendarId: string, account: AccountFacts | undefined): Edited {
  let known = edited.get(book.rules);
  if (known === undefined) edited.set(book.rules, (known = new Map()));
  const bindings = account?.bindings;
  let key = bindings === undefined ? calendarId : `${calendarId}\n${bindingsKey(bindings)}`;
  for (const { from, policyVersion, calendar } of book.edits) {
    key += `\n${from ?? ""} ${policyVersion}\n${calendar ?? ""}`;
  }
  const before = known.get(key);
  if (before !== undefined) return before;
  const calendars = piecesOf(book, calendarId);
  const counted = { calendarId, calendars, ...(account === undefined ? {} : { account }) };
  const timeline = timelineOf(counted, book.rules);
  const zone = timeline.at(-1)?.calendar.schedules[0]?.zone ?? null;
  const found = { calendars, timeline, calendarVersion: calendars.at(-1)?.calendarVersion ?? null, zone };
  known.set(key, found);
  return found;
}

/** The versions of one calendar in order of time; an edit that leaves its hours alone is no part of its own. */
function piecesOf(book: Book, calendarId: string): readonly CalendarPiece[] {
  const pieces: CalendarPiece[] = [];
  for (const edit of book.edits) {
    if (edit.calendar !== null && edit.calendar !== calendarId) continue;
    const calendar = book.rules(edit.policyVersion).policy.calendars[calendarId];
    if (calendar === undefined || calendar.version === pieces.at(-1)?.calendarVersion) continue;
    const from = pieces.length === 0 ? null : edit.from;
    pieces.push({ from, policyVersion: edit.policyVersion, calendarVersion: calendar.version });
  }
  return pieces;
}

/** The same promise on the calendars and pauses as they are now. */
export function reprice(book: Book, promise: Snapshot, pauses: readonly Span[]): Snapshot {
  const { target } = promise;
  const lowered = target?.lowered ?? null;
  if (target === null || lowered === null) return promise;
  const { timeline, ...calendar } = editedCalendar(book, lowered.calendar, promise.account);
  return {
    ...promise,
    calendarId: lowered.calendar,
    ...calendar,
    dueAt: addOn(
      timeline,
      promise.countedFrom,
      amountOn(timeline, target, promise.countedFrom) ?? lowered.amount,
      pauses,
    ),
  };
}

export type PromiseCase = {
  readonly why: PromiseReason;
  readonly metric: string;
  readonly terms: Terms;
  readonly severity: string;
  readonly countedFrom: Instant;
};

/** The promise that the policy makes for a case, its due included. */
export function promiseFor(
  book: Book,
  { why, metric, terms, severity, countedFrom }: PromiseCase,
  pauses: readonly Span[],
): Snapshot {
  const { policyVersion, plan, tier, intake, category, account } = terms;
  const target = targetUnder(book.rules, terms, { severity, metric });
  const open: Snapshot = {
    why,
    countedFrom,
    policyVersion,
    plan,
    tier,
    intake,
    category,
    severity,
    ...(account === undefined ? {} : { account }),
    target,
    calendarId: null,
    calendarVersion: null,
    zone: null,
    calendars: [],
    dueAt: null,
  };
  return reprice(book, open, pauses);
}

/** The promise with the earliest due; one without a due only when there is no other. */
export function earliestOf(promises: readonly Snapshot[]): Snapshot | null {
  let best: Snapshot | null = null;
  for (const promise of promises) {
    const isBetter = promise.dueAt !== null && (best?.dueAt == null || promise.dueAt < best.dueAt);
    if (best === null || isBetter) best = promise;
  }
  return best;
}

const FIRMEST_FIRST: readonly Firmness[] = [
  "commitment",
  "target",
  "expectation",
  "aspiration",
  "best-effort",
  "per-contract",
  "unstated",
  "none",
];

/** The promise that binds us most: a better plan's commitment holds although an older due comes first. */
export function firmestOf(promises: readonly Snapshot[]): Snapshot | null {
  let best: Snapshot | null = null;
  const rank = (promise: Snapshot) => FIRMEST_FIRST.indexOf(promise.target?.firmness ?? "none");
  for (const promise of promises) if (best === null || rank(promise) < rank(best)) best = promise;
  return best;
}
