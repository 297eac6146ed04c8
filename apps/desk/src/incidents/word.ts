import type { IncidentState } from "../wire.ts";

/** What is being written about an incident; the time is as the field holds it, in the reader's own zone. */
export type Word = { readonly state: IncidentState; readonly text: string; readonly nextBy: string };

/** What one may say next: a state never has to be skipped, and an incident begins open. */
export const OPEN_STATES: readonly IncidentState[] = ["investigating", "identified", "monitoring"];
export const EVERY_STATE: readonly IncidentState[] = [...OPEN_STATES, "resolved"];

/** The instant of a local date and time as a field writes it; null when it is empty. */
export function instantIn(nextBy: string): string | null {
  const at = Date.parse(nextBy);
  return nextBy === "" || Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Whether the time promised for the next update lies in the past. */
export function isPast({ state, nextBy }: Word, now: number): boolean {
  const at = instantIn(nextBy);
  return state !== "resolved" && at !== null && Date.parse(at) <= now;
}

/** The request's part of a word; after the end no further update is promised. */
export function bodyOf({ state, text, nextBy }: Word) {
  return { state, text: text.trim(), nextUpdateBy: state === "resolved" ? null : instantIn(nextBy) };
}

/** Names written with commas between them. */
export function namesIn(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
