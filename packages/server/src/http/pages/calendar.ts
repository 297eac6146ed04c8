import type { CalendarYear } from "@troth/contract";
import { CALENDAR_WORDS } from "./calendar-words.ts";
import { escapeHtml, foreignText, pageFrame } from "./frame.ts";
import type { PageLocale } from "./page-locale.ts";

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

type Day = CalendarYear["days"][number];

/** The year an address asks for; null for one that no calendar has. */
export function yearInPath(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** A calendar's year for anybody: day by day as letters, month by month as words. */
export function calendarPage(year: CalendarYear, locale: PageLocale): string {
  const words = CALENDAR_WORDS[locale];
  const name = foreignText(year.name, locale);
  const hours = number(year.openMs / HOUR_MS, locale);
  return pageFrame({
    title: words.title(year.name, year.year),
    locale,
    style: STYLE,
    body: `<main id="main"><header><h1>${words.title(name, year.year)}</h1>
<p>${weekOf(year, locale)} ${words.openHours(hours, year.year)}</p>
${otherYears(year, locale)}</header>
${year.isAlways ? "" : dayByDay(year, locale)}
${year.isAlways ? "" : byMonth(year, locale)}
</main>
<footer><p>${sourcesOf(year, locale)}</p><p><a href="/support">${words.policy(escapeHtml(year.policyVersion))}</a></p></footer>`,
  });
}

function weekOf({ isAlways, zone, week }: CalendarYear, locale: PageLocale): string {
  const words = CALENDAR_WORDS[locale];
  if (isAlways) return words.always;
  const runs: { from: number; to: number; hours: Day["hours"] }[] = [];
  week.forEach(({ hours }, at) => {
    const last = runs.at(-1);
    if (hours.length === 0) return;
    if (last?.to === at - 1 && JSON.stringify(last.hours) === JSON.stringify(hours)) last.to = at;
    else runs.push({ from: at, to: at, hours });
  });
  const said = runs.map(({ from, to, hours }) => {
    const days = from === to ? weekday(from, locale) : words.days(weekday(from, locale), weekday(to, locale));
    return words.week(days, hoursOf(hours));
  });
  return `${escapeHtml(placeOf(zone))}, ${said.join(", ")}.`;
}

function placeOf(zone: string | null): string {
  if (zone === null || !zone.includes("/") || zone.startsWith("Etc/")) return zone ?? "UTC";
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

function otherYears({ id, year }: CalendarYear, locale: PageLocale): string {
  const words = CALENDAR_WORDS[locale];
  const links = [year - 1, year + 1]
    .filter((other) => other >= FIRST_YEAR && other <= LAST_YEAR)
    .map((other) => `<li><a href="/support/calendars/${encodeURIComponent(id)}/${other}">${other}</a></li>`);
  return `<nav aria-label="${words.otherYears}"><ul>${links.join("")}</ul></nav>`;
}

function dayByDay(year: CalendarYear, locale: PageLocale): string {
  const words = CALENDAR_WORDS[locale];
  const rows = monthsOf(year.days).map(
    (days) =>
      `<tr><th scope="row">${dateIn(days[0]?.on, { month: "short" }, locale)}</th>${days.map((day) => cell(day, locale)).join("")}</tr>`,
  );
  return `<h2>${words.dayByDay(year.year)}</h2><p class="quiet">${words.legend}</p>
<div class="scroll" role="group" tabindex="0" aria-label="${words.dayByDay(year.year)}"><table class="year">
<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function cell({ on, kind, clockChangeMs }: Day, locale: PageLocale): string {
  const words = CALENDAR_WORDS[locale];
  const marks = {
    open: String(Number(on.slice(8))),
    closed: "·",
    holiday: words.holiday,
    special: words.special,
  };
  return `<td class="${kind}${clockChangeMs === 0 ? "" : " change"}">${marks[kind]}</td>`;
}

function byMonth(year: CalendarYear, locale: PageLocale): string {
  const words = CALENDAR_WORDS[locale];
  const rows = monthsOf(year.days).map((days) => {
    const open = days.filter(({ openMs }) => openMs > 0).length;
    const ms = days.reduce((sum, { openMs }) => sum + openMs, 0);
    const notes = days.flatMap((day) => noteOf(day, locale));
    return `<tr><th scope="row">${dateIn(days[0]?.on, { month: "long" }, locale)}</th><td>${open}</td><td>${number(ms / HOUR_MS, locale)}</td><td>${notes.length === 0 ? words.none : notes.join("<br>")}</td></tr>`;
  });
  const heads = [words.month, words.openDays, words.hours, words.notable];
  return `<h2>${words.byMonth(year.year)}</h2><table class="months"><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`;
}

/** What makes a date worth a line: its name, hours of its own, breaks, a change of the clocks. */
function noteOf(day: Day, locale: PageLocale): string[] {
  const words = CALENDAR_WORDS[locale];
  const { clockChangeMs: change } = day;
  const length = `${number(Math.abs(change) / HOUR_MS, locale)} ${locale === "de" ? "Std." : "h"}`;
  const parts = [
    day.name === null ? "" : foreignText(day.name, locale),
    day.kind === "special" ? hoursOf(day.hours) || words.closedAllDay : "",
    ...day.breaks.map(
      ({ name, hours }) => `${name === null ? words.breakName : foreignText(name, locale)} ${hoursOf(hours)}`,
    ),
    change === 0 ? "" : change > 0 ? words.forward(length) : words.back(length),
  ].filter((part) => part !== "");
  if (parts.length === 0 && day.kind !== "holiday") return [];
  const on = dateIn(day.on, { weekday: "short", day: "numeric", month: "short" }, locale);
  return [`<time datetime="${day.on}">${on}</time> ${parts.join(", ")}`];
}

function sourcesOf(
  { holidaysThrough: through, holidaysSource: source, year }: CalendarYear,
  locale: PageLocale,
) {
  const words = CALENDAR_WORDS[locale];
  if (through === null) return "";
  const last = dateIn(through, { weekday: "short", day: "numeric", month: "short", year: "numeric" }, locale);
  const reach = through < `${year}-12-31` ? words.ends(last) : words.reaches(last);
  if (source === null) return reach;
  const text = foreignText(source, locale);
  const link = /^https?:\/\//.test(source) ? `<a href="${escapeHtml(source)}">${text}</a>` : text;
  return `${reach} ${words.source} ${link}`;
}

function monthsOf(days: CalendarYear["days"]): Day[][] {
  return [...Map.groupBy(days, ({ on }) => on.slice(0, 7)).values()];
}

function hoursOf(hours: Day["hours"]): string {
  return hours.map(([from, to]) => `${from}–${to}`).join(", ");
}

const TAGS: Readonly<Record<PageLocale, string>> = { en: "en-GB", de: "de" };

function weekday(index: number, locale: PageLocale): string {
  return new Intl.DateTimeFormat(TAGS[locale], { weekday: "short", timeZone: "UTC" }).format(
    MONDAY + index * DAY_MS,
  );
}

function dateIn(on: string | undefined, options: Intl.DateTimeFormatOptions, locale: PageLocale): string {
  if (on === undefined) return "";
  return new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: "UTC" }).format(Date.parse(on));
}

function number(value: number, locale: PageLocale): string {
  return new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 1 }).format(value);
}

const STYLE = `
main header{padding-left:0;padding-right:0}
footer{font-size:16px}footer p{font-size:14px}
.year{font-size:12px;line-height:16px;border-collapse:separate;border-spacing:1px}
.year th,.year td{border:1px solid transparent;min-width:20px;padding:2px 0;text-align:center}
.year th{padding-right:6px;text-align:left}
.year .open{border-color:var(--line);background:var(--sheet)}
.year .closed{background:var(--sunken);color:var(--quiet)}
.year .holiday{border-color:var(--edge);background:var(--sunken);font-weight:600}
.year .special{border:1px dashed var(--edge);font-weight:600}
.year .change{text-decoration:underline 2px;text-underline-offset:3px}
@media (max-width:720px){
.year,.year tbody{display:block}.year tr{display:flex;flex-wrap:wrap;gap:1px;margin-bottom:8px}
.year th{width:100%}.year td{flex:0 0 calc(10% - 1px)}
.months,.months thead,.months tbody{display:block}
.months tr{display:grid;grid-template-columns:1fr 64px 72px;gap:0 8px;border-bottom:1px solid var(--line);padding:8px 0}
.months th,.months td{border:0;padding:0}.months tr>:last-child{grid-column:1/-1}
}
@media print{.year .closed,.year .holiday{background:none}h2{break-after:avoid}tr{break-inside:avoid}}
`.replace(/\n/g, "");
