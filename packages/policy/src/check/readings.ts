import { type Figure, parseFigure } from "../grammar/figure.ts";
import { READINGS } from "../grammar/readings.ts";
import { ALWAYS } from "../lower/calendars.ts";
import { ancestryOf } from "../lower/plans.ts";
import { cellsOf } from "../lower/targets.ts";
import type { Place, Report } from "../source/report.ts";
import { type Source, statedReadings } from "../source/source.ts";

type Count = {
  readonly figure: Figure;
  readonly calendar: string | null;
  readonly severity: string | null;
  readonly at: Place;
};

/** What makes each reading necessary: the first place that leaves it open, or null. */
type Needs = ReadonlyMap<string, Place | null>;

function countsOf(source: Source): Count[] {
  return cellsOf(source).flatMap(({ tree, entry, about, at }) => {
    const figure = tree.kind === "text" ? parseFigure(tree.text) : null;
    if (figure === null || figure.amount === null) return [];
    const calendar = figure.calendar ?? entry.calendar?.value ?? null;
    return [{ figure, calendar, severity: about.severity, at }];
  });
}

/** The first plan with a channel it says nothing of, or the first empty cell of a target table. */
function emptyCell(source: Source): Place | null {
  const cell = cellsOf(source).find(({ tree }) => tree.kind === "empty");
  if (cell !== undefined) return cell.at;
  for (const { id } of source.form.plans) {
    const chain = ancestryOf(source.form.plans, id.value);
    const stated = new Set(
      chain.flatMap((plan) => (plan.value.channels ?? []).map((channel) => channel.id.value)),
    );
    if (source.form.channels.some((channel) => !stated.has(channel.id.value))) return id.at;
  }
  return null;
}

/** Whether a figure counts round the clock, or does in single cases. */
function mayRunAlways({ calendar }: Count, { form }: Source): boolean {
  if (calendar === ALWAYS) return true;
  const written = form.calendars?.find(({ id }) => id.value === (calendar ?? form.defaultCalendar?.value));
  return written?.value.instead.some(({ use }) => use.value === ALWAYS) === true;
}

function needsOf(source: Source): Needs {
  const counts = countsOf(source);
  const first = (test: (count: Count) => boolean): Place | null => counts.find(test)?.at ?? null;
  const any = first(() => true);
  const isOpen = (count: Count) => count.calendar !== null && count.calendar !== ALWAYS;
  const hasUnit = (count: Count, ...units: readonly string[]) => units.includes(count.figure.unit ?? "");
  const isBusiness = (count: Count) =>
    hasUnit(
      count,
      "business_hour",
      "business_day",
      "business_week",
      "next_business_day",
      "same_business_day",
      "service_hour",
    );
  const plans = source.form.plans.flatMap((plan) => [plan, ...(plan.value.tiers ?? [])]);
  return new Map([
    ["business-day", first((one) => hasUnit(one, "business_day", "business_week"))],
    ["next-business-day", first((one) => hasUnit(one, "next_business_day"))],
    ["tie", any],
    ["hour-in-business-calendar", first((one) => isOpen(one) && hasUnit(one, "minute", "hour"))],
    ["day-in-business-calendar", first((one) => isOpen(one) && hasUnit(one, "day", "week"))],
    ["business-unit-round-the-clock", first((one) => isBusiness(one) && mayRunAlways(one, source))],
    ["without-calendar", first((one) => one.calendar === null && !isBusiness(one))],
    ["business-week", first((one) => hasUnit(one, "business_week"))],
    ["month", first((one) => hasUnit(one, "month"))],
    ["severity-raised", first((one) => one.severity !== null)],
    ["severity-lowered", first((one) => one.severity !== null)],
    ["plan-changed", plans.length > 1 ? any : null],
    ["policy-changed", any],
    ["automatic-reply-stops-clock", any],
    ["ai-reply-stops-clock", any],
    ["zone-and-holidays", source.form.calendars?.[0]?.id.at ?? null],
    ["empty-cell", emptyCell(source)],
    ["outside-hours", first(isOpen)],
  ]);
}

/** Refuses a policy that leaves open what its own figures and tables need (readings (a) to (i)). */
export function checkReadings(source: Source, report: Report): void {
  const stated = statedReadings(source.form);
  const needs = needsOf(source);
  for (const { key, asks, answers } of READINGS) {
    const place = needs.get(key) ?? null;
    if (place === null || stated.has(key)) continue;
    const words = [...answers.keys()].map((word) => `\`${key}: ${word}\``).join(" or ");
    report.add(
      "reading-missing",
      source.form.readings?.at ?? source.form.at,
      `The policy does not say ${asks}; line ${place.line} needs it (reading \`${key}\`).`,
      `Write ${words} under \`readings:\`.`,
    );
  }
}
