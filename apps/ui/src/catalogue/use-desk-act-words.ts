import { useSpeech } from "../speech/speech.tsx";
import { deskActs as de } from "./de/desk-acts.ts";
import { deskActs as en } from "./en/desk-acts.ts";
import type { DeskActWords } from "./words.ts";

/** Words for what stands around a ticket at the desk, in the reader's language. */
export function useDeskActWords(): DeskActWords {
  return useSpeech().locale === "de" ? de : en;
}
