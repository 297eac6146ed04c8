import type { Incident, LoggedIncidentEvent } from "./events.ts";

/** The incident after its declaration. Throws for any other event. */
export function declared({ seq, at, event }: LoggedIncidentEvent): Incident {
  if (event.kind !== "incident.declared") throw new Error("An incident's log begins with incident.declared.");
  const { number, title, components, regions, state, nextUpdateBy } = event;
  const resolvedAt = state === "resolved" ? at : null;
  return {
    number,
    title,
    components,
    regions,
    state,
    declaredAt: at,
    changedAt: at,
    resolvedAt,
    nextUpdateBy,
    version: seq,
  };
}

/** The incident after one more event. */
export function afterUpdate(incident: Incident, { seq, at, event }: LoggedIncidentEvent): Incident {
  if (event.kind !== "incident.updated") throw new Error("An incident is declared once.");
  const { state, nextUpdateBy } = event;
  const resolvedAt = state === "resolved" ? at : null;
  return { ...incident, state, nextUpdateBy, resolvedAt, changedAt: at, version: seq };
}
