import { useIncidentWords } from "../catalogue/use-incident-words.ts";
import classes from "./incident.module.css";
import { IncidentCard, useOwnIncidents } from "./incident-card.tsx";
import { incidentsFor } from "./incidents.ts";
import type { NewTicket } from "./new-ticket.ts";
import type { TicketForm } from "./wire.ts";

/** Status first: what is known already and touches the reader stands above the form, and never in its way (P049). */
export function StatusFirst(props: {
  readonly form: TicketForm;
  readonly ticket: Pick<NewTicket, "project" | "product" | "incident">;
  readonly onAttach: (incident: number | null) => void;
}) {
  const { form, ticket, onAttach } = props;
  const words = useIncidentWords();
  const project = form.projects.find(({ id }) => id === ticket.project) ?? null;
  const product = form.products.find(({ id }) => id === ticket.product) ?? null;
  const incidents = incidentsFor(useOwnIncidents(form.incidents), { project, product });
  const statusPage = (
    <a href={new URL("/status", form.me.workspace.url).href} target="_blank" rel="noreferrer">
      {words.statusPage}
    </a>
  );
  if (incidents.length === 0) {
    return (
      <p className={classes.quietLine}>
        <span>{project === null ? words.noneOpen : words.noneOpenIn(project.region)}</span> {statusPage}
      </p>
    );
  }
  return (
    <section className={classes.first} aria-label={words.knownFirst}>
      {incidents.map((incident) => (
        <IncidentCard key={incident.number} incident={incident} level={2}>
          <label className={classes.attach}>
            <input
              type="checkbox"
              checked={ticket.incident === incident.number}
              onChange={(event) => onAttach(event.currentTarget.checked ? incident.number : null)}
            />
            <span>{words.attach}</span>
          </label>
          {ticket.incident === incident.number && <p className={classes.second}>{words.attached}</p>}
        </IncidentCard>
      ))}
      <p className={classes.quietLine}>
        <span>{words.goOn}</span> {statusPage}
      </p>
    </section>
  );
}
