import { useSpeech } from "../speech/speech.tsx";
import { clock as clockDe } from "./de/clock.ts";
import { clock as clockEn } from "./en/clock.ts";
import type { ClockWords } from "./words.ts";

/** Words of a ticket's clocks in the reader's language. */
export function useClockWords(): ClockWords {
  return useSpeech().locale === "de" ? clockDe : clockEn;
}
