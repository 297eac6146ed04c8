import { type CalendarWords, type DateTalk, durationWords, type SharedWords } from "@troth/ui";
import type { CalendarDay, Hours } from "../wire.ts";

type Talk = { readonly words: CalendarWords; readonly shared: SharedWords; readonly dates: DateTalk };

/** “09:00–12:00 and 13:00–17:00”. */
export function hoursWords(hours: Hours, { words, dates }: Pick<Talk, "words" | "dates">): string {
  return hours.map((span) => span.map((wall) => dates.clock(wall)).join("–")).join(` ${words.and} `);
}

/** All that is known of a date, in one line: “Fri 3 Jul: holiday, Independence Day (observed), closed all day”. */
export function dayWords(day: CalendarDay, talk: Talk): string {
  const { words, dates } = talk;
  const isPlain = day.kind === "open" || day.kind === "closed";
  const parts = [
    isPlain && day.kind === "open" ? "" : words.dayKinds[day.kind],
    day.name ?? "",
    day.hours.length > 0 ? words.openFromTo(hoursWords(day.hours, talk)) : "",
    day.hours.length === 0 && day.kind !== "closed" ? words.closedAllDay : "",
    ...extras(day, talk),
  ];
  return `${dates.day(day.on)}: ${parts.filter((part) => part !== "").join(", ")}`;
}

/** What makes a date worth a line beside its month: the name, or what happens on it. */
export function noteWords(day: CalendarDay, talk: Talk): string {
  const special = day.kind === "special" && day.hours.length > 0 ? hoursWords(day.hours, talk) : "";
  return [day.name ?? "", special, ...extras(day, talk)].filter((part) => part !== "").join(", ");
}

function extras({ breaks, clockChangeMs }: CalendarDay, { words, shared, dates }: Talk): string[] {
  const change = durationWords(clockChangeMs, shared);
  return [
    ...breaks.map((one) => words.breakOf(one.name ?? words.break, hoursWords(one.hours, { words, dates }))),
    ...(clockChangeMs > 0 ? [words.clocksForward(change)] : []),
    ...(clockChangeMs < 0 ? [words.clocksBack(change)] : []),
  ];
}
