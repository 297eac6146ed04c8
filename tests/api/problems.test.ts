import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { problemIn, refused, send } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";

const world = useCast();
const ISSUE = { category: "issue", description: "The console shows no branches" };

type Raw = { readonly method: string; readonly body?: string; readonly headers?: Record<string, string> };

/** A request with bytes of one's own. */
async function raw(path: string, init: Raw) {
  const headers = { ...world().cast.owner.show(), "idempotency-key": "raw", ...init.headers };
  const answer = await fetch(world().origin + path, { ...init, headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const JSON_TYPE = { "content-type": "application/json" };

describe("every refusal is problem+json in the words of RFC 9457", () => {
  test("by the policy: with the clause that decided and the way on", async () => {
    const problem = await refused(world().cast.free, "openTicket", { body: ISSUE });
    expect(problem).toMatchObject({
      type: "/problems/refused",
      status: 403,
      code: "refused",
      reason: "plan-lacks-channel",
      clause: { id: "support-channels", title: "Support channels", policyVersion: "2024-09-02" },
    });
    expect(problem.next?.length).toBeGreaterThan(0);
    for (const { href, label } of problem.next ?? []) {
      expect(href).toMatch(/^https:\/\//);
      expect(label).not.toBe("");
    }
  });

  test("the request id in the body is the one in the header, and another one each time", async () => {
    const { owner } = world().cast;
    const one = await send(owner, "readTicket", { params: { number: 999_999 } });
    const two = await send(owner, "readTicket", { params: { number: 999_999 } });
    expect(problemIn(one).requestId).toBe(one.headers.get("x-request-id"));
    expect(problemIn(one).requestId).not.toBe(problemIn(two).requestId);
  });

  test("every wrong field is named with its own sentence", async () => {
    const body = { category: "", description: " ", facts: "many", locale: "fr" };
    const problem = await refused(world().cast.owner, "openTicket", { body });
    expect(problem.status).toBe(422);
    expect(problem.fields?.map(({ path }) => path).toSorted()).toEqual([
      "category",
      "description",
      "facts",
      "locale",
    ]);
  });

  test("in sentences that say what to do", async () => {
    const body = {
      description: 7,
      severity: "x".repeat(101),
      facts: [{ name: "", value: "x".repeat(501) }],
      locale: "fr",
      zone: "a\u0000b",
    };
    const problem = await refused(world().cast.owner, "openTicket", { body });
    expect(Object.fromEntries((problem.fields ?? []).map(({ path, message }) => [path, message]))).toEqual({
      category: "This is missing.",
      description: "This must be a text.",
      severity: "This is longer than 100 characters. Shorten it.",
      "facts.0.name": "This is empty. Fill it in.",
      "facts.0.value": "This is longer than 500 characters. Shorten it.",
      locale: "This must be one of: en, de.",
    });
    const half = await refused(world().cast.owner, "openTicket", { body: { ...ISSUE, zone: "a\u0000b" } });
    expect(half.fields).toMatchObject([{ path: "zone" }]);
    expect(half.detail).toContain("Remove it.");
    const at = await refused(world().cast.directoryKey, "putSubscription", {
      params: { organisation: "org-a" },
      body: { pricing: "launch", at: "tomorrow" },
    });
    expect(at.detail).toContain("Write an instant such as");
  });

  test.for([
    ["no JSON", { body: "{", headers: JSON_TYPE }, 400],
    ["nothing where JSON was announced", { body: "", headers: JSON_TYPE }, 400],
    ["another type", { body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
    ["plain text", { body: "hello", headers: { "content-type": "text/plain" } }, 415],
    ["a list", { body: "[]", headers: JSON_TYPE }, 422],
    ["null", { body: "null", headers: JSON_TYPE }, 422],
    ["a poisoned prototype", { body: '{"__proto__":{"isAdmin":true}}', headers: JSON_TYPE }, 400],
    ["more than 1 MiB", { body: `"${"x".repeat(1_048_576)}"`, headers: JSON_TYPE }, 413],
  ] as const)("sent: %s", async ([, init, status]) => {
    const problem = problemIn(await raw("/v1/tickets", { method: "POST", ...init }));
    expect([problem.status, problem.code]).toEqual([status, "invalid"]);
  });

  test("an address that is none", async () => {
    for (const path of [
      "/v1/nowhere",
      "/v1",
      "/v2/tickets",
      "/v1/tickets/1/2/3",
      "/.git/config",
      "/v1/%00",
    ]) {
      expect(problemIn(await raw(path, { method: "GET" })).status).toBe(404);
    }
    expect(problemIn(await raw("/v1/tickets", { method: "PATCH" })).status).toBe(404);
  });

  test("an address that cannot be decoded, a header that is too long: no server error and no stack", async () => {
    const undecodable = await raw("/v1/tickets/%ff", { method: "GET" });
    const endless = await raw(`/v1/tickets/${"1".repeat(300)}`, { method: "GET" });
    expect([problemIn(undecodable).status, problemIn(endless).status]).toEqual([400, 400]);
    const long = await raw("/v1/me", { method: "GET", headers: { "x-long": "x".repeat(20_000) } });
    expect(long.status).toBe(431);
    for (const { text } of [undecodable, long]) expect(text).not.toMatch(/at .*\.(ts|js):\d+/);
  });
});

test("every answer carries the headers that keep a browser safe", async () => {
  const answers = [
    await send(world().cast.owner, "readMe"),
    await send(world().cast.visitor, "readMe"),
    await raw("/support", { method: "GET" }),
    await raw("/v1/nowhere", { method: "GET" }),
    await raw("/openapi.json", { method: "GET" }),
  ];
  for (const { headers } of answers) {
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("content-type")).toMatch(/charset=utf-8/);
    expect(headers.get("server") ?? headers.get("x-powered-by")).toBeNull();
  }
});

test("two requests in one that a proxy might read otherwise are refused", async () => {
  const { port } = new URL(world().origin);
  const text =
    "POST /v1/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1", () => socket.write(text));
    let received = "";
    socket.on("data", (bytes) => (received += bytes.toString()));
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400/);
});
