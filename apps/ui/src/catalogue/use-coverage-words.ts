import { useSpeech } from "../speech/speech.tsx";
import { coverage as de } from "./de/coverage.ts";
import { coverage as en } from "./en/coverage.ts";
import type { CoverageWords } from "./words.ts";

/** Words of what support covers, in the reader's language. */
export function useCoverageWords(): CoverageWords {
  return useSpeech().locale === "de" ? de : en;
}
