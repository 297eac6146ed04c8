/** What every candidate of the comparison must answer; null where it has no way to say it. */
import type { Schedule, Weekday } from "../src/types.ts";
import { scheduleOf, type WireRequest } from "../src/wire.fixture.ts";

export type Clock = {
  isOpen(at: number): boolean;
  /** Open milliseconds; negative backwards. */
  between(from: number, to: number): number;
  addMs(from: number, ms: number): number;
  addDays(from: number, days: number): number | null;
  betweenDays(from: number, to: number): number | null;
};

/** Makes a clock of a schedule; null when the candidate cannot express it. */
export type Candidate = (request: WireRequest["schedule"]) => Clock | null;

export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A week without windows across midnight, which not every library knows: Monday first, `HH:MM` pairs. */
export function splitWeek(request: WireRequest["schedule"]): ReadonlyArray<readonly [string, string]>[] {
  const week = WEEKDAYS.map((): Array<readonly [string, string]> => []);
  const { hours }: Pick<Schedule, "hours"> = scheduleOf(request);
  WEEKDAYS.forEach((day, i) => {
    for (const [from, to] of hours[day] ?? []) {
      if (to > from) week[i]?.push([from, to]);
      else {
        week[i]?.push([from, "24:00"]);
        if (to > "00:00") week[(i + 1) % 7]?.push(["00:00", to]);
      }
    }
  });
  return week.map((list) => list.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The candidate's answer in the form of the vectors; undefined when it has none. */
export function answerWith(candidate: Candidate, request: WireRequest): unknown {
  const clock = candidate(request.schedule);
  if (!clock) return undefined;
  const from = Date.parse(request.from);
  if (request.op === "isOpen") return clock.isOpen(from);
  const to = Date.parse(request.to ?? request.from);
  if (request.op === "between") {
    return request.unit === "days" ? clock.betweenDays(from, to) : clock.between(from, to) / 1000;
  }
  const { amount = { seconds: 0 } } = request;
  const due =
    "days" in amount
      ? clock.addDays(from, amount.days)
      : clock.addMs(from, Math.round(amount.seconds * 1000));
  return due === null ? null : new Date(due).toISOString();
}
