import { useSpeech } from "../speech/speech.tsx";
import { policy as policyDe } from "./de/policy.ts";
import { policy as policyEn } from "./en/policy.ts";
import type { PolicyWords } from "./words.ts";

/** Words of the desk's policy pages in the reader's language. */
export function usePolicyWords(): PolicyWords {
  return useSpeech().locale === "de" ? policyDe : policyEn;
}
