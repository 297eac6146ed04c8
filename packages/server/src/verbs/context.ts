import { type Actor, type ActorClass, may, PERMISSIONS, type Permission } from "@troth/core";
import type { Instant } from "@troth/policy";
import type { Blobs } from "../ports/blobs.ts";
import type { FileTypes } from "../ports/file-types.ts";
import type { Ids } from "../ports/ids.ts";
import type { Invitations, Meetings } from "../ports/invitations.ts";
import type { Membership, Store, StoredAgent, Tx, Workspace } from "../ports/store.ts";
import { LostRace } from "../ports/store.ts";
import type { TokenClaims } from "../ports/tokens.ts";
import type { Vault } from "../ports/vault.ts";
import { Fail } from "./fail.ts";
import type { KnownUses } from "./policy/known-uses.ts";
import type { PolicyShelf } from "./policy-shelf.ts";

/** What a caller showed us, verified as far as it can be without the database. */
export type Credential =
  | { readonly kind: "none" }
  | { readonly kind: "token"; readonly claims: Claims }
  | { readonly kind: "portal"; readonly hash: Buffer }
  /** `session` is a mark of the session that the account signed in with. */
  | { readonly kind: "agent"; readonly account: string; readonly session: string }
  | { readonly kind: "key"; readonly hash: Buffer }
  | { readonly kind: "system"; readonly job: string };

/** Claims of the vendor's signed token (formats.md). A person is (iss, sub); the address links nothing. */
export type Claims = TokenClaims;

/** What verbs are made with, once. */
export type Deps = {
  readonly store: Store;
  readonly vault: Vault;
  readonly ids: Ids;
  readonly shelf: PolicyShelf;
  readonly uses: KnownUses;
  readonly meetings: Meetings;
  readonly invitations: Invitations;
  readonly blobs: Blobs;
  readonly fileTypes: FileTypes;
  /** Tells other nodes that something was written, after it was committed. */
  readonly ring: () => void;
};

/** One request, or one run of a job. */
export type Ctx = Deps & {
  readonly workspace: Workspace;
  readonly credential: Credential;
  readonly replay: Replay | null;
};

/** The Idempotency-Key of a write, with what it was sent for. */
export type Replay = { readonly key: string; readonly route: string; readonly bodyHash: Buffer };

/** Inside the transaction: who acts, on what, and when. */
export type Scene = {
  readonly tx: Tx;
  readonly now: Instant;
  readonly actor: Actor;
  readonly member: Membership | null;
  readonly agent: StoredAgent | null;
  /** Opens what people wrote to them. */
  readonly vault: Vault;
};

/** Runs of a write that other transactions came before, until it is given up. */
const MOST_RUNS = 4;

/** Runs a write once: authorises, lets `run` decide and save, and keeps its result for a retry with the same key. */
export async function write<T>(
  ctx: Ctx,
  permission: Permission,
  run: (scene: Scene) => Promise<T>,
): Promise<T> {
  for (let runs = 1; ; runs += 1) {
    try {
      const result = await ctx.store.transact(ctx.workspace.id, (tx, now) =>
        writeOnce(ctx, permission, tx, now, run),
      );
      ctx.ring();
      return result;
    } catch (error) {
      if (!(error instanceof LostRace)) throw error;
      if (runs === MOST_RUNS) throw error.cause;
    }
  }
}

async function writeOnce<T>(
  ctx: Ctx,
  permission: Permission,
  tx: Tx,
  now: Instant,
  run: (scene: Scene) => Promise<T>,
): Promise<T> {
  const scene = await enter(ctx, permission, tx, now);
  const who = ctx.replay && idOf(scene.actor);
  if (!ctx.replay || !who) return run(scene);
  const { key, route, bodyHash } = ctx.replay;
  const before = await tx.replays.find(who, key);
  if (before) {
    if (before.route !== route || !before.bodyHash.equals(bodyHash)) throw reused();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was kept by the same route
    return before.response as T;
  }
  const response = await run(scene);
  await tx.replays.keep({
    actor: who,
    key,
    route,
    bodyHash,
    status: 200,
    response: response ?? null,
    at: now,
  });
  return response;
}

/** Runs a read: authorises, then looks. */
export function read<T>(ctx: Ctx, permission: Permission, run: (scene: Scene) => Promise<T>): Promise<T> {
  return ctx.store.read(ctx.workspace.id, async (tx, now) => run(await enter(ctx, permission, tx, now)));
}

/** Why this kind of actor may not, and whom to ask; where others of its own kind may, they are named. */
function forbidden(actor: Actor, permission: Permission): Fail {
  const allowed: readonly ActorClass[] = PERMISSIONS[permission];
  if (actor.kind === "customer" && allowed.includes("customer:owner"))
    return new Fail("forbidden", "An owner or admin of your organisation decides this. Ask one of them.", {
      reason: "needs-owner",
    });
  if (actor.kind === "agent" && allowed.includes("agent:lead"))
    return new Fail("forbidden", "A lead or an administrator of the desk decides this. Ask one of them.", {
      reason: "needs-lead",
    });
  return new Fail("forbidden", FORBIDDEN[actor.kind]);
}

