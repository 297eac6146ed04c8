import { useSpeech } from "../speech/speech.tsx";
import { release as releaseDe } from "./de/release.ts";
import { release as releaseEn } from "./en/release.ts";
import type { ReleaseWords } from "./words.ts";

/** Words of releases in the reader's language. */
export function useReleaseWords(): ReleaseWords {
  return useSpeech().locale === "de" ? releaseDe : releaseEn;
}
