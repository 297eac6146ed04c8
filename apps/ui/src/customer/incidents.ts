import type { OwnIncident, Project } from "./wire.ts";

/** What the form says of the place a ticket is about; null is not said. */
export type AskedPlace = {
  readonly project: Project | null;
  /** Id and name of the chosen product. */
  readonly product: { readonly id: string; readonly name: string } | null;
};

/**
 * The open incidents to show before the form (P049): with a project chosen those of its region, with a product those
 * of that product; an incident that names neither touches everybody.
 */
export function incidentsFor(incidents: readonly OwnIncident[], place: AskedPlace): readonly OwnIncident[] {
  const { project, product } = place;
  return incidents.filter(
    ({ resolvedAt, regions, components }) =>
      resolvedAt === null &&
      (regions.length === 0 || project === null || isAmong(regions, project.region)) &&
      (components.length === 0 ||
        product === null ||
        isAmong(components, product.id) ||
        isAmong(components, product.name)),
  );
}

function isAmong(names: readonly string[], name: string): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}
