import type { PromiseOfReply, Receipt } from "@troth/contract";
import { type Commitment, isHoursUnknown, type Rules, receiptOf, type Snapshot } from "@troth/core";
import type { Row, RunnablePolicy, Target } from "@troth/policy";
import type { StoredCommitment } from "../../ports/store.ts";
import { copy } from "./copy.ts";
import { wireInstant } from "./instant.ts";

const maybe = (at: number | null): string | null => (at === null ? null : wireInstant(at));

/** Policy versions by name, as a page has loaded them. */
export type Versions = ReadonlyMap<string, { readonly runnable: RunnablePolicy }>;

/** A clock of a ticket, for any reader; told by the version of its promise, where that is not the ticket's own. */
export function presentPromise(
  commitment: StoredCommitment,
  own: RunnablePolicy,
  versions?: Versions,
): PromiseOfReply {
  const { snapshot, dueAt } = commitment;
  const { policy } = versions?.get(snapshot.policyVersion)?.runnable ?? own;
  const { target, calendarId } = snapshot;
  const calendar = calendarId === null ? null : (policy.calendars[calendarId] ?? null);
  return {
    metric: commitment.metric,
    firmness: commitment.firmness,
    op: commitment.op,
    state: commitment.state,
    startedAt: wireInstant(commitment.startedAt),
    dueAt: maybe(dueAt),
    stoppedAt: maybe(commitment.stoppedAt),
    target:
      target?.amount == null || target.unit === null ? null : { amount: target.amount, unit: target.unit },
    plan: snapshot.plan,
    tier: snapshot.tier,
    severity: snapshot.severity,
    calendar: calendar && {
      id: calendar.id,
      name: calendar.name,
      version: snapshot.calendarVersion ?? calendar.version,
      zone: snapshot.zone,
    },
    isHoursUnknown: isHoursUnknown(commitment),
    isDueAtClosing: commitment.isDueAtClosing,
    warned: commitment.warned,
    policyVersion: snapshot.policyVersion,
    clause: target?.clause ?? null,
    history: commitment.history.map(({ at, why, dueFrom, dueTo }) => ({
      at: wireInstant(at),
      why,
      dueFrom: maybe(dueFrom),
      dueTo: maybe(dueTo),
    })),
  };
}

/** What of a ticket its receipts need. */
type Promised = {
  readonly row: { readonly number: number };
  readonly shelved: { readonly runnable: RunnablePolicy };
  readonly shelves: Versions;
};

function rulesIn(shelves: Promised["shelves"]): Rules {
  return (version) => {
    const shelved = shelves.get(version);
    if (!shelved) throw new Error(`Policy version ${version} was not loaded.`);
    return shelved.runnable;
  };
}

/** The receipt with everything that its rows and its due are computed from, so that anybody can. */
export function presentReceipt(commitment: StoredCommitment, { row, shelved, shelves }: Promised): Receipt {
  const of = { commitment, shelves };
  return {
    promise: presentPromise(commitment, shelved.runnable, shelves),
    rows: presentRows(receiptOf(commitment, rulesIn(shelves))?.rows ?? []),
    ticket: row.number,
    ...reckoningOf(commitment.snapshot, of),
    due: maybe(commitment.dueAt),
    later: commitment.others.map((other) => reckoningOf(other, of)),
  };
}

type Reckoning = Receipt["later"][number];

function reckoningOf(
  snapshot: Snapshot,
  { commitment, shelves }: Pick<Promised, "shelves"> & { readonly commitment: Commitment },
): Reckoning {
  const { target, countedFrom, policyVersion, plan, tier, severity, intake, category, why } = snapshot;
  const { policy } = rulesIn(shelves)(policyVersion);
  const { metric } = commitment;
  const { bindings = {}, ...account } = snapshot.account ?? {};
  return {
    due: maybe(snapshot.dueAt),
    firmness: target?.firmness ?? "none",
    op: target === null || target.lowered === null ? null : target.op,
    target: target && { amount: target.amount, unit: target.unit, lowered: loweredOf(target) },
    asked: {
      question: {
        plan,
        tier,
        severity,
        intake,
        category,
        metric,
        when: target?.when ?? null,
        ...copy(account),
      },
      at: wireInstant(countedFrom),
      bindings: copy(bindings),
      pauses: commitment.pauses
        .filter(({ end }) => end > countedFrom)
        .map(({ start, end }) => ({ start: wireInstant(start), end: wireInstant(end) })),
    },
    policy: { id: policy.id, version: policy.version, hash: policy.hash },
    calendars: calendarsFrom(snapshot),
    why,
  };
}

function loweredOf({ lowered }: Target): NonNullable<Reckoning["target"]>["lowered"] {
  if (lowered === null) return null;
  const { calendar, amount } = lowered;
  if ("ms" in amount) return { calendar, amount: { ms: amount.ms } };
  return { calendar, amount: { days: typeof amount.days === "number" ? amount.days : { ...amount.days } } };
}

/** The parts of the calendar from where counting began; what was edited before bears on nothing. */
function calendarsFrom({ calendars, countedFrom }: Snapshot): Reckoning["calendars"] {
  const isPast = (from: number | null) => from !== null && from <= countedFrom;
  const first = calendars.findLastIndex(({ from }) => isPast(from));
  return calendars
    .slice(Math.max(first, 0))
    .map((piece) => ({ ...piece, from: isPast(piece.from) ? null : maybe(piece.from) }));
}

export function presentRows(rows: readonly Row[]): Receipt["rows"] {
  return rows.map(({ from, to, dayFraction, ...row }) => ({
    from: wireInstant(from),
    to: wireInstant(to),
    ...row,
    dayFraction: dayFraction && { ...dayFraction },
  }));
}
