import { useSpeech } from "../speech/speech.tsx";
import { portal as portalDe } from "./de/portal.ts";
import { portal as portalEn } from "./en/portal.ts";
import type { PortalWords } from "./words.ts";

/** Words of the portal in the reader's language. */
export function usePortalWords(): PortalWords {
  return useSpeech().locale === "de" ? portalDe : portalEn;
}
