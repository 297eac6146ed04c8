import { createHmac, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { AgentRole, CustomerRole, KeyScope } from "@troth/core";
import type { PolicyFiles } from "@troth/policy";
import { afterAll, beforeAll } from "vitest";
import { portalLinkAtStart, publishAtStart } from "../../packages/server/src/main.ts";
import { write } from "../../packages/server/src/verbs/context.ts";
import { newInvite } from "../../packages/server/src/verbs/person/invite-agent.ts";
import type { Desk } from "../../packages/server/src/wire.ts";
import { type Door, done, send } from "./ask.ts";
import { DESK_URL, type DeskOptions, openDesk, type TestDesk } from "./desk.ts";

/** The vendor whose console signs for customers. */
export const ISSUER = "https://console.vendor.test";
export const SECRET = "a secret of the tests, with thirty-two bytes or more";

/** One of the vendor's customers, as the directory has them. */
export type Member = {
  readonly sub: string;
  readonly org: string;
  readonly email: string;
  readonly name: string;
  readonly role: CustomerRole;
};

type Organisation = {
  readonly pricing: string;
  readonly tier: string | null;
  readonly members: readonly (readonly [name: string, role: CustomerRole])[];
};

const ORGANISATIONS = {
  "org-a": {
    pricing: "enterprise",
    tier: "standard",
    members: [
      ["owner", "owner"],
      ["admin", "admin"],
      ["teammate", "member"],
      ["restricted", "restricted"],
    ],
  },
  "org-b": { pricing: "enterprise", tier: "gold", members: [["stranger", "owner"]] },
  "org-business": { pricing: "business", tier: null, members: [["business", "owner"]] },
  "org-scale": { pricing: "scale", tier: null, members: [["scale", "owner"]] },
  "org-launch": { pricing: "launch", tier: null, members: [["launch", "owner"]] },
  "org-free": { pricing: "free", tier: null, members: [["free", "owner"]] },
} as const satisfies Record<string, Organisation>;

/** The members' parts: the owner, admin, teammate and restricted member of A, the stranger of B, and one on each plan. */
export type Part = (typeof ORGANISATIONS)[keyof typeof ORGANISATIONS]["members"][number][0];

export type Cast = Readonly<
  Record<
    Part | "agent" | "lead" | "deskAdmin" | "directoryKey" | "policyKey" | "incidentsKey" | "visitor",
    Door
  >
> & {
  readonly member: (part: Part) => Member;
};

/** Password of every agent of the cast. */
export const PASSWORD = "correct horse battery staple";

/** A token as the vendor's console signs it; claims can be added, changed, or left out by `undefined`. */
export function tokenFor(
  { sub, org, email, name }: Pick<Member, "sub" | "org" | "email" | "name">,
  now: number,
  claims: Readonly<Record<string, unknown>> = {},
): string {
  const iat = Math.floor(now / 1_000);
  return signed({ iss: ISSUER, aud: DESK_URL, sub, org, email, name, iat, exp: iat + 300, ...claims });
}

/** Any claims with any header under the vendor's secret, or another one. */
export function signed(claims: object, header: object = {}, secret: string = SECRET): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", typ: "JWT", kid: "k1", ...header })}.${part(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

/** A desk with its cast. */
export type World = TestDesk & { readonly cast: Cast };

/** For the top of a test file: one desk with the cast for all its tests, stopped after the last. */
export function useCast(options: DeskOptions = {}): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    const desk = await openDesk(options);
    world = { ...desk, cast: await fillCast(desk) };
  }, 60_000);
  afterAll(() => world?.stop(), 60_000);
  return () => {
    if (world === undefined) throw new Error("The desk is there only while tests run.");
    return world;
  };
}

/** Publishes the bundled policy, tells of the customers through the vendor's API, and takes agents in. */
export async function fillCast({ desk, origin, clock }: TestDesk): Promise<Cast> {
  await publishAtStart(desk, bundledPolicy());
  await grantIssuer(desk);
  const bearer = (show: () => string): Door => ({
    origin,
    show: () => ({ authorization: `Bearer ${show()}` }),
  });
  const directoryKey = await newKey(desk, ["directory"]);
  const policyKey = await newKey(desk, ["policy"]);
  const incidentsKey = await newKey(desk, ["incidents"]);
  const vendor = bearer(() => directoryKey);
  const told: Member[] = [];
  for (const [org, facts] of Object.entries(ORGANISATIONS)) told.push(...(await tellOf(vendor, org, facts)));
  const customer = (part: Part): Door => bearer(() => tokenFor(memberIn(told, part), clock.now()));
  return {
    member: (part) => memberIn(told, part),
    owner: customer("owner"),
    admin: customer("admin"),
    teammate: customer("teammate"),
    restricted: customer("restricted"),
    stranger: customer("stranger"),
    business: customer("business"),
    scale: customer("scale"),
    launch: customer("launch"),
    free: customer("free"),
    agent: await newAgent(desk, origin, "agent"),
    lead: await newAgent(desk, origin, "lead"),
    deskAdmin: await newAgent(desk, origin, "admin"),
    directoryKey: vendor,
    policyKey: bearer(() => policyKey),
    incidentsKey: bearer(() => incidentsKey),
    visitor: { origin, show: () => ({}) },
  };
}

