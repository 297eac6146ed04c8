import { createHmac } from "node:crypto";
import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import type { RouteId } from "@troth/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishAtStart } from "../packages/server/src/main.ts";
import { type Door, done, problemIn, refused, send } from "./support/ask.ts";
import { badInput } from "./support/bad-input.ts";
import {
  bundledPolicy,
  fresh,
  grantIssuer,
  ISSUER,
  portalDoor,
  signed,
  tokenFor,
  useCast,
} from "./support/cast.ts";
import { openDesk, TestClock, type TestDesk } from "./support/desk.ts";

const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });

const VENDOR = { iss: "https://console.vendor.example", secret: "test-only-console-secret-0123456789abcdef" };
const OTHER = { iss: "https://other.vendor.example", secret: "another secret, of thirty-two bytes or more" };
const AUDIENCE = "support-desk";

/** A desk that takes tokens of two vendors, and knows none of their customers yet. */
let strange: TestDesk;
beforeAll(async () => {
  strange = await openDesk({ clock, audience: AUDIENCE });
  await publishAtStart(strange.desk, bundledPolicy());
  for (const { iss, secret } of [VENDOR, OTHER]) await grantIssuer(strange.desk, iss, secret);
});
afterAll(() => strange.stop());

const visitor = (): Door => ({ origin: strange.origin, show: () => ({}) });

function tokenOfVendor(claims: Record<string, unknown> = {}, secret = VENDOR.secret): string {
  const iat = Math.floor(clock.now() / 1_000);
  const who = { sub: "user_1", org: "org_1", email: "owner@customer.example", plan: "scale" };
  return signed({ iss: VENDOR.iss, aud: AUDIENCE, ...who, iat, exp: iat + 300, ...claims }, {}, secret);
}

const bearer = (origin: string, token: string): Door => ({
  origin,
  show: () => ({ authorization: `Bearer ${token}` }),
});

/** The entrances that take the console's token: as a bearer, for the live stream, and in exchange for a session. */
async function statusesAt(token: string): Promise<number[]> {
  const { origin } = strange;
  const door = bearer(origin, token);
  const me = await send(door, "readMe");
  const hangUp = new AbortController();
  const stream = await fetch(`${origin}/v1/stream`, { headers: door.show(), signal: hangUp.signal });
  hangUp.abort();
  const exchange = await send(visitor(), "startPortal", { body: { token } });
  return [me.status, stream.status, exchange.status];
}

const isSignedByUs = (token: string): boolean => {
  const [header, payload, signature] = token.split(".");
  const own = createHmac("sha256", VENDOR.secret).update(`${header}.${payload}`).digest("base64url");
  return own === signature;
};

const TOKENS = badInput("jwt-identity");

describe.skipIf(TOKENS.length === 0)("the console's token, at every entrance", () => {
  test("the well-made one is taken: once for a session, within its five minutes as a bearer", async () => {
    const token = tokenOfVendor({ jti: fresh("jti") });
    expect(await statusesAt(token)).toEqual([200, 200, 200]);
    expect(await statusesAt(token)).toEqual([200, 200, 401]);
  });

  test("a link's token is worth one session", async () => {
    const { s: token = "" } = TOKENS.find(({ id }) => id === "jwt-replayed-jti") ?? {};
    const exchange = () => send(visitor(), "startPortal", { body: { token } });
    expect([(await exchange()).status, (await exchange()).status]).toEqual([200, 401]);
  });

  const refusedOnes = TOKENS.filter(
    ({ expect: wanted }) => wanted.startsWith("reject") && !wanted.includes("or accept"),
  );

  test.for(refusedOnes.map(({ id, s }) => [id, s] as const))("%s is refused", async ([, token]) => {
    // The largest never reach us whole: the server stops reading at 16 KiB of header.
    for (const status of await statusesAt(token)) expect([401, 422, 431]).toContain(status);
  });

  const others = TOKENS.filter((one) => !refusedOnes.includes(one) && one.id !== "jwt-replayed-jti");

  test.for(others.map(({ id, s }) => [id, s] as const))(
    "%s is refused, or taken as what our own key signed and as a customer alone",
    async ([, token]) => {
      const { origin } = strange;
      const me = await send(bearer(origin, token), "readMe");
      expect([200, 401]).toContain(me.status);
      if (me.status === 200) {
        expect(isSignedByUs(token.replace(/[=\s]+$/, "")) || isSignedByUs(token.trim())).toBe(true);
        expect(["owner", "admin", "member", "restricted"]).toContain(JSON.parse(me.text).role);
        expect((await send(bearer(origin, token), "readQueue")).status).toBe(403);
      }
      expect((await send(visitor(), "startPortal", { body: { token } })).status).toBeLessThan(500);
    },
  );
});

