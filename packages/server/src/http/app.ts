import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import fastifyCookie from "@fastify/cookie";
import fastifyStatic from "@fastify/static";
import { openApiDocument, Problem } from "@troth/contract";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { CaughtMail } from "../ports/mailer.ts";
import type { Ctx, Deps } from "../verbs/context.ts";
import { readPublicCause } from "../verbs/document/read-documents.ts";
import { missing } from "../verbs/fail.ts";
import { readStatus } from "../verbs/incident/read-incidents.ts";
import { readPolicyChanges } from "../verbs/policy/policy-changes.ts";
import { readPolicy } from "../verbs/policy/publish-policy.ts";
import { listCalendars, readCalendar } from "../verbs/policy/read-calendar.ts";
import { bind } from "./bind.ts";
import { sendProblem } from "./errors.ts";
import { type HandlerDeps, handlers } from "./handlers.ts";
import type { Meter } from "./meter.ts";
import { calendarPage, yearInPath } from "./pages/calendar.ts";
import { causePage } from "./pages/cause.ts";
import { changesMarkdown, changesPage } from "./pages/changes.ts";
import { addDocs } from "./pages/docs.ts";
import { escapeHtml } from "./pages/frame.ts";
import { mailPage } from "./pages/mail.ts";
import { pageLocale } from "./pages/page-locale.ts";
import { codePage } from "./pages/problem.ts";
import { statusPage } from "./pages/status.ts";
import { supportPage, supportText } from "./pages/support.ts";
import { presentYear } from "./present/calendar.ts";
import { presentPublicCause } from "./present/document.ts";
import { presentStatus } from "./present/incident.ts";
import { vendorZone } from "./present/person.ts";
import type { Lines } from "./stream.ts";
import { takeBytes } from "./upload.ts";

/** Another program's pages on our port, such as the sample console's. */
export type Mount = { readonly path: string; readonly handle: RequestListener };

export type AppOptions = Omit<HandlerDeps, "lines"> & {
  readonly deps: Deps;
  readonly logger: FastifyBaseLogger;
  readonly version: string;
  /** Folder that holds the built web apps. */
  readonly appsDir: string;
  readonly meter: Meter;
  readonly mounts: readonly Mount[];
  /** Caught mail of the demo; null where mail is really sent. */
  readonly caughtMails: (() => Promise<CaughtMail[]>) | null;
  readonly isBehindProxy: boolean;
  /** What is wrong with the service at the moment; null when nothing is. */
  readonly health: () => Promise<string | null>;
};

const BODY_BYTES = 1_048_576;

/** The HTTP side of the desk: the API, the public pages and the web apps. */
export async function httpApp(options: AppOptions): Promise<FastifyInstance> {
  const { deps, logger, sessions, meter } = options;
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: () => randomUUID(),
    serverFactory: (handler) => createServer(mounted(options.mounts, handler)),
    bodyLimit: BODY_BYTES,
    // One proxy: what it saw itself. Entries before that are whatever a client wrote.
    trustProxy: options.isBehindProxy ? (_address: string, hop: number) => hop < 1 : false,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, safe(request, reply)),
  });
  app.removeContentTypeParser("text/plain");
  readJson(app);
  takeBytes(app);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request) => {
    throw missing(`${request.method} ${request.url.split("?")[0]}`);
  });
  app.addHook("onRequest", async (request, reply) => {
    safe(request, reply);
  });
  app.addHook("onResponse", async (request, reply) => {
    meter.request(request.method, request.routeOptions.url ?? "none", reply.statusCode, reply.elapsedTime);
    if (!QUIET.has(request.routeOptions.url ?? "")) {
      const { method, url } = request;
      logger.info({
        requestId: request.id,
        method,
        path: url.split("?")[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      });
    }
  });
  await app.register(fastifyCookie);
  const lines: Lines = new Set();
  app.addHook("preClose", async () => {
    for (const end of lines) end();
  });
  bind(app, sessions, handlers({ ...options, lines }));
  const document = JSON.stringify(openApiDocument(options.version));
  app.get("/openapi.json", (_request, reply) => reply.type("application/json; charset=utf-8").send(document));
  app.get("/healthz", async () => ({ ok: true }));
  app.get("/readyz", async (_request, reply) => {
    const wrong = await options.health();
    return reply
      .code(wrong === null ? 200 : 503)
      .send({ ok: wrong === null, ...(wrong === null ? {} : { wrong }) });
  });
  addPages(app, deps, options);
  await addApps(app, options);
  return app;
}

