import type { SignedIn } from "../../server/wire.ts";
import { Link } from "../link.tsx";
import { Operations, Region } from "./parts.tsx";

export function Projects({ session }: { readonly session: SignedIn }) {
  return (
    <>
      <h1>Projects</h1>
      <div className="scroll" role="region" aria-label="Projects" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Region</th>
              <th scope="col">Use</th>
              <th scope="col">Branches</th>
            </tr>
          </thead>
          <tbody>
            {session.projects.map((project) => (
              <tr key={project.id}>
                <td>
                  <Link to={`/projects/${project.id}`}>{project.name}</Link>
                </td>
                <td>
                  <Region id={project.region} />
                </td>
                <td>{project.isProduction ? "Production" : "Development and test"}</td>
                <td>{project.branches.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>Recent operations</h2>
      <Operations session={session} operations={session.operations} />
    </>
  );
}
