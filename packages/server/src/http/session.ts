import { createHash } from "node:crypto";
import { isWrite, type Route } from "@troth/contract";
import "@fastify/cookie";
import type { FastifyRequest } from "fastify";
import type { Accounts } from "../ports/accounts.ts";
import type { Workspace } from "../ports/store.ts";
import type { Issuer, Tokens } from "../ports/tokens.ts";
import type { Claims, Credential, Ctx, Deps, Replay } from "../verbs/context.ts";
import { Fail } from "../verbs/fail.ts";

export type SessionDeps = {
  readonly deps: Deps;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  /** Where this node is reached; a demo takes tokens made for it, too, for a second demo may have moved the address. */
  readonly ownUrl: string;
};

/** Cookie of the portal; its value is the secret whose hash the database has. */
export const PORTAL_COOKIE = "troth_portal";

const WORKSPACES_FRESH_MS = 10_000;
const ISSUERS_FRESH_MS = 10_000;

/** Turns requests into contexts: which workspace, who shows what, and which write this is a retry of. */
export function sessions({ deps, accounts, tokens, ownUrl }: SessionDeps) {
  const workspaces = fresh(WORKSPACES_FRESH_MS, () => deps.store.workspaces());
  const issuers = new Map<string, () => Promise<Issuer[]>>();

  const issuersOf = (workspace: Workspace) => {
    let load = issuers.get(workspace.id);
    if (!load) {
      load = fresh(ISSUERS_FRESH_MS, () =>
        deps.store.read(workspace.id, async (tx) =>
          (await tx.sessions.issuers()).map((issuer) => opened(deps, issuer)),
        ),
      );
      issuers.set(workspace.id, load);
    }
    return load();
  };

  /** By host name; an installation with one workspace answers on every name it is reached by. */
  async function workspaceOf(request: FastifyRequest): Promise<Workspace> {
    const all = await workspaces();
    const [only] = all;
    if (only && all.length === 1) return only;
    const found = all.find(({ baseUrl }) => new URL(baseUrl).host === request.host);
    if (!found) throw new Fail("missing", "There is no support desk at this address. Check the address.");
    return found;
  }

  async function claimsOf(workspace: Workspace, token: string): Promise<Claims> {
    const known = await issuersOf(workspace);
    let claims = await tokens.verify(token, known, workspace.baseUrl);
    if ("why" in claims && workspace.isDemo) claims = await tokens.verify(token, known, ownUrl);
    if ("why" in claims) {
      throw new Fail(
        "unauthenticated",
        `${claims.why} Fetch a fresh one from your console and send this again.`,
      );
    }
    return claims;
  }

  async function credentialOf(request: FastifyRequest, workspace: Workspace): Promise<Credential> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const [, bearer] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
      if (bearer === undefined)
        throw new Fail("unauthenticated", "Send the credential as: Authorization: Bearer TOKEN.");
      if (bearer.startsWith("troth_")) return { kind: "key", hash: deps.vault.secretHash(bearer) };
      return { kind: "token", claims: await claimsOf(workspace, bearer) };
    }
    assertSameSite(request);
    const isDesk = request.url.startsWith("/v1/desk") || request.url.startsWith("/v1/policies");
    const portal = request.cookies[PORTAL_COOKIE];
    const prefersDesk = isDesk || request.headers["x-troth-door"] === "desk";
    if (prefersDesk || !portal) {
      const account = await accounts.accountOf(headersOf(request));
      if (account !== null) return { kind: "agent", account, session: sessionMark(request) };
    }
    return portal ? { kind: "portal", hash: deps.vault.secretHash(portal) } : { kind: "none" };
  }

  async function ctxOf(request: FastifyRequest, route: Route): Promise<Ctx> {
    const workspace = await workspaceOf(request);
    const credential = await credentialOf(request, workspace);
    return { ...deps, workspace, credential, replay: replayOf(request, route) };
  }

  return { ctxOf, workspaceOf, claimsOf, issuersOf };
}

export type Sessions = ReturnType<typeof sessions>;

function opened({ vault }: Deps, issuer: Issuer): Issuer {
  const secrets =
    issuer.secrets && Object.entries(issuer.secrets).map(([kid, sealed]) => [kid, vault.openOwn(sealed)]);
  return { ...issuer, secrets: secrets && Object.fromEntries(secrets) };
}

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  return headers;
}

/** Tells this session of an agent from another one, without the secret. */
function sessionMark(request: FastifyRequest): string {
  const [, secret = ""] =
    Object.entries(request.cookies).find(([name]) => name.endsWith("troth.session_token")) ?? [];
  return createHash("sha256").update(secret).digest("hex");
}

/** A cookie counts for a write only from our own pages: no other site may spend it. */
function assertSameSite(request: FastifyRequest): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const isForeignOrigin =
    origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === request.host);
  if (isForeignOrigin || (site !== undefined && site !== "same-origin" && site !== "none")) {
    throw new Fail("forbidden", "This came from another site. Open the desk's own page and do it there.", {
      reason: "other-site",
    });
  }
}

const LONGEST_KEY = 255;

/** Every write carries a key, except those that begin or end a session: their answer is a cookie, not a row. */
function replayOf(request: FastifyRequest, route: Route): Replay | null {
  if (!isWrite(route) || route.permission === "session.start" || route.permission === "session.end")
    return null;
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key === "" || key.length > LONGEST_KEY) {
    throw new Fail(
      "invalid",
      "Send an Idempotency-Key header of up to 255 characters with every write: a fresh one for each thing you want done, the same one for a retry.",
      { reason: "idempotency-key-missing" },
    );
  }
  // The name of a file stands in the query, and the bytes are still to come: the verb makes the hash of both.
  const where = `${request.method} ${route.isUpload ? route.path : request.url}`;
  if (route.isUpload) return { key, route: where, bodyHash: Buffer.alloc(0) };
  const bodyHash = createHash("sha256")
    .update(JSON.stringify(request.body ?? null))
    .digest();
  return { key, route: where, bodyHash };
}

/** Remembers an answer for a while; one request at a time asks again. */
function fresh<T>(forMs: number, load: () => Promise<T>): () => Promise<T> {
  let known: { readonly value: Promise<T>; readonly until: number } | null = null;
  return () => {
    if (known && known.until > performance.now()) return known.value;
    const value = load();
    known = { value, until: performance.now() + forMs };
    value.catch(() => {
      known = null;
    });
    return value;
  };
}
