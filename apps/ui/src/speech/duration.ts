import { durationText, type Unit } from "@troth/policy";
import type { SharedWords } from "../catalogue/words.ts";
import type { Locale } from "./locale.ts";

const MINUTE = 60_000;

/** “8 min”, “13 h 20 min”, “2 days 5 h”: whole minutes, rounded down; at most two parts. */
export function durationWords(ms: number, words: SharedWords): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE);
  if (minutes < 1) return words.lessThanAMinute;
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days === 1 && hours === 0 && rest === 0) return words.days(1);
  if (days >= 2) return hours === 0 ? words.days(days) : `${words.days(days)} ${words.hours(hours)}`;
  const allHours = days * 24 + hours;
  if (allHours === 0) return words.minutes(rest);
  return rest === 0 ? words.hours(allHours) : `${words.hours(allHours)} ${words.minutes(rest)}`;
}

/** Open time in hours and minutes, never in days: a day of open time has as many hours as the desk is open. */
export function openTimeWords(ms: number, words: SharedWords): string {
  const minutes = Math.floor(ms / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return durationWords(ms, words);
  return rest === 0 ? words.hours(hours) : `${words.hours(hours)} ${words.minutes(rest)}`;
}

const UNITS: Readonly<Record<Unit, true>> = {
  minute: true,
  hour: true,
  day: true,
  week: true,
  month: true,
  business_hour: true,
  business_day: true,
  business_week: true,
  next_business_day: true,
  same_business_day: true,
  service_hour: true,
  continuous: true,
};

function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNITS, text);
}

/** The target as the policy says it (“2 business days”), never turned into another unit; empty without one. */
export function targetWords(
  target: { readonly amount: number; readonly unit: string } | null,
  locale: Locale,
): string {
  if (target === null) return "";
  if (!isUnit(target.unit)) return `${target.amount} ${target.unit}`;
  return durationText({ amount: target.amount, rangeLow: null, unit: target.unit }, locale);
}
