import type { LoggedReleaseEvent, Release } from "./events.ts";

/** The release as it is planned. Throws for any other event. */
export function planned({ seq, at, event }: LoggedReleaseEvent): Release {
  if (event.kind !== "release.planned") throw new Error("A release's log begins with release.planned.");
  const { name, note } = event;
  return { name, note, state: "planned", plannedAt: at, outAt: null, version: seq };
}

/** The release after it was marked out. */
export function afterMark(release: Release, { seq, at, event }: LoggedReleaseEvent): Release {
  if (event.kind !== "release.marked-out") throw new Error("A release is planned once.");
  return { ...release, note: event.note, state: "out", outAt: at, version: seq };
}
