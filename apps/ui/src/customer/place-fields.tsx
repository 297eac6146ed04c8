import { useWidgetWords } from "../catalogue/use-widget-words.ts";
import classes from "./customer.module.css";
import { standOfEndpoint } from "./endpoint-state.ts";
import { ChoiceField } from "./field.tsx";
import type { NewTicket } from "./new-ticket.ts";
import type { Endpoint, Project } from "./wire.ts";

type Place = Pick<NewTicket, "project" | "branch" | "endpoint">;

/** Project, branch and endpoint, each offering what lies within the one before. */
export function PlaceFields(props: {
  readonly projects: readonly Project[];
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}) {
  const words = useWidgetWords();
  const { projects, place, onChange } = props;
  const project = projects.find((one) => one.id === place.project);
  const branch = project?.branches.find((one) => one.id === place.branch);
  const endpoint = branch?.endpoints.find((one) => one.id === place.endpoint);
  if (projects.length === 0) return null;
  return (
    <>
      <ChoiceField
        id="troth-project"
        label={words.project}
        value={place.project}
        none={words.noProject}
        choices={projects.map((one) => ({ id: one.id, name: projectName(one, words) }))}
        onChange={(id) => onChange({ project: id, branch: null, endpoint: null })}
      />
      {project && (
        <ChoiceField
          id="troth-branch"
          label={words.branch}
          value={place.branch}
          none={words.noBranch}
          choices={project.branches}
          onChange={(id) => onChange({ project: project.id, branch: id, endpoint: null })}
        />
      )}
      {project && branch && branch.endpoints.length > 0 && (
        <ChoiceField
          id="troth-endpoint"
          label={words.endpoint}
          value={place.endpoint}
          none={words.noEndpoint}
          choices={branch.endpoints.map((one) => ({
            id: one.id,
            name: `${one.id} (${words.endpointStand[standOfEndpoint(one)]})`,
          }))}
          onChange={(id) => onChange({ project: project.id, branch: branch.id, endpoint: id })}
        />
      )}
      {endpoint && <EndpointMeaning endpoint={endpoint} />}
    </>
  );
}

function projectName(project: Project, words: ReturnType<typeof useWidgetWords>): string {
  if (project.isProduction === null) return `${project.name} (${project.region})`;
  const use = project.isProduction ? words.production : words.notProduction;
  return `${project.name} (${project.region}, ${use})`;
}

/** What the chosen endpoint is doing, in a sentence: idle is not down. */
function EndpointMeaning({ endpoint }: { readonly endpoint: Endpoint }) {
  const words = useWidgetWords();
  const stand = standOfEndpoint(endpoint);
  const sentence =
    stand === "suspended"
      ? words.endpointSuspended(endpoint.id, endpoint.suspendedFor ?? "")
      : words.endpointMeaning[stand](endpoint.id);
  return <p className={`${classes.hint} ${classes.wide}`}>{sentence}</p>;
}