const FORBIDDEN: Record<Actor["kind"], string> = {
  visitor: "Sign in first.",
  customer: "This is for the vendor's support team. Your own tickets are in the portal.",
  agent: "Your role does not include this. Ask an administrator of the desk.",
  key: "This API key's scopes do not include this. Use a key that has the scope.",
  system: "This is not the system's to do.",
};

/** The one place where a credential becomes an actor and is asked what it may do. */
async function enter(ctx: Ctx, permission: Permission, tx: Tx, now: Instant): Promise<Scene> {
  const scene = { ...(await sceneOf(ctx.credential, tx, now)), vault: ctx.vault };
  if (may(scene.actor, permission)) return scene;
  if (scene.actor.kind === "visitor") {
    throw new Fail(
      "unauthenticated",
      "Sign in first: this needs a signed token or a session, and none that counts came along.",
    );
  }
  throw forbidden(scene.actor, permission);
}

const VISITOR = { actor: { kind: "visitor" }, member: null, agent: null } as const;

async function sceneOf(credential: Credential, tx: Tx, now: Instant): Promise<Omit<Scene, "vault">> {
  switch (credential.kind) {
    case "none":
      return { tx, now, ...VISITOR };
    case "system":
      return { tx, now, ...VISITOR, actor: { kind: "system", job: credential.job } };
    case "token": {
      assertInTime(credential.claims, now);
      const { iss, sub, org } = credential.claims;
      const member = await tx.people.member(iss, sub, org, now);
      if (member) return customer(tx, now, member, "console");
      throw new Fail("unauthenticated", "You are not a member of this organisation here. Ask its owner.", {
        reason: "not-a-member",
      });
    }
    case "portal": {
      const session = await tx.sessions.portal(credential.hash, now);
      const member = session && (await tx.people.memberById(session.person, session.organisation, now));
      return member ? customer(tx, now, member, session.intake) : { tx, now, ...VISITOR };
    }
    case "agent": {
      const agent = await tx.people.agentByAccount(credential.account);
      if (!agent) return { tx, now, ...VISITOR };
      return { tx, now, member: null, agent, actor: { kind: "agent", person: agent.id, role: agent.role } };
    }
    case "key": {
      const key = await tx.sessions.key(credential.hash);
      return key
        ? { tx, now, ...VISITOR, actor: { kind: "key", key: key.id, scopes: key.scopes } }
        : { tx, now, ...VISITOR };
    }
  }
}

const LEEWAY_MS = 30_000;
const LONGEST_LIFE_MS = 300_000;

/** A token counts for five minutes at most, by the database's clock, give or take half a minute. */
export function assertInTime({ issuedAt, notBefore, expiresAt }: Claims, now: Instant): void {
  const isTooLong = expiresAt - issuedAt > LONGEST_LIFE_MS || expiresAt <= issuedAt;
  const isEarly = Math.max(issuedAt, notBefore ?? 0) > now + LEEWAY_MS;
  if (!isTooLong && !isEarly && expiresAt > now - LEEWAY_MS) return;
  const why = isTooLong
    ? "The token is made for longer than five minutes."
    : "The token has expired or is not valid yet.";
  throw new Fail("unauthenticated", `${why} Fetch a fresh one from your console and send this again.`);
}

function customer(
  tx: Tx,
  now: Instant,
  member: Membership,
  intake: "console" | "portal",
): Omit<Scene, "vault"> {
  const { id: person, role, organisation } = member;
  return {
    tx,
    now,
    member,
    agent: null,
    actor: { kind: "customer", person, organisation: organisation.id, role, intake },
  };
}

function idOf(actor: Actor): string | null {
  switch (actor.kind) {
    case "customer":
    case "agent":
      return `${actor.kind}:${actor.person}`;
    case "key":
      return `key:${actor.key}`;
    case "visitor":
    case "system":
      return null;
  }
}

function reused(): Fail {
  return new Fail(
    "invalid",
    "This Idempotency-Key was used for another request. Send a new key with a new request, or the same body again.",
    { reason: "idempotency-key-reused" },
  );
}

/** The member behind a request that only customers may make. */
export function memberOf(scene: Scene): Membership {
  if (!scene.member) throw new Fail("forbidden", "Only members of an organisation can do this.");
  return scene.member;
}

/** The agent behind a request that only agents may make. */
export function agentOf(scene: Scene): StoredAgent {
  if (!scene.agent) throw new Fail("forbidden", "Only agents of the desk can do this.");
  return scene.agent;
}