function memberIn(told: readonly Member[], part: Part): Member {
  const member = told.find(({ sub }) => sub === part);
  if (!member) throw new Error(`There is no ${part} in the cast.`);
  return member;
}

/** The vendor tells of one organisation, its members and one project with a branch and an endpoint. */
async function tellOf(vendor: Door, organisation: string, facts: Organisation): Promise<Member[]> {
  const { pricing, tier } = facts;
  const letter = organisation.slice("org-".length);
  const project = `prj-${letter}`;
  const branch = `br-${letter}`;
  await done(vendor, "putOrganisation", {
    params: { organisation },
    body: { name: `Organisation ${letter}` },
  });
  await done(vendor, "putSubscription", { params: { organisation }, body: { pricing, tier } });
  await done(vendor, "putProject", {
    params: { organisation, project },
    body: { name: `Project ${letter}`, region: "eu-central-1", isProduction: true },
  });
  await done(vendor, "putBranch", {
    params: { organisation, project, branch },
    body: { name: "main", isDefault: true },
  });
  await done(vendor, "putEndpoint", {
    params: { organisation, project, branch, endpoint: `ep-${letter}` },
    body: {},
  });
  const members = facts.members.map(([sub, role]) => ({
    sub,
    org: organisation,
    email: `${sub}@${letter}.example`,
    name: `Person ${sub}`,
    role,
  }));
  for (const { sub: member, email, name, role } of members) {
    await done(vendor, "putMember", { params: { organisation, member }, body: { email, name, role } });
  }
  return members;
}

/** Makes the vendor's signing secret known under `k1`. */
export async function grantIssuer({ deps, workspace }: Desk, iss = ISSUER, secret = SECRET): Promise<void> {
  await deps.store.transact(workspace.id, (tx) =>
    tx.sessions.saveIssuer({
      iss,
      algorithm: "HS256",
      secrets: { k1: deps.vault.sealOwn(secret) },
      jwks: null,
    }),
  );
}

export async function newKey({ deps, workspace }: Desk, scopes: readonly KeyScope[]): Promise<string> {
  const key = `troth_${deps.ids.secret()}`;
  await deps.store.transact(workspace.id, (tx, at) =>
    tx.sessions.addKey({
      id: deps.ids.uuid(),
      name: `key for ${scopes.join(" and ")}`,
      hash: deps.vault.secretHash(key),
      scopes,
      at,
    }),
  );
  return key;
}

/** An agent who accepted an invitation and has a session. */
export async function newAgent(
  desk: Desk,
  origin: string,
  role: AgentRole,
  email = `${role}@desk.example`,
): Promise<Door> {
  const token = await inviteFor(desk, email, role);
  const visitor = { origin, show: () => ({}) };
  const body = { token, name: `Agent ${role}`, password: PASSWORD };
  const { headers, status, text } = await send(visitor, "acceptInvite", { body });
  if (status !== 200) throw new Error(`The invitation was not accepted: ${text}`);
  const cookie = cookiesIn(headers);
  return { origin, show: () => ({ cookie }) };
}

/** A new session of an agent of the cast. */
export async function signInAgent(origin: string, email: string): Promise<Door> {
  const visitor = { origin, show: () => ({}) };
  const body = { email, password: PASSWORD };
  const { headers, status, text } = await send(visitor, "startDeskSession", { body });
  if (status !== 200) throw new Error(`The agent could not sign in: ${text}`);
  const cookie = cookiesIn(headers);
  return { origin, show: () => ({ cookie }) };
}

/** A member who came in by a sign-in link, outside the vendor's console. */
export async function portalDoor({ desk, origin, cast }: World, part: Part): Promise<Door> {
  const { sub: member, org: organisation } = cast.member(part);
  const link = await portalLinkAtStart(desk, { issuer: ISSUER, member, organisation });
  const visitor = { origin, show: () => ({}) };
  const token = link?.split("#")[1];
  const { headers, status, text } = await send(visitor, "redeemPortalLink", { body: { token } });
  if (status !== 200) throw new Error(`The link was not taken: ${text}`);
  const cookie = cookiesIn(headers);
  return { origin, show: () => ({ cookie }) };
}

/** Secret of an invitation, as a mail would carry it. */
export function inviteFor(desk: Desk, email: string | null, role: AgentRole): Promise<string> {
  const ctx = desk.system("test");
  return write(ctx, "clock.watch", (scene) => newInvite(ctx, scene, email, role));
}

/** The cookies an answer sets, as a browser sends them back. */
export function cookiesIn(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

const POLICY = join(import.meta.dirname, "../../policies/neon-2024-09");

/** Files of the bundled policy; `changes` gives the words to replace, file by file. */
export function bundledPolicy(
  changes: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {},
): PolicyFiles {
  const files = readdirSync(POLICY, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(POLICY, name)).isFile(),
  );
  return Object.fromEntries(
    files.map((name) => {
      const path = relative(POLICY, join(POLICY, name));
      return [path, changed(readFileSync(join(POLICY, name), "utf8"), changes[path] ?? [])];
    }),
  );
}

function changed(text: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`The bundled policy no longer says «${from}».`);
    return before.replaceAll(from, to);
  }, text);
}

/** A fresh name, so that one test's organisation is not another's. */
export const fresh = (word: string): string => `${word}-${randomUUID().slice(0, 8)}`;
