import type { PromiseOfReply, Receipt } from "@troth/contract";
import type { RunnablePolicy } from "@troth/policy";
import type { StoredCommitment } from "../../ports/store.ts";
import { wireInstant } from "./instant.ts";

const maybe = (at: number | null): string | null => (at === null ? null : wireInstant(at));

/** A clock of a ticket, for any reader. */
export function presentPromise(commitment: StoredCommitment, { policy }: RunnablePolicy): PromiseOfReply {
  const { snapshot, dueAt } = commitment;
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

export function presentReceipt(commitment: StoredCommitment, runnable: RunnablePolicy): Receipt {
  return { promise: presentPromise(commitment, runnable), rows: presentRows(commitment.rows ?? []) };
}

export function presentRows(rows: NonNullable<StoredCommitment["rows"]>): Receipt["rows"] {
  return rows.map(({ from, to, dayFraction, ...row }) => ({
    from: wireInstant(from),
    to: wireInstant(to),
    ...row,
    dayFraction: dayFraction && { ...dayFraction },
  }));
}
