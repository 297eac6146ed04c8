import type { PromiseOfReply, TimelineEntry } from "../wire.ts";

/** One change of a promise: what it did to the due, why, and by whom where a person did it. */
export type PromiseMove = {
  readonly at: string;
  readonly why: string;
  readonly kind: "moved" | "kept" | "ended" | "given";
  readonly dueFrom: string | null;
  readonly dueTo: string | null;
  readonly by: string;
  /** What the person wrote as the ground. */
  readonly reason: string;
};

/** A move and the event that made it are of one instant. */
const MADE_BY: Readonly<Record<string, string>> = {
  "severity-raised": "severity.assessed",
  "severity-lowered": "severity.assessed",
  "severity-restored": "severity.assessed",
};

/** Every change of a promise, oldest first, with who made it as the timeline tells (clock.md C6 to C9). */
export function movesOf(
  promise: Pick<PromiseOfReply, "history">,
  timeline: readonly TimelineEntry[],
): readonly PromiseMove[] {
  return promise.history.map(({ at, why, dueFrom, dueTo }) => {
    const event = timeline.find((entry) => entry.at === at && entry.kind === MADE_BY[why]);
    return {
      at,
      why,
      kind: kindOf(dueFrom, dueTo),
      dueFrom,
      dueTo,
      by: event?.by ?? "",
      reason: event?.reason ?? "",
    };
  });
}

function kindOf(from: string | null, to: string | null): PromiseMove["kind"] {
  if (from === to) return "kept";
  if (to === null) return "ended";
  return from === null ? "given" : "moved";
}

/** Clocks worth a word: those with a time, now or once. A clock without one only measures. */
export function toldPromises(promises: readonly PromiseOfReply[]): readonly PromiseOfReply[] {
  return promises.filter(({ dueAt, history }) => dueAt !== null || history.length > 0);
}
