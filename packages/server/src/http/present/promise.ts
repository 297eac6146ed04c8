import type { PromiseOfReply, Receipt } from "@troth/contract";
import type { Commitment } from "@troth/core";
import type { Row, RunnablePolicy } from "@troth/policy";
import { wireInstant } from "./instant.ts";

const maybe = (at: number | null): string | null => (at === null ? null : wireInstant(at));

/** A clock of a ticket, for any reader. */
export function presentPromise(
  commitment: Commitment,
  { policy, calendars }: RunnablePolicy,
): PromiseOfReply {
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
    isDueAtClosing: isClosing(dueAt, calendarId, calendars),
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

function isClosing(
  dueAt: number | null,
  calendarId: string | null,
  calendars: RunnablePolicy["calendars"],
): boolean {
  if (dueAt === null || calendarId === null) return false;
  const change = calendars.get(calendarId)?.nextChange(dueAt - 1);
  return change?.at === dueAt && !change.isOpen;
}

export function presentReceipt(
  commitment: Commitment,
  rows: readonly Row[] | null,
  runnable: RunnablePolicy,
): Receipt {
  return { promise: presentPromise(commitment, runnable), rows: presentRows(rows ?? []) };
}

export function presentRows(rows: readonly Row[]): Receipt["rows"] {
  return rows.map(({ from, to, dayFraction, ...row }) => ({
    from: wireInstant(from),
    to: wireInstant(to),
    ...row,
    dayFraction: dayFraction && { ...dayFraction },
  }));
}
