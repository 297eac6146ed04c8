import type { DemoBranch, DemoProject } from "../../server/vendor/types.ts";
import type { SignedIn } from "../../server/wire.ts";
import { Link } from "../link.tsx";
import { EndpointState, Operations, Region } from "./parts.tsx";

type ProjectProps = { readonly session: SignedIn; readonly project: DemoProject };

export function ProjectPage({ session, project }: ProjectProps) {
  return (
    <>
      <p className="trail">
        <Link to="/projects">Projects</Link>
      </p>
      <h1>{project.name}</h1>
      <p>
        <Region id={project.region} />. {project.isProduction ? "Production." : "Development and test."}
      </p>
      <h2>Branches</h2>
      <ul className="cards">
        {project.branches.map((branch) => (
          <li key={branch.id}>
            <h3>
              <Link to={`/projects/${project.id}/branches/${branch.id}`}>{branch.name}</Link>
            </h3>
            <BranchFlags branch={branch} />
            {branch.endpoints.map((endpoint) => (
              <p key={endpoint.id}>
                <code>{endpoint.id}</code> <EndpointState endpoint={endpoint} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      <h2>Recent operations</h2>
      <Operations
        session={session}
        operations={session.operations.filter((one) => one.project === project.id)}
      />
    </>
  );
}

export function BranchPage({ session, project, branch }: ProjectProps & { readonly branch: DemoBranch }) {
  return (
    <>
      <p className="trail">
        <Link to="/projects">Projects</Link> / <Link to={`/projects/${project.id}`}>{project.name}</Link>
      </p>
      <h1>{branch.name}</h1>
      <BranchFlags branch={branch} />
      <h2>Endpoints</h2>
      <ul className="cards">
        {branch.endpoints.map((endpoint) => (
          <li key={endpoint.id}>
            <h3>
              <code>{endpoint.id}</code>
            </h3>
            <p>{endpoint.kind === "read_write" ? "Read and write" : "Read only"}</p>
            <p>
              <EndpointState endpoint={endpoint} />
            </p>
            <p>
              <code>
                {endpoint.id}.{project.region}.acme-db.example
              </code>
            </p>
          </li>
        ))}
      </ul>
      <h2>Recent operations</h2>
      <Operations
        session={session}
        operations={session.operations.filter((one) => one.branch === branch.id)}
      />
    </>
  );
}

export function BranchFlags({ branch }: { readonly branch: DemoBranch }) {
  const flags = [branch.isDefault && "default", branch.isProtected && "protected"].filter(Boolean);
  if (flags.length === 0) return null;
  return <p className="quiet">{flags.join(", ")}</p>;
}
