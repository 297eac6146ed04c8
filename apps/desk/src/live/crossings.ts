import type { Usage } from "@troth/ui";

/** A ticket that is watched, and the mark its promise has passed by now. */
export type Watched = { readonly number: number; readonly subject: string; readonly usage: Usage | null };

/** A mark worth saying aloud, passed while one was looking. */
export type Crossing = Watched & { readonly usage: Exclude<Usage, "half"> };

const ORDER: readonly Usage[] = ["half", "four-fifths", "last-hour", "late"];

/** Tells each mark of a ticket once: what had passed when the ticket was first seen is not news. */
export function createCrossings(): (watched: readonly Watched[]) => readonly Crossing[] {
  const said = new Map<number, Set<Usage>>();
  return (watched) =>
    watched.flatMap(({ number, subject, usage }): Crossing[] => {
      const known = said.get(number);
      const marks = known ?? new Set<Usage>();
      said.set(number, marks);
      if (usage === null || marks.has(usage)) return [];
      for (const mark of known === undefined ? ORDER.slice(0, ORDER.indexOf(usage) + 1) : [usage])
        marks.add(mark);
      return known === undefined || usage === "half" ? [] : [{ number, subject, usage }];
    });
}
