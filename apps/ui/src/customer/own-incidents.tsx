import { useIncidentWords } from "../catalogue/use-incident-words.ts";
import classes from "./incident.module.css";
import { IncidentCard, useOwnIncidents } from "./incident-card.tsx";

/** Incidents that touch the reader or that they follow, above their tickets; nothing when there is none. */
export function OwnIncidents() {
  const words = useIncidentWords();
  const incidents = useOwnIncidents();
  if (incidents.length === 0) return null;
  return (
    <section className={classes.first} aria-label={words.yours}>
      <h2 className={classes.heading}>{words.yours}</h2>
      {incidents.map((incident) => (
        <IncidentCard key={incident.number} incident={incident} level={3} />
      ))}
    </section>
  );
}