/** A mounted program gets its requests untouched: it reads its own bodies. */
function mounted(mounts: readonly Mount[], handler: RequestListener): RequestListener {
  return (request, response) => {
    const path = request.url?.split("?")[0] ?? "/";
    const mount = mounts.find((one) => path === one.path || path.startsWith(`${one.path}/`));
    if (mount && path === mount.path) response.writeHead(302, { location: `${mount.path}/` }).end();
    else (mount?.handle ?? handler)(request, response);
  };
}

/** The headers of every answer. */
function safe(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.headers({ ...HEADERS, "x-request-id": request.id });
}

/** JSON is UTF-8 (RFC 8259). Other bytes would be mended in silence, and what somebody wrote would be kept altered. */
function readJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser<Buffer>("application/json", { parseAs: "buffer" }, (request, body, done) => {
    if (isUtf8(body)) return parse(request, body.toString("utf8"), done);
    const error = new Error("its bytes are not UTF-8. Send it as UTF-8.");
    done(Object.assign(error, { statusCode: 400 }), undefined);
  });
}

const QUIET = new Set(["/healthz", "/readyz"]);

const CSP = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
].join("; ");

const HEADERS = {
  "content-security-policy": `${CSP}; frame-ancestors 'none'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "no-store",
};

function addPages(app: FastifyInstance, deps: Deps, { sessions, caughtMails }: AppOptions): void {
  const visitor = async (request: FastifyRequest): Promise<Ctx> => ({
    ...deps,
    workspace: await sessions.workspaceOf(request),
    credential: { kind: "none" },
    replay: null,
  });
  const html = "text/html; charset=utf-8";
  const markdown = "text/markdown; charset=utf-8";
  const showPolicy = async (request: FastifyRequest, reply: FastifyReply, version: string | null) => {
    const ctx = await visitor(request);
    const policy = await readPolicy(ctx, { version });
    if (isMarkdown(request)) return reply.type(markdown).send(supportText(policy, "md"));
    const calendars = (await listCalendars(ctx)).map(({ calendar }) => calendar);
    return reply.type(html).send(supportPage({ workspace: ctx.workspace, calendars, ...policy }));
  };
  const showChanges = async (request: FastifyRequest, reply: FastifyReply, version: string | null) => {
    const from = wordIn(request, "from");
    const shown = await readPolicyChanges(await visitor(request), { version, from });
    const locale = pageLocale(request.headers["accept-language"]);
    void reply.header("vary", "accept-language");
    return isMarkdown(request)
      ? reply.type(markdown).send(changesMarkdown(shown, locale))
      : reply.type(html).send(changesPage(shown, locale));
  };
  app.get("/support", (request, reply) => showPolicy(request, reply, null));
  app.get<OfVersion>("/support/:version", (request, reply) =>
    showPolicy(request, reply, request.params.version),
  );
  app.get("/support/changes", (request, reply) => showChanges(request, reply, null));
  app.get<OfVersion>("/support/:version/changes", (request, reply) =>
    showChanges(request, reply, request.params.version),
  );
  app.get<{ Params: { calendar: string; year?: string } }>(
    "/support/calendars/:calendar/:year?",
    async (request, reply) => {
      const { calendar, year } = request.params;
      const asked = year === undefined ? null : yearInPath(year);
      if (year !== undefined && asked === null) throw missing(`The year ${year}`);
      const shown = presentYear(await readCalendar(await visitor(request), { calendar, year: asked }));
      const page = calendarPage(shown, pageLocale(request.headers["accept-language"]));
      return reply.type(html).header("vary", "accept-language").send(page);
    },
  );
  app.get("/status", async (request, reply) => {
    const ctx = await visitor(request);
    const found = await readStatus(ctx);
    const page = statusPage({
      workspace: ctx.workspace,
      status: presentStatus(found),
      zone: found.shelved && vendorZone(found.shelved.runnable, found.asOf),
      locale: pageLocale(request.headers["accept-language"]),
    });
    return reply.type(html).header("vary", "accept-language").send(page);
  });
  app.get<{ Params: { number: string } }>("/status/incidents/:number/cause", async (request, reply) => {
    const { number } = request.params;
    const ctx = await visitor(request);
    if (!/^\d{1,9}$/.test(number)) throw missing(`The cause of incident ${number}`);
    const cause = presentPublicCause(deps.vault, await readPublicCause(ctx, { number: Number(number) }));
    const { shelved, asOf } = await readStatus(ctx);
    const page = causePage({
      workspace: ctx.workspace,
      cause,
      zone: shelved && vendorZone(shelved.runnable, asOf),
      locale: pageLocale(request.headers["accept-language"]),
    });
    return reply.type(html).header("vary", "accept-language").send(page);
  });
  app.get<{ Params: { code: string } }>("/problems/:code", async (request, reply) => {
    const code = Problem.shape.code.safeParse(request.params.code);
    if (!code.success) throw missing(`The problem ${request.params.code}`);
    const page = codePage(code.data, pageLocale(request.headers["accept-language"]));
    return reply.type(html).header("vary", "accept-language").send(page);
  });
  addDocs(app);
  app.get("/", (_request, reply) => reply.redirect("/support"));
  if (caughtMails)
    app.get("/demo/mail", async (_request, reply) => reply.type(html).send(mailPage(await caughtMails())));
}

type OfVersion = { Params: { version: string } };

/** `?format=md`: the same page for whoever keeps or compares it as text. */
function isMarkdown(request: FastifyRequest): boolean {
  return wordIn(request, "format") === "md";
}

/** A word of the query; null when it is not there. */
function wordIn({ url }: FastifyRequest, name: string): string | null {
  return new URLSearchParams(url.split("?")[1]).get(name);
}

const SINGLE_PAGE_APPS = ["desk", "portal"] as const;

async function addApps(app: FastifyInstance, { appsDir, sessions }: AppOptions): Promise<void> {
  for (const name of SINGLE_PAGE_APPS) {
    const root = join(appsDir, name, "dist");
    await app.register(fastifyStatic, assetsIn(join(root, "assets"), `/${name}/assets/`));
    const page = async () => readFile(join(root, "index.html"), "utf8");
    app.get(`/${name}`, (_request, reply) => reply.redirect(`/${name}/`));
    app.get(`/${name}/*`, async (request, reply) => {
      const file = publicFile(request.url);
      if (file)
        return reply
          .header("cache-control", "public, max-age=3600")
          .type(file.type)
          .send(await readFile(join(root, file.name)));
      return reply.type("text/html; charset=utf-8").send(await page());
    });
  }
  const widget = join(appsDir, "widget", "dist");
  await app.register(fastifyStatic, assetsIn(join(widget, "frame", "assets"), "/widget/assets/"));
  app.get("/widget.js", async (request, reply) => {
    const encoding = ENCODINGS.find(({ name }) => request.headers["accept-encoding"]?.includes(name));
    const packed =
      encoding && (await readFile(join(widget, `widget.js${encoding.ending}`)).catch(() => null));
    if (encoding && packed) void reply.header("content-encoding", encoding.name);
    return reply
      .headers({
        "cache-control": "public, max-age=300",
        "cross-origin-resource-policy": "cross-origin",
        vary: "accept-encoding",
      })
      .type("text/javascript; charset=utf-8")
      .send(packed ?? (await readFile(join(widget, "widget.js"))));
  });
  app.get("/widget/*", async (request, reply) => {
    const { embedders } = await sessions.workspaceOf(request);
    const frame = await readFile(join(widget, "frame", "index.html"), "utf8");
    return reply
      .header("content-security-policy", `${CSP}; frame-ancestors 'self' ${embedders.join(" ")}`)
      .type("text/html; charset=utf-8")
      .send(
        frame.replace(EMBEDDERS, `<meta name="troth-embedders" content="${escapeHtml(embedders.join(" "))}"`),
      );
  });
}

/** Copies that the build puts beside a file, best first. */
const ENCODINGS = [
  { name: "br", ending: ".br" },
  { name: "gzip", ending: ".gz" },
] as const;

/** Where the frame's page wants to be told who may embed it. */
const EMBEDDERS = '<meta name="troth-embedders" content=""';

const PUBLIC_FILE = /^\/\w+\/([\w-]+\.(js|svg|png|ico|webmanifest|css))(?:\?.*)?$/;
const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  webmanifest: "application/manifest+json",
};

/** A file beside an app's index page; everything else below the app is the app itself. */
function publicFile(url: string): { name: string; type: string } | null {
  const [, name, ending] = PUBLIC_FILE.exec(url) ?? [];
  return name === undefined || ending === undefined
    ? null
    : { name, type: TYPES[ending] ?? "application/octet-stream" };
}

/** Built files carry their hash in the name, so they may be kept for ever. */
function assetsIn(root: string, prefix: string) {
  return {
    root,
    prefix,
    index: false as const,
    decorateReply: false,
    immutable: true,
    maxAge: "365d",
    preCompressed: true,
  };
}
