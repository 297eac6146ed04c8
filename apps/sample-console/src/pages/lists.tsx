import type { SignedIn } from "../../server/wire.ts";
import { Link } from "../link.tsx";
import { EndpointState, Region } from "./parts.tsx";

export function Branches({ session }: { readonly session: SignedIn }) {
  return (
    <>
      <h1>Branches</h1>
      <ul className="cards">
        {session.projects.flatMap((project) =>
          project.branches.map((branch) => (
            <li key={branch.id}>
              <h2>
                <Link to={`/projects/${project.id}/branches/${branch.id}`}>
                  {project.name} / {branch.name}
                </Link>
              </h2>
              <p>
                <Region id={project.region} />
              </p>
              <p>{branch.endpoints.length === 1 ? "1 endpoint" : `${branch.endpoints.length} endpoints`}</p>
            </li>
          )),
        )}
      </ul>
    </>
  );
}

export function Endpoints({ session }: { readonly session: SignedIn }) {
  return (
    <>
      <h1>Endpoints</h1>
      <div className="scroll" role="region" aria-label="Endpoints" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Endpoint</th>
              <th scope="col">Branch</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {session.projects.flatMap((project) =>
              project.branches.flatMap((branch) =>
                branch.endpoints.map((endpoint) => (
                  <tr key={endpoint.id}>
                    <td>
                      <code>{endpoint.id}</code>
                    </td>
                    <td>
                      <Link to={`/projects/${project.id}/branches/${branch.id}`}>
                        {project.name} / {branch.name}
                      </Link>
                    </td>
                    <td>
                      <EndpointState endpoint={endpoint} />
                    </td>
                  </tr>
                )),
              ),
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
