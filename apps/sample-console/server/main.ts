import type { IncomingMessage, ServerResponse } from "node:http";
import { isOwnWrite, readBody, sendJson } from "./body.ts";
import { pages } from "./pages.ts";
import { sessions } from "./session.ts";
import { signer } from "./sign.ts";
import { subscriptions } from "./subscriptions.ts";
import { demoVendor, memberOf } from "./vendor/demo-vendor.ts";
import { plans } from "./vendor/plans.ts";
import type { DemoMember, DemoOrganisation } from "./vendor/types.ts";
import type { SignedIn, SignedOut } from "./wire.ts";

export { type Signer, signer } from "./sign.ts";
export { demoVendor } from "./vendor/demo-vendor.ts";
export type * from "./vendor/types.ts";

export type ConsoleOptions = {
  /** `iss` of the tokens, as the desk has it configured. */
  readonly issuer: string;
  /** `aud` of the tokens: the desk's workspace URL. */
  readonly audience: string;
  /** Shared with the desk; at least 32 bytes. */
  readonly secret: string;
  readonly deskUrl: string;
  /** Key of the desk's directory API. */
  readonly apiKey: string;
  /** Where the console is served, e.g. `/console`. */
  readonly basePath: string;
  readonly distDir: string;
};

type Visit = { readonly member: DemoMember; readonly organisation: DemoOrganisation };

/** A database vendor's console, small: signs people in without passwords (it is a demo) and vouches for them to the desk. */
export function createConsole(options: ConsoleOptions): (req: IncomingMessage, res: ServerResponse) => void {
  const basePath = options.basePath.replace(/\/+$/, "");
  const cookies = sessions({ secret: options.secret, path: basePath === "" ? "/" : basePath });
  const sign = signer(options);
  const billing = subscriptions(options);
  const site = pages({ ...options, basePath });

  function visitOf(request: IncomingMessage): Visit | null {
    const person = cookies.personOf(request.headers.cookie, Date.now());
    return person === null ? null : memberOf(demoVendor, person);
  }

  async function signedIn({ member, organisation }: Visit): Promise<SignedIn> {
    const now = Date.now();
    return {
      person: member,
      organisation: { id: organisation.id, name: organisation.name },
      members: organisation.members,
      plan: await billing.current(organisation),
      plans,
      projects: organisation.projects,
      operations: organisation.operations.map(({ minutesAgo, ...rest }) => ({
        ...rest,
        at: new Date(now - minutesAgo * 60_000).toISOString(),
      })),
      invoices: organisation.invoices,
      deskUrl: options.deskUrl,
    };
  }

  async function signedOut(): Promise<SignedOut> {
    const choices = demoVendor.organisations.map(async (organisation) => {
      const plan = await billing.current(organisation);
      return organisation.members.map((member) => ({
        id: member.id,
        name: member.name,
        role: member.role,
        organisation: organisation.name,
        plan: plan.name,
      }));
    });
    return { person: null, people: (await Promise.all(choices)).flat() };
  }

  async function choosePerson(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const chosen = typeof body?.["person"] === "string" ? memberOf(demoVendor, body["person"]) : null;
    if (!chosen) return sendJson(response, 400, { detail: "Choose one of the people on the page." });
    response.setHeader("set-cookie", cookies.start(chosen.member.id, Date.now()));
    sendJson(response, 200, await signedIn(chosen));
  }

  async function changePlan(request: IncomingMessage, response: ServerResponse, visit: Visit): Promise<void> {
    const body = await readBody(request);
    const plan = plans.find((one) => one.id === body?.["plan"]);
    if (!plan) return sendJson(response, 400, { detail: "Acme DB does not sell that plan." });
    try {
      await billing.change(visit.organisation, plan);
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : "The desk did not answer.";
      return sendJson(response, 502, { detail: `The plan was not changed. ${detail}` });
    }
    sendJson(response, 200, await signedIn(visit));
  }

  async function act(route: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isRead = request.method === "GET";
    if (!isRead && !isOwnWrite(request)) return sendJson(response, 403, { detail: "Not from this console." });
    const visit = visitOf(request);
    if (route === "GET /session")
      return sendJson(response, 200, await (visit ? signedIn(visit) : signedOut()));
    if (route === "POST /session") return choosePerson(request, response);
    if (route === "DELETE /session") {
      response.setHeader("set-cookie", cookies.end());
      return sendJson(response, 200, await signedOut());
    }
    if (!visit) return sendJson(response, 401, { detail: "Sign in to Acme DB first." });
    const { member, organisation } = visit;
    if (route === "POST /support-token") {
      return sendJson(response, 200, { token: await sign.token(member, organisation.id, Date.now()) });
    }
    if (route === "POST /portal-link") {
      const token = await sign.linkToken(member, organisation.id, Date.now());
      return sendJson(response, 200, { href: `${options.deskUrl}/portal/from-console#${token}` });
    }
    if (route === "PUT /plan") return changePlan(request, response, visit);
    sendJson(response, 404, { detail: "There is nothing here." });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "same-origin");
    const { pathname, search } = new URL(request.url ?? "/", "http://console.invalid");
    const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
    const method = request.method ?? "GET";
    if (path.startsWith("/api/")) return act(`${method} ${path.slice("/api".length)}`, request, response);
    if (method !== "GET" && method !== "HEAD") return void response.writeHead(405).end();
    if (path === "" || path === "/") {
      return void response.writeHead(302, { location: `${basePath}/projects${search}` }).end();
    }
    return site.send(path, response);
  }

  return (request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}
