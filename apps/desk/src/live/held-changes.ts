import type { Change } from "@troth/sdk";

/** Stands for whatever happened while the line was down. */
export const LINE_LOST = "line-was-lost";

/** Changes by others wait here until the reader asks; own ones pass at once. */
export type HeldChanges = {
  /** Takes one line of the stream: it waits, or belongs to an own act under way, or is on the screen already. */
  readonly take: (change: Change) => "held" | "own" | "shown";
  /** Marks an own act on a ticket from before it is sent; call the answer once its effect has been fetched. */
  readonly ownAct: (ticket: number) => () => void;
  /** Tickets with waiting changes and how many; the same object until something changes. */
  readonly waiting: () => ReadonlyMap<number, number>;
  /** How many waiting changes are of kinds that begin so. */
  readonly about: (kinds: string) => number;
  /** Lets go of the waiting changes of one ticket, or of all. */
  readonly release: (ticket?: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** `isShown` tells whether what happened to a ticket at an instant has been fetched: an own line may come late. */
export function createHeldChanges(isShown: (ticket: number, at: string) => boolean): HeldChanges {
  const own = new Map<number, number>();
  const listeners = new Set<() => void>();
  let held: ReadonlyMap<number, number> = new Map();
  let kept: readonly { readonly ticket: number; readonly kind: string }[] = [];
  const set = (next: ReadonlyMap<number, number>) => {
    held = next;
    kept = kept.filter(({ ticket }) => next.has(ticket));
    for (const listener of listeners) listener();
  };
  return {
    take(change) {
      const ticket = change.ticket ?? 0;
      if ((own.get(ticket) ?? 0) > 0) return "own";
      if (isShown(ticket, change.at)) return "shown";
      kept = [...kept, { ticket, kind: change.kind }];
      set(new Map(held).set(ticket, (held.get(ticket) ?? 0) + 1));
      return "held";
    },
    ownAct(ticket) {
      own.set(ticket, (own.get(ticket) ?? 0) + 1);
      return () => own.set(ticket, (own.get(ticket) ?? 1) - 1);
    },
    waiting: () => held,
    about: (kinds) => kept.filter(({ kind }) => kind.startsWith(kinds) || kind === LINE_LOST).length,
    release(ticket) {
      if (ticket === undefined) return set(new Map());
      const next = new Map(held);
      next.delete(ticket);
      set(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
