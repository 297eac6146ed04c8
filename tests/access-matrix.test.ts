import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type Route, type RouteId, routes } from "@troth/contract";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { portalLinkAtStart } from "../packages/server/src/main.ts";
import { accessPage, type CallerClass, CLASSES, mayAsk, ROUTE_IDS } from "./support/access-matrix.ts";
import { type Door, done, problemIn, type RawQuestion, refused, send } from "./support/ask.ts";
import {
  bundledPolicy,
  type Cast,
  fresh,
  ISSUER,
  inviteFor,
  PASSWORD,
  signInAgent,
  tokenFor,
  useCast,
} from "./support/cast.ts";

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

const TICKET = { category: "issue", description: "The nightly copy stops after a minute" };
const TEXT = { text: "Thank you" };
const PLACE = { organisation: "org-b", project: "prj-b", branch: "br-b", endpoint: "ep-b" };
const NOWHERE = { ...PLACE, project: "prj-none", branch: "br-none", endpoint: "ep-none", member: "nobody" };

/** A request that is right in itself, made anew for each caller: a route without one does not compile. */
const REQUESTS: Record<RouteId, () => RawQuestion | Promise<RawQuestion>> = {
  readMe: () => ({}),
  readTicketForm: () => ({}),
  previewTicket: () => ({ query: { category: "issue" } }),
  openTicket: () => ({ body: TICKET }),
  listTickets: () => ({}),
  readTicket: () => ({ params: { number } }),
  replyToTicket: () => ({ params: { number }, body: TEXT }),
  markTicketRead: () => ({ params: { number } }),
  readReceipt: () => ({ params: { number } }),
  readDraft: () => ({ params: { key: "new" } }),
  putDraft: () => ({ params: { key: "new" }, body: { content: "half a sentence" } }),
  followTickets: () => ({}),
  startPortal: () => ({
    body: { token: tokenFor(world().cast.member("owner"), Date.now(), { jti: fresh("jti") }) },
  }),
  requestPortalLink: () => ({ body: { email: "owner@a.example" } }),
  redeemPortalLink: async () => {
    const who = { issuer: ISSUER, member: "owner", organisation: "org-a" };
    const link = await portalLinkAtStart(world().desk, who);
    return { body: { token: link?.split("#")[1] } };
  },
  endPortal: () => ({}),
  startDeskSession: () => ({ body: { email: "agent@desk.example", password: PASSWORD } }),
  endDeskSession: () => ({}),
  readAgentMe: () => ({}),
  listAgents: () => ({}),
  inviteAgent: () => ({ body: { email: "new@desk.example", role: "agent" } }),
  acceptInvite: async () => {
    // The first invitation names nobody, so it asks for an address: far enough inside.
    const token = await inviteFor(world().desk, null, "admin");
    return { body: { token, name: "Joiner", password: PASSWORD } };
  },
  readQueue: () => ({}),
  countQueue: () => ({}),
  readDeskTicket: () => ({ params: { number } }),
  readDeskPolicy: () => ({ params: { number } }),
  replyAsAgent: () => ({ params: { number }, body: TEXT }),
  noteTicket: () => ({ params: { number }, body: TEXT }),
  assignTicket: () => ({ params: { number }, body: { assignee: null } }),
  previewAssessment: () => ({ params: { number }, query: { to: "2" } }),
  assessTicket: () => ({
    params: { number },
    body: { to: "3", factors: ["workaround"], reason: "There is a way around it." },
  }),
  resolveTicket: () => ({ params: { number }, body: { outcome: "answered", message: "Done." } }),
  followDesk: () => ({}),
  listPolicies: () => ({}),
  publishPolicy: () => ({ body: { files: bundledPolicy() } }),
  readOrganisation: () => ({ params: { organisation: "org-b" } }),
  putOrganisation: () => ({ params: PLACE, body: { name: "B" } }),
  putSubscription: () => ({ params: PLACE, body: { pricing: "enterprise", tier: "gold" } }),
  putMember: () => ({
    params: { ...PLACE, member: fresh("member") },
    body: { email: "m@b.example", name: "M" },
  }),
  removeMember: () => ({ params: NOWHERE }),
  putProject: () => ({ params: PLACE, body: { name: "P", region: "eu" } }),
  removeProject: () => ({ params: NOWHERE }),
  putBranch: () => ({ params: PLACE, body: { name: "main" } }),
  removeBranch: () => ({ params: NOWHERE }),
  putEndpoint: () => ({ params: PLACE, body: {} }),
  removeEndpoint: () => ({ params: NOWHERE }),
};

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
  const question = await REQUESTS[id]();
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

describe("P019 every route lets in whom the permission table names, and nobody else", () => {
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
    "GET /healthz",
    "GET /openapi.json",
    "GET /portal",
    "GET /portal/*",
    "GET /portal/assets/*",
    "GET /readyz",
    "GET /support",
    "GET /support/:version",
    "GET /widget.js",
    "GET /widget/*",
    "GET /widget/assets/*",
  ]);
});

test("docs/reference/access.md is what the tables say", async () => {
  await expect(accessPage()).toMatchFileSnapshot("../docs/reference/access.md");
});
