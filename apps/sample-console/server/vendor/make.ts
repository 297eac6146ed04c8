import type { DemoBranch, DemoEndpoint, DemoOperation } from "./types.ts";

/** An endpoint that runs and takes writes, unless said otherwise. */
export function endpoint(id: string, rest: Partial<DemoEndpoint> = {}): DemoEndpoint {
  return { id, kind: "read_write", state: "active", isDisabled: false, suspendedFor: null, ...rest };
}

/** A ready branch that is neither default nor protected, unless said otherwise. */
export function branch(
  id: string,
  name: string,
  endpoints: readonly DemoEndpoint[],
  rest: Partial<DemoBranch> = {},
): DemoBranch {
  return { id, name, isDefault: false, isProtected: false, state: "ready", endpoints, ...rest };
}

/** An operation that went well, unless said otherwise. */
export function operation(
  id: string,
  action: string,
  place: readonly [project: string, branch: string],
  minutesAgo: number,
  rest: Partial<DemoOperation> = {},
): DemoOperation {
  const [project, branchId] = place;
  return {
    id: `op-${id}`,
    requestId: `req-${id.replaceAll("-", "")}`,
    action,
    project,
    branch: branchId,
    status: "finished",
    error: null,
    minutesAgo,
    seconds: 4,
    ...rest,
  };
}
