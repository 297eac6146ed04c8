import type { ClockStart, ClockStop } from "../types.ts";

/** What starts a clock, in the words of published policies, hyphened. */
const STARTS: ReadonlyMap<string, ClockStart> = new Map([
  ["request", "request"],
  ["submitted", "request"],
  ["received", "request"],
  ["enough-information", "enough-information"],
  ["sufficient-information", "enough-information"],
  ["received-with-enough-information", "enough-information"],
  ["received-with-sufficient-information", "enough-information"],
  ["priority-set", "priority-set"],
  ["priority-set-by-vendor", "priority-set"],
  ["severity-set", "priority-set"],
  ["logged-with-engineering", "logged-with-engineering"],
  ["problem-identified", "problem-identified"],
  ["issue-identified", "problem-identified"],
  ["escalation-asked", "escalation-asked"],
  ["customer-asks-for-escalation", "escalation-asked"],
  ["customer-asks-for-escalation-inside-the-case", "escalation-asked"],
]);

const STOPS: ReadonlyMap<string, ClockStop> = new Map([
  ["human-reply", "human-reply"],
  ["first-human-reply", "human-reply"],
  ["reply-stating-severity", "reply-stating-severity"],
  ["reply-and-work-begun", "reply-and-work-begun"],
]);

/** `Priority set by vendor`, `priority_set_by_vendor` and `priority-set-by-vendor` are one. */
const hyphened = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");

/** What of a clock's start the desk can tell; undefined for words of the author's own. */
export const startNamed = (words: string | undefined): ClockStart | undefined =>
  words === undefined ? undefined : STARTS.get(hyphened(words));

/** What of a clock's stop the desk can tell; undefined for words of the author's own. */
export const stopNamed = (words: string | undefined): ClockStop | undefined =>
  words === undefined ? undefined : STOPS.get(hyphened(words));

/** Whether only requests count that come while the target's own calendar is open. */
export const isInsideHoursOnly = (words: string | undefined): boolean =>
  words !== undefined && hyphened(words) === "inside-hours-only";
