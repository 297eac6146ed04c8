import type { Instant } from "@troth/business-time";
import { shareOf } from "./amount.ts";
import { addOn, amountOn, subtractOn, timelineOf } from "./calendar-timeline.ts";
import type { Commitment, Rules } from "./commitment.ts";

export const REMINDER_KINDS = ["half", "four-fifths", "last-hour"] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export type Reminder = { readonly at: Instant; readonly kind: ReminderKind };

const HOUR_MS = 3_600_000;

/**
 * When to remind people of a commitment: at 50 % and 80 % of its amount and one open hour before due, in order
 * of time (clock.md C14). One that would lie at or before the start of counting is left out (E6).
 */
export function remindersOf(commitment: Commitment, rules: Rules): readonly Reminder[] {
  const { snapshot, pauses, dueAt } = commitment;
  const { target, countedFrom } = snapshot;
  if (dueAt === null || target?.lowered == null) return [];
  const timeline = timelineOf(snapshot, rules);
  const amount = amountOn(timeline, target, countedFrom) ?? target.lowered.amount;
  const partAt = (num: number, den: number) =>
    addOn(timeline, countedFrom, shareOf(amount, { num, den }), pauses);
  const reminders = [
    { kind: "half", at: partAt(1, 2) },
    { kind: "four-fifths", at: partAt(4, 5) },
    { kind: "last-hour", at: subtractOn(timeline, dueAt, HOUR_MS, pauses) },
  ] as const;
  return reminders
    .flatMap(({ kind, at }) => (at === null || at <= countedFrom ? [] : [{ kind, at }]))
    .toSorted((a, b) => a.at - b.at);
}
