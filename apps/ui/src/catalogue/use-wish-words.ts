import { useSpeech } from "../speech/speech.tsx";
import { wish as wishDe } from "./de/wish.ts";
import { wish as wishEn } from "./en/wish.ts";
import type { WishWords } from "./words.ts";

/** Words of wishes in the reader's language. */
export function useWishWords(): WishWords {
  return useSpeech().locale === "de" ? wishDe : wishEn;
}
