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

/** “Monday to Friday, 09:00 to 17:00”: runs of weekdays with equal hours. */
function weekWords(schedule: Schedule): string {
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const [day, name] of NAMES) {
    const hours = windows(schedule.hours[day] ?? []);
    const last = runs.at(-1);
    if (last !== undefined && last.hours === hours) last.last = name;
    else runs.push({ first: name, last: name, hours });
  }
  return runs
    .filter((run) => run.hours !== "")
    .map((run) => `${run.first === run.last ? run.first : `${run.first} to ${run.last}`}, ${run.hours}`)
    .join("; ");
}

/** “New York time” for `America/New_York`; a fixed offset as it is. */
function zoneWords(zone: string): string {
  const city = zone.split("/").at(-1) ?? zone;
  return zone.includes("/") ? `${city.replaceAll("_", " ")} time` : zone;
}

const UNSTATED = "unstated";

/** Where the zone is the customer's or nobody says. */
function openZone({ leftOpen }: PolicyCalendar): string {
  if (leftOpen.zone === UNSTATED) return "zone not stated";
  const until = leftOpen.else === undefined ? "" : ` (until it is known: ${zoneWords(leftOpen.else)})`;
  return `in the zone of: ${(leftOpen.zone ?? "").replaceAll("-", " ")}${until}`;
}

export function calendarZone(calendar: PolicyCalendar): string {
  if (calendar.leftOpen.zone !== null) return calendar.leftOpen.zone;
  return calendar.schedules.map((schedule) => schedule.zone).join(", ") || "any";
}

/** “Monday to Friday, 09:00 to 17:00, New York time”. */
export function calendarHours(calendar: PolicyCalendar): string {
  if (calendar.leftOpen.hours === true) return "hours not published";
  if (calendar.schedules.length === 0) {
    return (calendar.regions ?? []).length > 0 ? "by region" : "every hour of every day";
  }
  const desks = calendar.schedules.map((schedule) => {
    const zone = calendar.leftOpen.zone === null ? zoneWords(schedule.zone) : openZone(calendar);
    return `${weekWords(schedule)}, ${zone}`;
  });
  return desks.join(", and ");
}