test("a token counts from half a minute before its time to half a minute after it, and for five minutes at most", async () => {
  const { cast, origin } = world();
  const member = cast.member("owner");
  const at = Math.floor(clock.now() / 1_000);
  const statusOf = async (iat: number, exp: number) =>
    (await send(bearer(origin, tokenFor(member, clock.now(), { iat, exp })), "readMe")).status;
  expect(await statusOf(at + 30, at + 300)).toBe(200);
  expect(await statusOf(at + 31, at + 300)).toBe(401);
  expect(await statusOf(at - 300, at - 29)).toBe(200);
  expect(await statusOf(at - 300, at - 30)).toBe(401);
  expect(await statusOf(at, at + 300)).toBe(200);
  expect(await statusOf(at, at + 301)).toBe(401);
});

test("a vendor's secret signs for its own issuer only", async () => {
  const statusOf = async (iss: string, secret: string) =>
    (await send(bearer(strange.origin, tokenOfVendor({ iss }, secret)), "readMe")).status;
  expect(await statusOf(OTHER.iss, OTHER.secret)).toBe(200);
  expect(await statusOf(OTHER.iss, VENDOR.secret)).toBe(401);
  expect(await statusOf(VENDOR.iss, OTHER.secret)).toBe(401);
  expect(await statusOf("https://nobody.example", VENDOR.secret)).toBe(401);
});

test("the same subject at another issuer is another person", async () => {
  const one = bearer(strange.origin, tokenOfVendor());
  const other = bearer(strange.origin, tokenOfVendor({ iss: OTHER.iss }, OTHER.secret));
  const [first, second] = [await done(one, "readMe", {}), await done(other, "readMe", {})];
  expect(first.person.id).not.toBe(second.person.id);
});

describe("what a proxy might add", () => {
  const HEADERS = [
    "x-remote-user",
    "remote-user",
    "x-forwarded-user",
    "x-forwarded-email",
    "x-auth-request-email",
    "x-user-id",
    "x-original-url",
    "x-rewrite-url",
    "x-http-method-override",
  ];

  test.for(HEADERS)("%s gives nobody a name or a right", async (name) => {
    const { cast } = world();
    for (const value of ["agent@desk.example", "owner", "/v1/desk/queue", "DELETE"]) {
      const headers = { [name]: value };
      expect(problemIn(await send(cast.visitor, "readMe", { headers })).status).toBe(401);
      expect(problemIn(await send(cast.visitor, "readQueue", { headers })).status).toBe(401);
      const plain = await send(cast.owner, "readMe");
      expect((await send(cast.owner, "readMe", { headers })).text).toBe(plain.text);
      expect((await send(cast.owner, "readQueue", { headers })).status).toBe(403);
    }
  });

  test("a link in a mail is made from the desk's own address, whatever Host the request named", async () => {
    const { origin } = world();
    await rawPost(origin, "/v1/portal/links", JSON.stringify({ email: "business@business.example" }), {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
    });
    const mails = async () => (await world().mails()).filter(({ to }) => to === "business@business.example");
    await expect.poll(mails, { timeout: 10_000 }).toHaveLength(1);
    const [mail] = await mails();
    expect(mail?.text).toContain("http://desk.test/portal/enter#");
    expect(mail?.raw).not.toContain("evil.example");
  });
});

