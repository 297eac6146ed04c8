import { useSpeech } from "../speech/speech.tsx";
import { text as de } from "./de/text.ts";
import { text as en } from "./en/text.ts";
import type { TextWords } from "./words.ts";

/** Words of what people write, in the reader's language. */
export function useTextWords(): TextWords {
  return useSpeech().locale === "de" ? de : en;
}
