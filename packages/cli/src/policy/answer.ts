import { parseInstant } from "@troth/business-time";
import {
  type Bindings,
  bindCalendar,
  type Due,
  dueOf,
  overruled,
  type Policy,
  type PolicyCalendar,
  type RunnablePolicy,
  type Target,
  type TargetQuestion,
  targetOf,
  withZone,
} from "@troth/policy";
import { WrongUse } from "./command.ts";

/** What `troth due` was asked: enough to compute its receipt again. */
export type Asked = {
  readonly question: TargetQuestion;
  readonly at: string;
  /** When the request came, where that was not `at`. */
  readonly opened?: string;
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
export function answer(runnable: RunnablePolicy, { question, at, opened, bindings }: Asked): Answer {
  const { policy } = runnable;
  const settled = bindings.zone === undefined ? policy : withZone(policy, bindings.zone);
  const target = targetOf(settled, { ...question, openedAt: parseInstant(opened ?? at) });
  if (target === null) refuseUndecided(settled, question);
  const name = target?.lowered?.calendar;
  const calendar = name === undefined ? undefined : policy.calendars[name];
  if (target === null || calendar === undefined) {
    return { due: target === null ? NOTHING : dueOf(runnable, target, 0), target, policy, note: "" };
  }
  if (calendar.leftOpen.hours === true) {
    throw new WrongUse(`The policy does not say when ${calendar.name} is open, so no due time can be told.`);
  }
  const { zone, else: fallback } = calendar.leftOpen;
  if (zone !== null && fallback === undefined && bindings.zone === undefined) {
    throw new WrongUse(
      `${calendar.name} runs in the zone of the ${zone}; name it with --zone${regionsOf(calendar)}.`,
    );
  }
  const isBound = bindings.zone !== undefined || bindings.holidays !== undefined;
  const bound = isBound ? bindCalendar(runnable, calendar.id, bindings) : runnable;
  const isOverruled = calendar.schedules.length > 0 && overruled(calendar, bindings);
  const note = isOverruled
    ? `Note: ${calendar.name} states its own zone and holidays; yours were used instead.\n`
    : holidaysNote(calendar, bindings);
  return { due: dueOf(bound, target, parseInstant(at)), target, policy, note };
}

/** Holidays that the policy leaves to somebody are days like any other until they are named. */
function holidaysNote({ name, leftOpen }: PolicyCalendar, { holidays }: Bindings): string {
  if (leftOpen.holidays === null || holidays !== undefined) return "";
  const whose =
    leftOpen.holidays === "unstated" ? "not stated" : `left open (${leftOpen.holidays.replaceAll("-", " ")})`;
  return `Note: whose holidays close ${name} is ${whose}, so none are counted; name them with --holidays.\n`;
}

function regionsOf({ regions }: PolicyCalendar): string {
  return regions === undefined
    ? ""
    : `, or the region with --region (${regions.map(({ id }) => id).join(", ")})`;
}

/** No target fits while a condition on the hour of opening cannot be told: that is no answer of the policy. */
function refuseUndecided({ targets, calendars }: Policy, { plan, metric, when }: TargetQuestion): void {
  if ((when ?? null) !== null) return;
  const found = targets.find(
    (one) =>
      one.openedIn !== undefined &&
      one.metric === metric &&
      (one.plan === null || one.plan === plan) &&
      calendars[one.openedIn.calendar]?.leftOpen.zone !== null,
  );
  const calendar = calendars[found?.openedIn?.calendar ?? ""];
  if (found === undefined || calendar === undefined || calendar.leftOpen.else !== undefined) return;
  throw new WrongUse(
    `Whether the request came while ${calendar.name} is open depends on its zone; name it with --zone, or say which condition holds with --when (${found.when ?? "its hours"}).`,
  );
}
