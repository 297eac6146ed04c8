import { useSpeech } from "../speech/speech.tsx";
import { incident as incidentDe } from "./de/incident.ts";
import { incident as incidentEn } from "./en/incident.ts";
import type { IncidentWords } from "./words.ts";

/** Words of incidents in the reader's language. */
export function useIncidentWords(): IncidentWords {
  return useSpeech().locale === "de" ? incidentDe : incidentEn;
}
