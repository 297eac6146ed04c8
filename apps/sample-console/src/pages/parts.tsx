import type { DemoEndpoint } from "../../server/vendor/types.ts";
import type { Operation, SignedIn } from "../../server/wire.ts";

const regions: Readonly<Record<string, string>> = {
  "eu-1": "eu-1, Frankfurt",
  "eu-2": "eu-2, Stockholm",
  "us-1": "us-1, Ohio",
  "ap-1": "ap-1, Tokyo",
};

export function Region({ id }: { readonly id: string }) {
  return <>{regions[id] ?? id}</>;
}

/** An endpoint's state in words: idle and suspended are not the same as down. */
export function EndpointState({ endpoint }: { readonly endpoint: DemoEndpoint }) {
  const [kind, words] = stateOf(endpoint);
  return <span className={`state ${kind}`}>{words}</span>;
}

function stateOf(endpoint: DemoEndpoint): [kind: string, words: string] {
  if (endpoint.isDisabled) return ["off", "Disabled by your team"];
  if (endpoint.suspendedFor) return ["off", `Suspended: ${endpoint.suspendedFor}`];
  if (endpoint.state === "idle") return ["idle", "Idle, scaled to zero; wakes on connect"];
  if (endpoint.state === "init") return ["idle", "Starting"];
  return ["on", "Active"];
}

const when = new Intl.DateTimeFormat(undefined, {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** What the control plane did lately, failures included. */
export function Operations(props: { readonly session: SignedIn; readonly operations: readonly Operation[] }) {
  if (props.operations.length === 0) return <p>No operations in the last days.</p>;
  return (
    <div className="scroll" role="region" aria-label="Recent operations" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col">Where</th>
            <th scope="col">Status</th>
            <th scope="col">Started</th>
            <th scope="col">Took</th>
          </tr>
        </thead>
        <tbody>
          {props.operations.map((one) => (
            <tr key={one.id}>
              <td>
                {sentence(one.action)}
                <br />
                <code>{one.id}</code>
              </td>
              <td>{placeOf(props.session, one)}</td>
              <td>
                <span className={one.status === "failed" ? "state failed" : "state on"}>
                  {one.status === "failed" ? "Failed" : "Finished"}
                </span>
                {one.error && (
                  <>
                    <br />
                    {one.error}
                    <br />
                    <code>{one.requestId}</code>
                  </>
                )}
              </td>
              <td>
                <time dateTime={one.at}>{when.format(new Date(one.at))}</time>
              </td>
              <td>{one.seconds} s</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sentence(action: string): string {
  const text = action.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function placeOf(session: SignedIn, operation: Operation): string {
  const project = session.projects.find((one) => one.id === operation.project);
  const branch = project?.branches.find((one) => one.id === operation.branch);
  return `${project?.name ?? operation.project} / ${branch?.name ?? operation.branch}`;
}
