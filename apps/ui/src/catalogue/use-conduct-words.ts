import { useSpeech } from "../speech/speech.tsx";
import { conduct as conductDe } from "./de/conduct.ts";
import { conduct as conductEn } from "./en/conduct.ts";
import type { ConductWords } from "./words.ts";

/** Words of conduct in the reader's language. */
export function useConductWords(): ConductWords {
  return useSpeech().locale === "de" ? conductDe : conductEn;
}
