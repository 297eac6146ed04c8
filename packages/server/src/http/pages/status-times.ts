import { escapeHtml } from "./frame.ts";
import type { PageLocale } from "./page-locale.ts";

export type Times = {
  readonly whole: (at: string) => string;
  readonly short: (at: string) => string;
  /** As `whole` says it, without the element. */
  readonly text: (at: string) => string;
  /** The same instant in the vendor's zone alone; null where that is UTC or nobody knows it. */
  readonly there: (at: string) => string | null;
};

const TAGS: Readonly<Record<PageLocale, string>> = { en: "en-GB", de: "de" };

/** “Mon 6 Jul, 14:02 UTC (10:02 New York)”; the second is left out where nobody knows the vendor's zone. */
export function timesIn(locale: PageLocale, zone: string | null): Times {
  const format = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
    new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone });
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const day = { weekday: "short", day: "numeric", month: "short" } as const;
  const utc = format({ ...day, ...clock }, "UTC");
  const there =
    zone === null || zone === "UTC"
      ? null
      : { clock: format(clock, zone), day: format({ ...day, ...clock }, zone), only: format(day, zone) };
  const utcDay = format(day, "UTC");
  const element = (at: string, text: string) => `<time datetime="${at}">${escapeHtml(text)}</time>`;
  const thereAt = (at: string): string | null => {
    if (there === null) return null;
    const instant = Date.parse(at);
    const isSameDay = there.only.format(instant) === utcDay.format(instant);
    return `${(isSameDay ? there.clock : there.day).format(instant)} ${placeOf(zone ?? "")}`;
  };
  const text = (at: string): string => {
    const said = `${utc.format(Date.parse(at))} UTC`;
    const other = thereAt(at);
    return other === null ? said : `${said} (${other})`;
  };
  return {
    text,
    there: thereAt,
    short: (at) => element(at, `${utc.format(Date.parse(at))} UTC`),
    whole: (at) => element(at, text(at)),
  };
}

function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
