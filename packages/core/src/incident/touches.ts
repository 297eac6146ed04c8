import type { Incident } from "./events.ts";

/** Where a request comes from, as far as it is known; an empty list or null is not known. */
export type TouchedPlace = {
  readonly regions: readonly string[];
  /** Product or component that the request is about. */
  readonly component?: string | null;
};

/**
 * Whether an incident bears on a place (P049): in one of its regions, if it names any, and on the component asked
 * about, if it names any and the request names one. A place whose region nobody knows is touched by incidents that
 * name no region alone.
 */
export function touches(
  { regions, components }: Pick<Incident, "regions" | "components">,
  place: TouchedPlace,
): boolean {
  const isHere =
    regions.length === 0 || regions.some((one) => place.regions.some((known) => isSame(one, known)));
  const { component = null } = place;
  const isThis =
    components.length === 0 || component === null || components.some((one) => isSame(one, component));
  return isHere && isThis;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
