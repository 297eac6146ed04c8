import type { Locale } from "../speech/locale.ts";
import { useSpeech } from "../speech/speech.tsx";
import { desk as deskDe } from "./de/desk.ts";
import { desk as deskEn } from "./en/desk.ts";
import type { DeskWords } from "./words.ts";

/** Words of the desk in the reader's language. */
export function useDeskWords(): DeskWords {
  return deskWordsIn(useSpeech().locale);
}

/** Words of the desk in a given language. */
export function deskWordsIn(locale: Locale): DeskWords {
  return locale === "de" ? deskDe : deskEn;
}
