import type { Fetch } from "../fetch/safe-fetch.ts";
import { type Change, type End, type Round, type Source, type SourceState, stateAfter } from "../source.ts";

export const NOW = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;

export const noFetch: Fetch = () => Promise.reject(new Error("nothing may be fetched"));

export type Told = {
  readonly steps: readonly Change[];
  readonly state: SourceState;
  readonly put: readonly string[];
  readonly gone: readonly string[];
  readonly notes: readonly string[];
  readonly end: End;
};

/** A refresh to its end, with what it told in short. */
export async function refreshed(
  source: Source,
  before: SourceState,
  round: Partial<Round> = {},
): Promise<Told> {
  const steps: Change[] = [];
  const whole: Round = { fetch: noFetch, now: NOW, signal: new AbortController().signal, ...round };
  for await (const step of source.refresh(before, whole)) steps.push(step);
  const end = steps.at(-1);
  if (end?.kind !== "end") throw new Error("a refresh ends with its end");
  return {
    steps,
    state: stateAfter(before, steps),
    put: steps.flatMap((step) => (step.kind === "put" ? [step.page.id] : [])).toSorted(),
    gone: steps.flatMap((step) => (step.kind === "gone" ? [step.id] : [])).toSorted(),
    notes: steps.flatMap((step) => (step.kind === "note" ? [`${step.note.code} ${step.note.about}`] : [])),
    end,
  };
}

/** Hours after the first refresh. */
export const after = (hours: number): number => NOW + hours * HOUR;
