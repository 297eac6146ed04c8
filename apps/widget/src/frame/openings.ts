import type { Opening } from "./frame-line.ts";

/** The dialog as the host opened it last; `count` tells one opening from the next. */
export type Current = { readonly count: number; readonly isOpen: boolean; readonly opening: Opening | null };

export type Openings = {
  readonly current: () => Current;
  readonly subscribe: (listener: () => void) => () => void;
  readonly open: (opening: Opening) => void;
  readonly close: () => void;
};

export function openings(): Openings {
  let current: Current = { count: 0, isOpen: false, opening: null };
  const listeners = new Set<() => void>();
  const set = (next: Current) => {
    current = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (opening) => set({ count: current.count + 1, isOpen: true, opening }),
    close: () => set({ ...current, isOpen: false }),
  };
}
