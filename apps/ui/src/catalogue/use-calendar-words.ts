import { useSpeech } from "../speech/speech.tsx";
import { calendar as calendarDe } from "./de/calendar.ts";
import { calendar as calendarEn } from "./en/calendar.ts";
import type { CalendarWords } from "./words.ts";

/** Words of the desk's calendars in the reader's language. */
export function useCalendarWords(): CalendarWords {
  return useSpeech().locale === "de" ? calendarDe : calendarEn;
}
