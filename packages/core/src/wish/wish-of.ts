import type { LoggedWishEvent, Wish } from "./events.ts";

/** The wish as it is opened. Throws for any other event. */
export function wishOpened({ seq, at, event }: LoggedWishEvent): Wish {
  if (event.kind !== "wish.opened") throw new Error("A wish's log begins with wish.opened.");
  const { title, text } = event;
  return {
    title,
    text,
    state: "noted",
    release: null,
    reason: null,
    openedAt: at,
    changedAt: at,
    version: seq,
  };
}

/** The wish after one more step. */
export function afterStep(wish: Wish, { seq, at, event }: LoggedWishEvent): Wish {
  const next = { ...wish, changedAt: at, version: seq, release: null, reason: null };
  switch (event.kind) {
    case "wish.opened":
      throw new Error("A wish is opened once.");
    case "wish.planned":
      return { ...next, state: "planned", release: event.release };
    case "wish.put-back":
      return { ...next, state: "noted", reason: event.reason === "" ? null : event.reason };
    case "wish.declined":
      return { ...next, state: "declined", reason: event.reason };
    case "wish.out":
      return { ...next, state: "out", release: event.release };
  }
}
