import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type Route, type RouteId, routes } from "@troth/contract";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessPage, type CallerClass, CLASSES, mayAsk, ROUTE_IDS } from "./support/access-matrix.ts";
import { type Door, done, problemIn, refused, send } from "./support/ask.ts";
import { type Cast, signInAgent, useCast } from "./support/cast.ts";
import { requestFor, TICKET } from "./support/requests.ts";

/** Every route that fastify is told of, as `METHOD /path`. */
const known: string[] = [];

const onFastify = (message: unknown): void => {
  if (!hasFastify(message)) throw new Error("Fastify announces itself in another way.");
  message.fastify.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) known.push(`${one} ${url}`);
  });
};

const hasFastify = (message: unknown): message is { fastify: FastifyInstance } =>
  typeof message === "object" && message !== null && "fastify" in message;

beforeAll(() => subscribe("fastify.initialization", onFastify));
afterAll(() => unsubscribe("fastify.initialization", onFastify));

const world = useCast();
let number = 0;

beforeAll(async () => {
  number = (await done(world().cast.owner, "openTicket", { body: TICKET })).number;
});

const STAND_INS: Record<CallerClass, (cast: Cast) => Door> = {
  visitor: (cast) => cast.visitor,
  "customer:owner": (cast) => cast.owner,
  "customer:admin": (cast) => cast.admin,
  "customer:member": (cast) => cast.teammate,
  "customer:restricted": (cast) => cast.restricted,
  "agent:agent": (cast) => cast.agent,
  "agent:lead": (cast) => cast.lead,
  "agent:admin": (cast) => cast.deskAdmin,
  "key:directory": (cast) => cast.directoryKey,
  "key:policy": (cast) => cast.policyKey,
  "key:incidents": (cast) => cast.incidentsKey,
};

/** Whoever stands for a class; an agent who signs out has a session of its own for it. */
function callerOf(caller: CallerClass, id: RouteId): Door | Promise<Door> {
  const { cast, origin } = world();
  const [kind, role] = caller.split(":");
  if (kind === "agent" && id === "endDeskSession") return signInAgent(origin, `${role}@desk.example`);
  return STAND_INS[caller](cast);
}

/** Whether the door is open: «yes» unless the answer is that one must sign in, or may not. */
async function isLetIn(caller: CallerClass, id: RouteId): Promise<boolean> {
  const door = await callerOf(caller, id);
  const question = await requestFor(id, world(), number);
  const route: Route = routes[id];
  if (route.isStream) return streamStatus(door, route.path);
  const answer = await send(door, id, question);
  if (answer.status < 400) return true;
  // A refusal by the support policy comes from inside; it names its clause.
  const { status, code } = problemIn(answer);
  expect(status, answer.text).toBeLessThan(500);
  return code !== "unauthenticated" && code !== "forbidden";
}

async function streamStatus(door: Door, path: string): Promise<boolean> {
  const hangUp = new AbortController();
  const { status } = await fetch(door.origin + path, { headers: door.show(), signal: hangUp.signal });
  hangUp.abort();
  return status === 200;
}

describe("every route lets in whom the permission table names, and nobody else", () => {
  test.for(ROUTE_IDS)("%s", async (id) => {
    const found = new Map<string, boolean>();
    for (const caller of CLASSES) found.set(caller, await isLetIn(caller, id));
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(CLASSES.map((caller) => [caller, mayAsk(id, caller)])),
    );
  });
});

test("a refused visitor is told to sign in, a refused role is told so: 401 and 403", async () => {
  const { cast } = world();
  expect((await refused(cast.visitor, "readQueue")).status).toBe(401);
  expect((await refused(cast.owner, "readQueue")).status).toBe(403);
  expect((await refused(cast.agent, "readMe")).status).toBe(403);
  expect(
    (await refused(cast.policyKey, "readOrganisation", { params: { organisation: "org-a" } })).status,
  ).toBe(403);
});

test("what fastify answers under /v1 is the route table, no more and no less", () => {
  const table = ROUTE_IDS.map((id) => `${routes[id].method} ${routes[id].path}`).toSorted();
  const served = known.filter((route) => route.includes(" /v1") && !route.startsWith("HEAD ")).toSorted();
  expect(served).toEqual(table);
});

test("besides the API there are only the public pages and the built apps", () => {
  const others = known.filter((route) => !route.includes(" /v1") && !route.startsWith("HEAD "));
  expect(others.toSorted()).toEqual([
    "GET /",
    "GET /desk",
    "GET /desk/*",
    "GET /desk/assets/*",
    "GET /docs/:name",
    "GET /docs/findings/:code",
    "GET /healthz",
    "GET /openapi.json",
    "GET /portal",
    "GET /portal/*",
    "GET /portal/assets/*",
    "GET /problems/:code",
    "GET /readyz",
    "GET /schemas/:name",
    "GET /status",
    "GET /status/incidents/:number/cause",
    "GET /support",
    "GET /support/:version",
    "GET /support/:version/changes",
    "GET /support/calendars/:calendar/:year?",
    "GET /support/changes",
    "GET /widget.js",
    "GET /widget/*",
    "GET /widget/assets/*",
  ]);
});

test("docs/reference/access.md is what the tables say", async () => {
  await expect(accessPage()).toMatchFileSnapshot("../docs/reference/access.md");
});
