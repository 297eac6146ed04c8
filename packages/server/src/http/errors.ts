import { FAIL_STATUS, type Problem } from "@troth/contract";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Fail } from "../verbs/fail.ts";
import { pageLocale } from "./pages/page-locale.ts";
import { problemPage } from "./pages/problem.ts";
import { PROBLEM_WORDS } from "./pages/problem-words.ts";

/** The one map from failures to HTTP (RFC 9457). What we do not know shows a request id and nothing else. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof Fail) {
    const { reason, facts, clause, next, revision, newer, fields } = error.details;
    return {
      ...base(error.code, error.message, requestId),
      ...(reason === "file-too-large" ? { status: 413 } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...(facts === undefined ? {} : { facts: { ...facts } }),
      ...(clause === undefined ? {} : { clause }),
      ...(next === undefined ? {} : { next: [...next] }),
      ...(revision === undefined ? {} : { revision }),
      ...(newer === undefined
        ? {}
        : {
            state: newer.state,
            severity: { ...newer.severity },
            ...(newer.change === undefined ? {} : { change: { ...newer.change } }),
          }),
      ...(fields === undefined ? {} : { fields: fields.map(wireFault) }),
    };
  }
  const status = isFastify(error) ? (error.statusCode ?? 500) : 500;
  if (status === 413) {
    return {
      ...base(
        "invalid",
        "The request is larger than 1 MiB. Shorten it, or send the long part in messages of its own.",
        requestId,
      ),
      status,
    };
  }
  if (status === 415)
    return {
      ...base(
        "invalid",
        "Send JSON, with content-type application/json; a file where one is taken, with application/octet-stream.",
        requestId,
      ),
      status,
    };
  if (status >= 400 && status < 500)
    return {
      ...base(
        "invalid",
        `The request could not be read: ${error instanceof Error ? error.message : ""}`,
        requestId,
      ),
      status: 400,
    };
  if (isFull(error)) {
    return {
      ...base(
        "internal",
        "There is no room left to keep this. It was not kept; tell us, and try again later.",
        requestId,
      ),
      status: 507,
    };
  }
  if (isUnavailable(error)) {
    return {
      ...base(
        "internal",
        "The database cannot be reached at the moment. Nothing was lost; try again in a few seconds.",
        requestId,
      ),
      status: 503,
    };
  }
  return base(
    "internal",
    `This is our fault, not yours. Try again; if it stays, tell us the request id ${requestId}.`,
    requestId,
  );
}

function wireFault({ path, message, reason, facts }: NonNullable<Fail["details"]["fields"]>[number]) {
  return {
    path,
    message,
    ...(reason === undefined ? {} : { reason }),
    ...(facts === undefined ? {} : { facts: { ...facts } }),
  };
}

function base(code: Problem["code"], detail: string, requestId: string): Problem {
  return {
    type: `/problems/${code}`,
    title: PROBLEM_WORDS.en.codes[code].title,
    status: FAIL_STATUS[code],
    detail,
    code,
    requestId,
  };
}

function isFastify(error: unknown): error is FastifyError {
  return error instanceof Error && "statusCode" in error;
}

const CONNECTION_LOST = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08003",
  "53300",
]);

/** The disk, or this installation's share of it, is full. */
function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}

/** The database went away; it is expected back. */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    CONNECTION_LOST.has(code) ||
    /connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  );
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request.id);
  if (problem.status >= 500) request.log.error({ err: error }, "request failed");
  if (problem.status === 503) void reply.header("retry-after", "2");
  if (problem.status === 429) void reply.header("retry-after", "900");
  if (isForPerson(request)) {
    const locale = pageLocale(request.headers["accept-language"]);
    const page = problemPage(problem, request.url, locale);
    return reply
      .code(problem.status)
      .headers({ ...HTML, vary: "accept, accept-language" })
      .send(page);
  }
  return reply
    .code(problem.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .send(problem);
}

const HTML = { "content-type": "text/html; charset=utf-8" } as const;

/** A browser on its way to a page. What the API's own routes answer stays JSON, whoever asks. */
function isForPerson({ method, headers, is404, url }: FastifyRequest): boolean {
  const isLook = method === "GET" || method === "HEAD";
  return isLook && (headers.accept ?? "").includes("text/html") && (is404 || !url.startsWith("/v1/"));
}
