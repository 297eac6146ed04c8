import type { CalendarForm, DeskForm } from "../grammar/calendars.ts";
import { parseFigure } from "../grammar/figure.ts";
import { ALWAYS } from "../lower/calendars.ts";
import { conditionOf } from "../lower/conditions.ts";
import { cellsOf } from "../lower/targets.ts";
import { nearest, suggestion } from "../source/nearest.ts";
import type { At, Report } from "../source/report.ts";
import { type Source, statedReadings } from "../source/source.ts";
import { zoneMeant } from "../source/zone-meant.ts";
import type { Instant } from "../types.ts";
import { isListEnding } from "../year.ts";
import { isZone } from "../zone.ts";
import { checkKnown, idsOf } from "./lookup.ts";

const FIXED = /^(?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?$/;

/** Calendars, their zones, their holidays and the cases in which another one counts. */
export function checkCalendars(source: Source, report: Report): void {
  const used = new Set<string>();
  for (const { id, value } of source.form.calendars ?? []) {
    if (id.value === ALWAYS) reportReserved(id, report);
    checkDesks(id, value, source, report);
    for (const list of value.desks.flatMap((desk) => desk.holidays?.lists ?? [])) used.add(list.value);
    checkInstead(id, value, source, report);
  }
  checkUnusedLists(source, used, report);
  checkUnusedCalendars(source, report);
}

/** Regions take over what their calendar states, so that one word may stand for several desks: each is told once. */
function checkDesks(id: At<string>, { desks }: CalendarForm, source: Source, report: Report): void {
  for (const desk of desks) checkZone(desk, source, report);
  const lists = new Set(desks.flatMap((desk) => desk.holidays?.lists ?? []));
  for (const list of lists) checkList(list, source, report);
  if (desks.some((desk) => desk.holidays === undefined)) {
    report.add(
      "reading-missing",
      id.at,
      `The calendar \`${id.value}\` does not say whose holidays close it, or that none do.`,
      "Write `holidays:` with a list, dates, `none`, `unstated` or `{ whose: … }`.",
    );
  }
  const [desk] = desks;
  const left = desk === undefined ? [] : leftToOthers(desk);
  if (left.length === 0) return;
  report.add(
    "calendar-left-open",
    id.at,
    `The calendar \`${id.value}\` leaves open ${left.join(" and ")}: until somebody settles it, the desk cannot tell a due time in it.`,
    "Where the policy has an answer, write it: the hours under `open:`, and `zone: { whose: …, else: Europe/Berlin }` for customers whose zone nobody knows.",
  );
}

function leftToOthers({ zone, open }: DeskForm): string[] {
  const isZoneOpen = "whose" in zone && zone.else === undefined;
  const areHoursOpen = open !== undefined && "unstated" in open;
  return [...(isZoneOpen ? ["the zone"] : []), ...(areHoursOpen ? ["the hours"] : [])];
}

/** Names in `instead:`, which nothing else looks at. */
function checkInstead(id: At<string>, form: CalendarForm, source: Source, report: Report): void {
  const { plans, severities, categories, calendars } = source.form;
  const known = new Set([ALWAYS, ...idsOf(calendars)]);
  const tiers = new Set(plans.flatMap((plan) => [...idsOf(plan.value.tiers)]));
  for (const one of form.instead) {
    checkKnown(one.use, known, "calendar-undefined", "calendar", report);
    for (const name of one.plan ?? []) checkKnown(name, idsOf(plans), "plan-undefined", "plan", report);
    for (const name of one.tier ?? []) checkKnown(name, tiers, "tier-undefined", "tier", report);
    for (const name of one.severity ?? [])
      checkKnown(name, idsOf(severities), "severity-undefined", "severity", report);
    for (const name of one.category ?? [])
      checkKnown(name, idsOf(categories), "category-undefined", "category", report);
    for (const name of one.cohort ?? [])
      checkKnown(name, idsOf(source.form.cohorts), "cohort-undefined", "cohort", report);
    if (one.use.value === id.value) reportSelf(one.use, report);
  }
}

function reportSelf(use: At<string>, report: Report): void {
  report.add(
    "calendar-undefined",
    use.at,
    `\`${use.value}\` cannot count instead of itself.`,
    "Name another calendar, or take the case out.",
  );
}

function reportReserved(id: At<string>, report: Report): void {
  report.add(
    "calendar-reserved",
    id.at,
    "`always` is built in: every hour of every day.",
    "Give your calendar another name; use `@ always` without defining it.",
  );
}

function checkZone({ zone }: DeskForm, source: Source, report: Report): void {
  const named = "whose" in zone ? zone.else : zone.zone;
  if (named === undefined || named.value === "") return;
  const { value, at } = named;
  if (FIXED.test(value)) {
    if (statedReadings(source.form).has("summer-time")) return;
    report.add(
      "zone-fixed-offset",
      at,
      `\`${value}\` ignores summer time.`,
      "Name the zone, e.g. `America/Los_Angeles`; or, if you mean it, write `summer-time: ignored` under `readings:`.",
    );
    return;
  }
  if (isZone(value) && (value.includes("/") || value === "UTC")) return;
  report.add("zone-unknown", at, `\`${value}\` is no time zone.`, zoneMend(value));
}

function zoneMend(value: string): string {
  const name = `Write an IANA name such as \`Europe/Berlin\`.`;
  if (/^(?:the |your )?(?:customer|requester|user|client)/i.test(value)) {
    return `Where it is somebody else's, write \`zone: { whose: ${value.toLowerCase().replaceAll(/[\s_]+/g, "-")} }\`. ${name}`;
  }
  const meant = zoneMeant(value) ?? nearest(value, Intl.supportedValuesOf("timeZone"));
  return meant === null ? name : `${name} Did you mean \`${meant}\`?`;
}

const dateOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

function checkList(list: At<string>, source: Source, report: Report): void {
  const form = source.holidays.get(list.value);
  if (form === undefined) {
    if (source.holidayNames.has(list.value)) return;
    report.add(
      "holidays-undefined",
      list.at,
      `There is no file \`holidays/${list.value}.yaml\`.`,
      `Add it, or name one that exists. ${suggestion(list.value, [...source.holidayNames])}`,
    );
    return;
  }
  const { value: through, at } = form.through;
  if (through < dateOf(source.now)) {
    report.add(
      "holidays-past",
      at,
      `The list \`${list.value}\` ends ${through}, which is over: days after it would count as open.`,
      "Add the dates of the coming years and move `through:`.",
    );
  } else if (isListEnding(through, source.now)) {
    report.add(
      "holidays-short",
      at,
      `The list \`${list.value}\` ends ${through}, less than 13 months ahead.`,
      "Add the dates of the next year and move `through:`.",
    );
  }
}

function checkUnusedLists(source: Source, used: ReadonlySet<string>, report: Report): void {
  for (const [name, list] of source.holidays) {
    for (const { id } of list.days) {
      if (/^\d{4}-\d{2}-\d{2}$/.test(id.value) && dateOf(Date.parse(id.value) || 0) === id.value) continue;
      report.add("value-format", id.at, `\`${id.value}\` is not a date.`, "Write it like `2026-12-25`.");
    }
    if (used.has(name)) continue;
    report.add(
      "holidays-unused",
      list.at,
      `No calendar uses the list \`${name}\`.`,
      `Write \`holidays: ${name}\` in a calendar, or remove the file.`,
    );
  }
}

/** Calendars that something else than a target names. */
function namedElsewhere({ form }: Source): (At<string> | undefined)[] {
  return [
    ...(form.calendars ?? []).flatMap(({ value }) => value.instead.map(({ use }) => use)),
    ...form.channels.map(({ value }) => value.hours),
    ...form.plans.flatMap(({ value }) => [
      value.targetsOf?.calendar,
      ...(value.channels ?? []).map((channel) => channel.value.hours),
    ]),
    ...(form.languages ?? []).flatMap(({ value }) => [value.calendar, value.urgent?.calendar]),
  ];
}

function checkUnusedCalendars(source: Source, report: Report): void {
  const used = new Set<string>();
  if (source.form.defaultCalendar !== undefined) used.add(source.form.defaultCalendar.value);
  for (const cell of cellsOf(source)) {
    const figure = cell.tree.kind === "text" ? parseFigure(cell.tree.text) : null;
    const calendar = figure?.calendar ?? cell.entry.calendar?.value;
    if (calendar !== undefined && calendar !== null) used.add(calendar);
    const opened = conditionOf(cell.about.when, source);
    if (opened !== null) used.add(opened.calendar);
  }
  for (const calendar of namedElsewhere(source)) if (calendar !== undefined) used.add(calendar.value);
  for (const { id } of source.form.calendars ?? []) {
    if (used.has(id.value) || id.value === ALWAYS) continue;
    report.add(
      "calendar-unused",
      id.at,
      `Nothing counts in the calendar \`${id.value}\`.`,
      `Name it in a target (\`… @ ${id.value}\`), or take it out.`,
    );
  }
}
