/** The place that a request names; null for what it leaves out. */
export type NamedPlace = {
  readonly project: string | null;
  readonly branch: string | null;
  readonly endpoint: string | null;
};

/** A project with its branches and endpoints, as far as a proposal looks at them. */
export type VendorProject = {
  readonly id: string;
  readonly region: string;
  readonly isProduction: boolean | null;
  readonly branches: readonly VendorBranch[];
};
export type VendorBranch = {
  readonly id: string;
  readonly isDefault: boolean;
  readonly isProtected: boolean;
  readonly state: string;
  readonly endpoints: readonly VendorEndpoint[];
};
export type VendorEndpoint = {
  readonly id: string;
  readonly kind: "read_write" | "read_only";
  readonly state: "init" | "active" | "idle";
  readonly isDisabled: boolean;
  readonly suspendedFor: string | null;
};

/** What the directory says of a place; null for what it does not know. */
export type PlaceFacts = {
  readonly isProduction: boolean | null;
  /** Stands still by design: idle, suspended, switched off or archived. That is no outage (product.md, 15). */
  readonly isAtRest: boolean | null;
  /** Another endpoint of the project runs beside the place named, and can stand in for it. */
  readonly isOneOfMany: boolean | null;
  readonly region: string | null;
};

const NOTHING: PlaceFacts = { isProduction: null, isAtRest: null, isOneOfMany: null, region: null };

/** What the directory says of the place that a request names. */
export function placeFacts(place: NamedPlace, projects: readonly VendorProject[]): PlaceFacts {
  const project = projects.find(({ id }) => id === place.project);
  if (project === undefined) return NOTHING;
  const branch = project.branches.find(({ id }) => id === place.branch);
  const within = branch === undefined ? project.branches : [branch];
  const named = endpointsIn(within).filter(({ id }) => place.endpoint === null || id === place.endpoint);
  const isWhole = branch === undefined && place.endpoint === null;
  return {
    isProduction: isSideBranch(project, branch) ? null : project.isProduction,
    isAtRest: branch?.state === "archived" || (named.length > 0 && named.every(isAtRest)),
    isOneOfMany: !isWhole && standIns(project, named).some((one) => !isAtRest(one)),
    region: project.region,
  };
}

/**
 * Endpoints that go on while those named do not. For one that takes writes on a main branch, a replica or a branch for
 * development is none: what runs there is not what the customer lost.
 */
function standIns({ branches }: VendorProject, named: readonly VendorEndpoint[]): readonly VendorEndpoint[] {
  const isNamed = ({ id }: VendorEndpoint): boolean => named.some((one) => one.id === id);
  const main = branches.filter(({ isDefault, isProtected }) => isDefault || isProtected);
  const takesWrites = endpointsIn(main).filter(({ kind }) => kind === "read_write");
  const others = takesWrites.some(isNamed) ? takesWrites : endpointsIn(branches);
  return others.filter((one) => !isNamed(one));
}

const endpointsIn = (branches: readonly VendorBranch[]): readonly VendorEndpoint[] =>
  branches.flatMap(({ endpoints }) => endpoints);

function isAtRest({ state, isDisabled, suspendedFor }: VendorEndpoint): boolean {
  return state === "idle" || isDisabled || suspendedFor !== null;
}

/** A branch beside the main one may be a copy for development, even in a production project: only its owner knows. */
function isSideBranch({ isProduction }: VendorProject, branch: VendorBranch | undefined): boolean {
  return isProduction === true && branch !== undefined && !branch.isDefault && !branch.isProtected;
}