function rawPost(
  origin: string,
  path: string,
  body: string,
  headers: Record<string, string>,
): Promise<string> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, method: "POST" };
    httpRequest({ ...options, headers: { "content-type": "application/json", ...headers } }, (answer) => {
      text(answer).then(resolve, reject);
    })
      .once("error", reject)
      .end(body);
  });
}

describe("a cookie is spent by our own pages alone", () => {
  const FOREIGN: readonly Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1" },
    { origin: "http://desk.test.evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];

  test.for(FOREIGN)("a write that came from elsewhere is refused: %j", async (headers) => {
    const { cast } = world();
    const portal = await portalDoor(world(), "owner");
    const writes: ReadonlyArray<readonly [Door, RouteId, object | undefined]> = [
      [portal, "openTicket", { category: "issue", description: "Not by me" }],
      [portal, "putDraft", { content: "Not by me" }],
      [portal, "endPortal", undefined],
      [cast.agent, "replyAsAgent", { text: "Not by me" }],
      [cast.deskAdmin, "inviteAgent", { email: "evil@evil.example", role: "admin" }],
      [cast.agent, "endDeskSession", undefined],
      [cast.visitor, "startDeskSession", { email: "agent@desk.example", password: "x" }],
      [cast.visitor, "redeemPortalLink", { token: "a".repeat(43) }],
    ];
    for (const [door, id, body] of writes) {
      const problem = await refused(door, id, { params: { number: 1001, key: "new" }, body, headers });
      expect([problem.status, problem.code], id).toEqual([403, "forbidden"]);
      expect(problem.detail).toContain("another site");
    }
    expect((await done(portal, "listTickets", {})).tickets).toEqual([]);
    await done(cast.agent, "readAgentMe", {});
  });

  test("from our own page it counts", async () => {
    const { origin, cast } = world();
    const headers = { origin, "sec-fetch-site": "same-origin" };
    await done(await portalDoor(world(), "owner"), "putDraft", {
      params: { key: "new" },
      body: { content: "by me" },
      headers,
    });
    await done(cast.agent, "putDraft", { params: { key: "new" }, body: { content: "" }, headers });
  });

  test("no other origin may read an answer, and none is told that it may ask", async () => {
    const { origin } = world();
    const answer = await fetch(`${origin}/v1/tickets`, {
      method: "OPTIONS",
      headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
    });
    expect(answer.status).toBe(404);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("credentials that are none", () => {
  test.for([
    "",
    "Bearer",
    "Bearer ",
    "Basic YTpi",
    "Bearer a b",
    "Bearer troth_",
    `Bearer troth_${"x".repeat(43)}`,
    "Bearer null",
  ])("«%s»", async (authorization) => {
    const door = { origin: world().origin, show: () => ({ authorization }) };
    expect((await refused(door, "readMe")).status).toBe(401);
    expect((await refused(door, "readOrganisation", { params: { organisation: "org-a" } })).status).toBe(401);
  });

  test("an agent's cookie that was changed by one letter", async () => {
    const { agent } = world().cast;
    const { cookie = "" } = agent.show();
    const door = { ...agent, show: () => ({ cookie: cookie.replace(/.(?=\.|%)/, "x") }) };
    expect((await refused(door, "readAgentMe")).status).toBe(401);
  });

  test("a token of the console is no key of the directory, and says nothing of agents", async () => {
    const { cast, origin } = world();
    for (const role of ["agent", "lead", "admin", "system"]) {
      const token = tokenFor({ ...cast.member("owner"), sub: fresh("sub") }, clock.now(), {
        role,
        iss: ISSUER,
      });
      expect((await refused(bearer(origin, token), "readQueue")).status).toBe(403);
      const params = { organisation: "org-a" };
      expect((await refused(bearer(origin, token), "readOrganisation", { params })).status).toBe(403);
    }
  });
});
