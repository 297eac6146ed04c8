import { type Route, type RouteId, routes } from "@troth/contract";
import { type ActorClass, PERMISSIONS } from "@troth/core";

/** Every class of actor that comes by HTTP, in the order of the matrix's columns. */
export const CLASSES = [
  "visitor",
  "customer:owner",
  "customer:admin",
  "customer:member",
  "customer:restricted",
  "agent:agent",
  "agent:lead",
  "agent:admin",
  "key:directory",
  "key:policy",
  "key:incidents",
] as const satisfies readonly ActorClass[];

export type CallerClass = (typeof CLASSES)[number];

export const ROUTE_IDS = Object.keys(routes).filter((id): id is RouteId => id in routes);

/** What core's permission table says of a route and a class. */
export function mayAsk(id: RouteId, caller: CallerClass): boolean {
  const route: Route = routes[id];
  const allowed: readonly ActorClass[] = PERMISSIONS[route.permission];
  return allowed.includes(caller);
}

/** The matrix as docs/reference/access.md has it. */
export function accessPage(): string {
  const rows = ROUTE_IDS.map((id) => {
    const { method, path, permission }: Route = routes[id];
    const cells = CLASSES.map((caller) => (mayAsk(id, caller) ? "yes" : "–"));
    return row([`\`${method} ${path}\``, permission, ...cells]);
  });
  const head = ["Route", "Permission", ...CLASSES.map((caller) => caller.replace(":", " "))];
  return `${INTRODUCTION}\n${[row(head), row(head.map(() => "---")), ...rows].join("\n")}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const INTRODUCTION = `# Who may ask what

Made from the route table (\`packages/contract/src/routes.ts\`) and the permission table
(\`packages/core/src/access/permissions.ts\`) by \`tests/access-matrix.test.ts\`, which also sends each request of this
table to a running desk. Write it anew with \`vitest run --project tests tests/access-matrix.test.ts -u\`.

A «yes» opens the door and no more. Which rows are behind it is the reach: an agent sees every ticket, a customer those
of the own organisation, a restricted member the own ones; what lies outside answers 404, as if it were not there. Whether
a plan includes a channel is the support policy's word, and its refusal cites the clause.

`;
