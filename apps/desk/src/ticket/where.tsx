import { useDeskWords } from "@troth/ui";
import type { DeskTicket, Project } from "../wire.ts";
import classes from "./ticket.module.css";

/** The place a ticket is about, with the state of what stands there, as the vendor's directory says. */
export function Where({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const { place } = ticket;
  const project = ticket.projects.find((one) => one.id === place.project?.id) ?? null;
  const others = ticket.projects.filter((one) => one.id !== project?.id);
  return (
    <>
      {place.project === null ? (
        words.wholeOrganisation
      ) : (
        <span dir="auto">
          {[place.project.name, place.branch?.name, place.endpoint].filter(Boolean).join(" / ")}
        </span>
      )}
      {place.region !== null && <span className={classes.second}>{place.region}</span>}
      {project !== null && <ProjectState project={project} ticket={ticket} />}
      {others.length > 0 && (
        <details className={classes.fold}>
          <summary>{words.allProjects(others.length)}</summary>
          {others.map((one) => (
            <div key={one.id} className={classes.project}>
              <span dir="auto">
                {one.name}, {one.region}
              </span>
              <ProjectState project={one} ticket={null} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function ProjectState(props: { readonly project: Project; readonly ticket: DeskTicket | null }) {
  const words = useDeskWords();
  const { project, ticket } = props;
  const production =
    project.isProduction === null
      ? words.productionUnknown
      : project.isProduction
        ? words.production
        : words.notProduction;
  const states: Readonly<Record<string, string>> = words.branchStates;
  const branches = project.branches.filter(
    (branch) => ticket?.place.branch == null || branch.id === ticket.place.branch.id,
  );
  return (
    <>
      <span className={classes.second}>{production}</span>
      {branches.map((branch) => (
        <span key={branch.id} className={classes.branch}>
          <span dir="auto">{branch.name}</span>{" "}
          <span className={classes.second}>
            {[
              branch.isDefault ? words.branchDefault : null,
              branch.isProtected ? words.branchProtected : null,
              states[branch.state] ?? branch.state,
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
          {branch.endpoints.map((endpoint) => (
            <span key={endpoint.id} className={classes.endpoint}>
              <code>{endpoint.id}</code> {endpointWords(endpoint, words)}
            </span>
          ))}
        </span>
      ))}
    </>
  );
}

type Endpoint = Project["branches"][number]["endpoints"][number];

function endpointWords(endpoint: Endpoint, words: ReturnType<typeof useDeskWords>): string {
  if (endpoint.suspendedFor !== null) return words.endpointSuspended(endpoint.suspendedFor);
  return endpoint.isDisabled ? words.endpointDisabled : words.endpointStates[endpoint.state];
}
