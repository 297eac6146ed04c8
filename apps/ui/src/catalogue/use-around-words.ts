import { useSpeech } from "../speech/speech.tsx";
import { around as de } from "./de/around.ts";
import { around as en } from "./en/around.ts";
import type { AroundWords } from "./words.ts";

/** Words of what happens around a ticket's conversation, in the reader's language. */
export function useAroundWords(): AroundWords {
  return useSpeech().locale === "de" ? de : en;
}
