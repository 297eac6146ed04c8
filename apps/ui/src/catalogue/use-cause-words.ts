import { useSpeech } from "../speech/speech.tsx";
import { cause as causeDe } from "./de/cause.ts";
import { cause as causeEn } from "./en/cause.ts";
import type { CauseWords } from "./words.ts";

/** Words of root-cause documents in the reader's language. */
export function useCauseWords(): CauseWords {
  return useSpeech().locale === "de" ? causeDe : causeEn;
}
