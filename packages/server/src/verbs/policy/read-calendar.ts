import {
  type Calendar,
  isListEnding,
  type Policy,
  type PolicyCalendar,
  type YearDay,
  yearOf,
} from "@troth/policy";
import type { Recompute } from "../../ports/store.ts";
import { type Ctx, read } from "../context.ts";
import { Fail, missing } from "../fail.ts";

export type ListedCalendar = { readonly calendar: PolicyCalendar; readonly isListEnding: boolean };

/** Calendars that the policy in force counts by, with a word on lists of holidays that end soon. */
export function listCalendars(ctx: Ctx): Promise<ListedCalendar[]> {
  return read(ctx, "public.read", async ({ tx, now }) => {
    const { policy } = (await ctx.shelf.current(tx)).runnable;
    return calendarsOf(policy).map((calendar) => ({ calendar, isListEnding: isEnding(calendar, now) }));
  });
}

/** Those that a target counts by, in single cases and regions too; the rest of a policy's calendars concern nobody. */
function calendarsOf({ calendars, targets }: Policy): PolicyCalendar[] {
  const used = new Set(targets.flatMap(({ lowered }) => (lowered === null ? [] : [lowered.calendar])));
  for (const id of used) {
    const { instead = [], regions = [] } = calendars[id] ?? {};
    for (const { calendar } of [...instead, ...regions]) used.add(calendar);
  }
  return Object.values(calendars).filter(({ id }) => used.has(id));
}

function isEnding({ holidaysThrough }: PolicyCalendar, now: number): boolean {
  return holidaysThrough !== null && isListEnding(holidaysThrough, now);
}

export type ShownYear = ListedCalendar & {
  readonly compiled: Calendar;
  readonly policyVersion: string;
  readonly year: number;
  readonly days: readonly YearDay[];
};

/** A year of a calendar in force; the year of the desk's now when none is asked for. */
export function readCalendar(ctx: Ctx, input: { calendar: string; year: number | null }): Promise<ShownYear> {
  return read(ctx, "public.read", async ({ tx, now }) => {
    const { published, runnable } = await ctx.shelf.current(tx);
    const { calendars } = runnable.policy;
    const calendar = Object.hasOwn(calendars, input.calendar) ? calendars[input.calendar] : undefined;
    if (!calendar) throw missing(`Calendar ${input.calendar}`);
    const compiled = runnable.calendars.get(calendar.id);
    if (!compiled) {
      throw new Fail(
        "refused",
        `${calendar.name} runs in the zone of the ${calendar.leftOpen.zone ?? "customer"}, so it is another for each. The support page says its hours.`,
        { reason: "calendar-per-customer", facts: { calendar: calendar.name } },
      );
    }
    const year = input.year ?? new Date(now).getUTCFullYear();
    return {
      calendar,
      compiled,
      policyVersion: published.version,
      year,
      isListEnding: isEnding(calendar, now),
      days: yearOf(calendar, compiled, year),
    };
  });
}

const RECOMPUTES_SHOWN = 20;

/** Open tickets computed again after publications, the newest first. */
export function listRecomputes(ctx: Ctx): Promise<Recompute[]> {
  return read(ctx, "desk.read", ({ tx }) => tx.recomputes.list(RECOMPUTES_SHOWN));
}

/** The folder of a published version, or of the one in force: to begin a draft with, or to compare. */
export function readPolicySource(ctx: Ctx, input: { version: string | null }) {
  return read(ctx, "policy.publish", async ({ tx }) => {
    const current = (await ctx.shelf.current(tx)).published;
    const version = input.version === null ? current : await tx.policies.find(input.version);
    if (!version) throw missing(`Policy version ${input.version}`);
    return { version, files: await tx.policies.files(version.version), current: current.version };
  });
}
