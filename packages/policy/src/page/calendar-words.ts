import type { Hours, Schedule, Weekday } from "@troth/business-time";
import type { PolicyCalendar } from "../types.ts";

const NAMES: readonly (readonly [Weekday, string])[] = [
  ["mon", "Monday"],
  ["tue", "Tuesday"],
  ["wed", "Wednesday"],
  ["thu", "Thursday"],
  ["fri", "Friday"],
  ["sat", "Saturday"],
  ["sun", "Sunday"],
];

const windows = (hours: readonly Hours[]): string =>
  hours.map(([from, to]) => `${from} to ${to}`).join(" and ");

type Run = { readonly first: string; readonly last: string; readonly hours: string };

/** Runs of weekdays with equal hours, from Monday on; one that goes on from Sunday to Monday stands first and begins there. */
function runsOf(schedule: Schedule): readonly Run[] {
  const runs: Run[] = [];
  for (const [day, name] of NAMES) {
    const hours = windows(schedule.hours[day] ?? []);
    const last = runs.at(-1);
    if (last !== undefined && last.hours === hours) runs[runs.length - 1] = { ...last, last: name };
    else runs.push({ first: name, last: name, hours });
  }
  const [first, last] = [runs[0], runs.at(-1)];
  const goesOn = runs.length > 1 && first !== undefined && last !== undefined && first.hours === last.hours;
  const joined = goesOn ? [{ ...first, first: last.first }, ...runs.slice(1, -1)] : runs;
  return joined.filter((run) => run.hours !== "");
}

/** “Sunday 17:00 to Friday 18:00 without a break”; null where the week is open in more than one stretch, or never closes. */
function stretchWords({ hours }: Schedule): string | null {
  const days = NAMES.map(([day, name]) => ({ name, hours: hours[day] ?? [] }));
  const isOpenOver = (index: number): boolean =>
    days[index % 7]?.hours.at(-1)?.[1] === "24:00" && days[(index + 1) % 7]?.hours[0]?.[0] === "00:00";
  const starts = days.flatMap((day, index) =>
    day.hours.filter((_, at) => at > 0 || !isOpenOver(index + 6)).map(([from]) => ({ index, from })),
  );
  const [start] = starts;
  if (start === undefined || starts.length > 1 || !isOpenOver(start.index)) return null;
  let end = start.index;
  while (isOpenOver(end)) end++;
  const to = days[end % 7]?.hours[0]?.[1] ?? "24:00";
  return `${days[start.index]?.name} ${start.from} to ${days[end % 7]?.name} ${to} without a break`;
}

/** “Monday to Friday, 09:00 to 17:00”, or one stretch through the week. */
function weekWords(schedule: Schedule): string {
  const isAlways = NAMES.every(([day]) => windows(schedule.hours[day] ?? []) === "00:00 to 24:00");
  if (isAlways) return "every hour of every day";
  const stretch = stretchWords(schedule);
  if (stretch !== null) return stretch;
  return runsOf(schedule)
    .map((run) => `${run.first === run.last ? run.first : `${run.first} to ${run.last}`}, ${run.hours}`)
    .join("; ");
}

/** “New York time” for `America/New_York`; a fixed offset as it is. */
function zoneWords(zone: string): string {
  const city = zone.split("/").at(-1) ?? zone;
  return zone.includes("/") ? `${city.replaceAll("_", " ")} time` : zone;
}

const UNSTATED = "unstated";

/** “the customer's country” for `customer-country`, “the place support is given from” for words that name a place. */
export function ownerWords(whose: string): string {
  const words = whose.trim().replaceAll(/[-_]+/g, " ");
  if (/^(?:the|your|our|a|an) /i.test(words)) return words;
  const of = /^(?:the )?customer(?:'s)? (?<what>.+)$/.exec(words)?.groups?.["what"];
  return of === undefined ? `the ${words}` : `the customer's ${of}`;
}

/** Where the zone is the customer's or nobody says. */
function openZone({ leftOpen }: PolicyCalendar): string {
  const { zone } = leftOpen;
  if (zone === null || zone === UNSTATED) return "zone not stated";
  const until = leftOpen.else === undefined ? "" : ` (${zoneWords(leftOpen.else)} until it is known)`;
  const chosen = /^customer[-_ ](?<how>[a-z]+(?:ed|chosen))(?:[-_ ].*)?$/.exec(zone)?.groups?.["how"];
  if (chosen !== undefined) return `in the time zone that the customer has ${chosen}${until}`;
  return `in the time zone of ${ownerWords(zone)}${until}`;
}

export function calendarZone(calendar: PolicyCalendar): string {
  if (calendar.leftOpen.zone !== null) return calendar.leftOpen.zone;
  return calendar.schedules.map((schedule) => schedule.zone).join(", ") || "any";
}

/** “Monday to Friday, 09:00 to 17:00, New York time”. */
export function calendarHours(calendar: PolicyCalendar): string {
  if (calendar.leftOpen.hours === true) return "hours not published";
  const isRegional = (calendar.regions ?? []).length > 0;
  if (isRegional) return "hours by region";
  if (calendar.schedules.length === 0) return "every hour of every day";
  const zoneOf = (zone: string) => (calendar.leftOpen.zone === null ? zoneWords(zone) : openZone(calendar));
  const desks = calendar.schedules.map((schedule) => ({
    week: weekWords(schedule),
    zone: zoneOf(schedule.zone),
  }));
  const weeks = [...new Set(desks.map(({ week }) => week))];
  const zones = [...new Set(desks.map(({ zone }) => zone))];
  if (zones.length === 1) return `${weeks.join(", and ")}, ${zones.join("")}`;
  if (weeks.length === 1) return `${weeks.join("")}, ${zones.slice(0, -1).join(", ")} and ${zones.at(-1)}`;
  return desks.map(({ week, zone }) => `${week}, ${zone}`).join(", and ");
}
