import type { ListedSource } from "../../verbs/knowledge/sources.ts";
import { wireInstant } from "./instant.ts";

const HOUR_MS = 3_600_000;

const maybe = (at: number | null): string | null => (at === null ? null : wireInstant(at));

/** A source without its secret. */
export function presentSource(source: ListedSource) {
  const { id, name, kind, settings, everyMs, isPaused, isOwn, pages, isStale, isReading } = source;
  const { outcome, notes, withheld, version } = source;
  return {
    id,
    name,
    kind,
    place: { ...settings },
    hasSecret: source.secret !== null,
    everyHours: everyMs / HOUR_MS,
    isPaused,
    isOwn,
    pages,
    currentAt: maybe(source.currentAt),
    attemptedAt: maybe(source.attemptedAt),
    nextAt: isPaused ? null : wireInstant(source.nextAt),
    isStale,
    isReading,
    outcome,
    notes: notes.map(({ code, about }) => ({ code, about })),
    withheld,
    version,
  };
}
