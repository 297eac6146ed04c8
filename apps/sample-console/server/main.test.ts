import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createConsole, demoVendor } from "./main.ts";

const secret = "a secret of the test, long enough to sign with";
const audience = "http://desk.example";
const written: { path: string; body: unknown; authorization: string | undefined }[] = [];
const servers: Server[] = [];
let origin = "";

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${(address satisfies AddressInfo).port}`;
}

/** The desk's directory as far as the console uses it. */
const desk: RequestListener = (request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const text = Buffer.concat(parts).toString();
    response.setHeader("content-type", "application/json");
    if (request.method === "GET") {
      response.end(JSON.stringify({ subscription: { pricing: "enterprise", tier: "standard" } }));
      return;
    }
    const body: unknown = JSON.parse(text);
    written.push({ path: request.url ?? "", body, authorization: request.headers.authorization });
    response.end(JSON.stringify({ id: "org-nordwind", seq: 1 }));
  });
};

beforeAll(async () => {
  const deskUrl = await listen(desk);
  origin = await listen(
    createConsole({
      issuer: "https://acme-db.example",
      audience,
      secret,
      deskUrl,
      apiKey: "key-of-the-vendor",
      basePath: "/console",
      distDir: fileURLToPath(new URL("..", import.meta.url)),
    }),
  );
});

afterAll(() => {
  for (const server of servers) server.close();
});

const api = (method: string, path: string, cookie = "", body: unknown = {}, headers = {}) =>
  fetch(`${origin}/console/api/${path}`, {
    method,
    headers: { "content-type": "application/json", cookie, ...headers },
    ...(method === "GET" ? {} : { body: JSON.stringify(body) }),
  });

/** One text field of an answer. */
async function fieldOf(answer: Promise<Response>, name: string): Promise<string> {
  const value: unknown = await (await answer).json();
  return typeof value === "object" && value !== null ? String(Reflect.get(value, name)) : "";
}

async function signIn(person = "usr-ana-ruiz"): Promise<string> {
  const answer = await api("POST", "session", "", { person });
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

test("a signed-out visitor may only choose whom to be", async () => {
  const session: unknown = await (await api("GET", "session")).json();
  const members = demoVendor.organisations.flatMap((organisation) => organisation.members);
  expect(session).toMatchObject({ person: null, people: members.map(({ id, name }) => ({ id, name })) });
  expect((await api("POST", "support-token")).status).toBe(401);
  expect((await api("POST", "session", "", { person: "usr-nobody" })).status).toBe(400);
});

test("the vendor's token names the person, lives five minutes and is signed with the shared secret", async () => {
  const token = await fieldOf(api("POST", "support-token", await signIn()), "token");
  const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ["HS256"],
    issuer: "https://acme-db.example",
    audience,
  });
  expect(protectedHeader).toMatchObject({ alg: "HS256", kid: "demo" });
  expect(payload).toMatchObject({
    sub: "usr-ana-ruiz",
    org: "org-nordwind",
    email: "ana@nordwind.example",
    name: "Ana Ruiz",
    role: "owner",
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(300);
});

test("a link to the portal carries a token of its own, usable once", async () => {
  const cookie = await signIn();
  const ids = await Promise.all(
    [1, 2].map(async () => {
      const href = await fieldOf(api("POST", "portal-link", cookie), "href");
      const token = href.split("#")[1] ?? "";
      return (await jwtVerify(token, new TextEncoder().encode(secret), { audience })).payload.jti;
    }),
  );
  expect(ids[0]).toMatch(/^[\w-]{22}$/);
  expect(ids[0]).not.toBe(ids[1]);
});

test("P040 changing the plan tells the desk's directory with the vendor's key", async () => {
  const answer = await api("PUT", "plan", await signIn(), { plan: "enterprise-gold" });
  expect(answer.status).toBe(200);
  expect(written).toEqual([
    {
      path: "/v1/directory/organisations/org-nordwind/subscription",
      body: { pricing: "enterprise", tier: "gold", state: "active" },
      authorization: "Bearer key-of-the-vendor",
    },
  ]);
  expect((await api("PUT", "plan", await signIn(), { plan: "platinum" })).status).toBe(400);
});

test("a forged or altered cookie signs nobody in", async () => {
  const cookie = await signIn();
  const [name, value] = cookie.split("=");
  const [, endsAt, signature] = value?.split(".") ?? [];
  const other = Buffer.from("usr-ingrid-solberg").toString("base64url");
  for (const forged of [`${name}=${other}.${endsAt}.${signature}`, `${cookie}x`, `${name}=..`]) {
    expect((await api("POST", "support-token", forged)).status).toBe(401);
  }
  expect((await api("POST", "support-token", cookie)).status).toBe(200);
});

test("T25 a write from another site or in another type is refused", async () => {
  const cookie = await signIn();
  const cross = await api("PUT", "plan", cookie, { plan: "free" }, { "sec-fetch-site": "cross-site" });
  expect(cross.status).toBe(403);
  const plain = await api("PUT", "plan", cookie, { plan: "free" }, { "content-type": "text/plain" });
  expect(plain.status).toBe(400);
});

test("every page of the console is the one page, under its base path and without inline script", async () => {
  const answer = await fetch(`${origin}/console/projects?modal=support`);
  expect(await answer.text()).toContain('<base href="/console/" />');
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self' http://127.0.0.1:");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test("P006 the deep link to the dialog survives the way from the console's root to its first page", async () => {
  const answer = await fetch(`${origin}/console/?modal=support`, { redirect: "manual" });
  expect(answer.headers.get("location")).toBe("/console/projects?modal=support");
});

test("T21 a short secret is refused at start", () => {
  const options = { issuer: "i", audience, deskUrl: audience, apiKey: "", basePath: "", distDir: "." };
  expect(() => createConsole({ ...options, secret: "short" })).toThrow(/at least 32/);
});
