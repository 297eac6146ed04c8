import type { Instant, Span, VersionPhase, VersionRules } from "../types.ts";

/** The instant so long after another; months and years are those of the UTC calendar, and end with the shorter month. */
export function after(at: Instant, { amount, unit }: Span): Instant {
  if (unit === "day" || unit === "week") return at + amount * (unit === "week" ? 7 : 1) * 86_400_000;
  const date = new Date(at);
  const months = date.getUTCMonth() + amount * (unit === "year" ? 12 : 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate();
  return at + Date.UTC(date.getUTCFullYear(), months, Math.min(date.getUTCDate(), last)) - midnight(date);
}

const midnight = (date: Date): Instant =>
  Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());

export type VersionAnswer =
  | { readonly state: "supported"; readonly phase: VersionPhase; readonly until: Instant | null }
  | { readonly state: "ended" }
  /** A fact that the rules go by is not known. */
  | { readonly state: "unknown"; readonly wanted: "released" | "behind" };

/**
 * The phase of its life that a version is in: the first that still holds. `behind` is how many releases are newer.
 * A fact that is not known and that would decide is asked for, never guessed.
 */
export function versionPhaseOf(
  rules: VersionRules,
  version: { readonly releasedAt?: Instant; readonly behind?: number },
  at: Instant,
): VersionAnswer {
  for (const phase of rules.phases) {
    if (phase.behind !== null) {
      if (version.behind === undefined) return { state: "unknown", wanted: "behind" };
      if (version.behind <= phase.behind) return { state: "supported", phase, until: null };
    } else if (phase.lasts === null) return { state: "supported", phase, until: null };
    else {
      if (version.releasedAt === undefined) return { state: "unknown", wanted: "released" };
      const until = after(version.releasedAt, phase.lasts);
      if (at < until) return { state: "supported", phase, until };
    }
  }
  return { state: "ended" };
}
