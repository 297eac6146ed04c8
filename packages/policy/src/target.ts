import { type Calendar, CalendarError, compileCalendar } from "@troth/business-time";
import { isSettled } from "./compile-calendars.ts";
import { opensTickets } from "./doors.ts";
import { sameMetric } from "./grammar/targets.ts";
import type { CalendarCase, Instant, Policy, PolicyCalendar, Target, TargetQuestion } from "./types.ts";

const KEYS = ["plan", "tier", "severity", "intake", "category"] as const;

/** How many of plan, tier, severity, intake, channel, category and cohort a cell names: the more, the stronger it is. */
export function specificityOf(target: Target): number {
  const named = KEYS.filter((key) => target[key] !== null).length;
  return named + (target.channel === undefined ? 0 : 1) + (target.cohort === undefined ? 0 : 1);
}

type Holds = (target: Target, question: TargetQuestion, policy: Policy) => boolean;

const isOfAddOn = (target: Target, { addOns }: TargetQuestion): boolean =>
  target.plan !== null && addOns?.includes(target.plan) === true;

const isConditional = (target: Target): boolean => target.when !== null || target.openedIn !== undefined;

/** Of cells that name equally much, that of an add-on is stronger, then one whose condition holds. */
const strengthOf = (target: Target, question: TargetQuestion): number =>
  specificityOf(target) + (isOfAddOn(target, question) ? 0.6 : 0) + (isConditional(target) ? 0.3 : 0);

/** Whether a cell's keys fit; one of an add-on that the account has fits whatever its plan is. */
const fitsKeys = (target: Target, question: TargetQuestion): boolean =>
  KEYS.every(
    (key) =>
      target[key] === null ||
      target[key] === question[key] ||
      (key === "plan" && isOfAddOn(target, question)),
  );

/** Of two add-ons that state a case, the higher one counts: plans are written lowest first. */
const rankOf = (policy: Policy, target: Target | null): number =>
  policy.plans.findIndex((plan) => plan.id === target?.plan);

const isOfCohort = (cohort: string | null, { cohorts }: TargetQuestion): boolean =>
  cohort === null || cohorts?.includes(cohort) === true;

/** A cell of a channel fits what came that way, or through a door of that channel. */
function fitsChannel({ channel }: Target, question: TargetQuestion, { channels }: Policy): boolean {
  if (channel === undefined || question.channel === channel) return true;
  if ((question.channel ?? null) !== null) return false;
  return channels.some((one) => one.id === channel && one.doors.includes(question.intake));
}

/** Whether nothing that comes this way starts a clock, whatever the targets say. */
function isWithoutClock({ intake, channel }: TargetQuestion, { channels }: Policy): boolean {
  const ways = channels.filter((one) =>
    (channel ?? null) === null ? opensTickets(one) && one.doors.includes(intake) : one.id === channel,
  );
  return ways.length > 0 && ways.every((one) => one.startsClock === false);
}

/** The cell as written that governs a case; `holds` says whether its condition does. */
export function cellFor(policy: Policy, question: TargetQuestion, holds: Holds): Target | null {
  let best: Target | null = null;
  let most = -1;
  for (const target of policy.targets) {
    const fits =
      sameMetric(target.metric, question.metric) &&
      fitsKeys(target, question) &&
      fitsChannel(target, question, policy) &&
      isOfCohort(target.cohort ?? null, question) &&
      holds(target, question, policy);
    if (!fits) continue;
    const strength = strengthOf(target, question);
    const isAbove = strength === most && rankOf(policy, target) > rankOf(policy, best);
    if (strength > most || (isAbove && isOfAddOn(target, question))) [best, most] = [target, strength];
  }
  return best;
}

/** A condition holds where somebody says so, or where the hour of opening does. What is not known does not hold. */
function conditionHolds(target: Target, question: TargetQuestion, policy: Policy): boolean {
  const said = question.when ?? null;
  if (target.when !== null && (said !== null || target.openedIn === undefined)) return target.when === said;
  const { openedIn } = target;
  if (openedIn === undefined) return true;
  if (question.openedAt === undefined) return false;
  const chosen = calendarFor(policy, openedIn.calendar, question);
  const calendar = policy.calendars[chosen];
  const isOpen = calendar === undefined ? null : isOpenAt(calendar, question.openedAt);
  return isOpen === openedIn.isOpen;
}

const compiled = new WeakMap<PolicyCalendar, Calendar | null>();

/** Null for a calendar that cannot be run. */
function isOpenAt(calendar: PolicyCalendar, at: Instant): boolean | null {
  let runs = compiled.get(calendar);
  if (runs === undefined) compiled.set(calendar, (runs = runnable(calendar)));
  return runs === null ? null : runs.isOpen(at);
}

function runnable(calendar: PolicyCalendar): Calendar | null {
  if (!isSettled(calendar)) return null;
  try {
    return compileCalendar(calendar.schedules);
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

/** `ja` is meant by `ja-JP` too. */
const isLanguage = (wanted: string, given: string | null | undefined): boolean =>
  given !== null &&
  given !== undefined &&
  (given.toLowerCase() === wanted.toLowerCase() ||
    given.toLowerCase().startsWith(`${wanted.toLowerCase()}-`));

const isRegion = (wanted: string, given: string | null | undefined): boolean =>
  given?.toLowerCase() === wanted.toLowerCase();

function fitsCase(one: CalendarCase, question: TargetQuestion): boolean {
  return (
    KEYS.every((key) => one[key] === null || one[key] === question[key]) &&
    (one.language === null || isLanguage(one.language, question.language)) &&
    (one.region === null || isRegion(one.region, question.region)) &&
    isOfCohort(one.cohort, question) &&
    (one.when === null || one.when === (question.when ?? null))
  );
}

/** The calendar that counts in a case where `calendar` is written: another one in its stead, then that of the region. */
export function calendarFor(policy: Policy, calendar: string, question: TargetQuestion): string {
  const other = policy.calendars[calendar]?.instead?.find((one) => fitsCase(one, question))?.calendar;
  const chosen = other ?? calendar;
  const regions = policy.calendars[chosen]?.regions ?? [];
  return regions.find((one) => isRegion(one.id, question.region))?.calendar ?? chosen;
}

const moved = new WeakMap<Target, Map<string, Target>>();

/** The cell counted in another calendar; the same value each time it is asked for. */
function countedIn(target: Target, calendar: string): Target {
  if (target.lowered === null || target.lowered.calendar === calendar) return target;
  let known = moved.get(target);
  if (known === undefined) moved.set(target, (known = new Map()));
  let found = known.get(calendar);
  if (found === undefined)
    known.set(calendar, (found = { ...target, lowered: { ...target.lowered, calendar } }));
  return found;
}

/**
 * The cell that governs a case: of all that fit, the one that names most; `lowered` names the calendar that counts in
 * it. Null when none fits. Two equally specific cells for one case are refused at compile time (`target-twice`).
 */
export function targetOf(policy: Policy, question: TargetQuestion): Target | null {
  if (isWithoutClock(question, policy)) return null;
  const cell = cellFor(policy, question, conditionHolds);
  if (cell?.lowered == null) return cell;
  return countedIn(cell, calendarFor(policy, cell.lowered.calendar, question));
}
