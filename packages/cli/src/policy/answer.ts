import { parseInstant } from "@troth/business-time";
import {
  type Bindings,
  bindCalendar,
  type Due,
  dueOf,
  overruled,
  type Policy,
  type RunnablePolicy,
  type Target,
  type TargetQuestion,
  targetOf,
} from "@troth/policy";
import { WrongUse } from "./command.ts";

/** What `troth due` was asked: enough to compute its receipt again. */
export type Asked = {
  readonly question: TargetQuestion;
  readonly at: string;
  readonly bindings: Bindings;
};

export type Answer = {
  readonly due: Due;
  readonly target: Target | null;
  readonly policy: Policy;
  /** What the asker should know of it; empty when there is nothing. */
  readonly note: string;
};

const NOTHING: Due = { due: null, firmness: "none", op: "within", rows: [] };

/** Answers a question against the policy, with the calendar of its target bound where the asker binds it. */
export function answer(runnable: RunnablePolicy, { question, at, bindings }: Asked): Answer {
  const { policy } = runnable;
  const target = targetOf(policy, question);
  const name = target?.lowered?.calendar;
  const calendar = name === undefined ? undefined : policy.calendars[name];
  if (target === null || calendar === undefined) {
    return { due: target === null ? NOTHING : dueOf(runnable, target, 0), target, policy, note: "" };
  }
  if (calendar.leftOpen.zone !== null && bindings.zone === undefined) {
    throw new WrongUse(
      `${calendar.name} runs in the zone of the ${calendar.leftOpen.zone}; name it with --zone.`,
    );
  }
  const isBound = bindings.zone !== undefined || bindings.holidays !== undefined;
  const bound = isBound ? bindCalendar(runnable, calendar.id, bindings) : runnable;
  const isOverruled = calendar.schedules.length > 0 && overruled(calendar, bindings);
  const note = isOverruled
    ? `Note: ${calendar.name} states its own zone and holidays; yours were used instead.\n`
    : "";
  return { due: dueOf(bound, target, parseInstant(at)), target, policy, note };
}
