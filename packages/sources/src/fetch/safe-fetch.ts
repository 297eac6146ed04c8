import { Agent, type Dispatcher, errors, request } from "undici";
import type { Allowed } from "./addresses.ts";
import { readBody } from "./body.ts";
import { checkedConnector, type Resolve, resolveByMachine } from "./connect.ts";
import { Unfetched } from "./unfetched.ts";

export type FetchSettings = {
  /** Who asks, with an address where that one is reached: `Troth (+https://support.example.com/contact)`. */
  readonly userAgent: string;
  /** Inside hosts and other ports that the operator allows; nothing by default. */
  readonly allowed?: Allowed;
  readonly mostBytes?: number;
  readonly totalMs?: number;
  readonly idleMs?: number;
  readonly resolve?: Resolve;
};

export type Ask = {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a POST where there is one. */
  readonly body?: string;
  readonly mostBytes?: number;
  readonly signal?: AbortSignal;
  /** Asked of every address a redirect leads to; by default only the same origin, or its `https:` counterpart. */
  readonly mayGoTo?: (address: URL) => boolean;
};

export type Answer = {
  readonly status: number;
  /** Where it came from in the end. */
  readonly address: URL;
  readonly header: (name: string) => string | null;
  readonly bytes: Buffer;
};

export type Fetch = (address: string | URL, ask?: Ask) => Promise<Answer>;

/** A fetch that is closed when nobody needs it any more. */
export type SafeFetch = { readonly fetch: Fetch; readonly close: () => Promise<void> };

const MOST_BYTES = 5 * 1_048_576;
const MOST_ERROR_BYTES = 64 * 1_024;
const TOTAL_MS = 30_000;
const IDLE_MS = 10_000;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches public web addresses and nothing else: `http` and `https`, no name and password in the address, the web's
 * ports, names resolved and checked at each connection, each redirect checked anew, all of it bounded in time and size.
 * Throws {@link Unfetched} alone.
 */
export function safeFetch(settings: FetchSettings): SafeFetch {
  const { allowed = [], resolve = resolveByMachine, idleMs = IDLE_MS } = settings;
  const agent = new Agent({
    connect: checkedConnector(allowed, resolve, idleMs),
    headersTimeout: idleMs,
    bodyTimeout: idleMs,
    allowH2: false,
  });
  const fetch: Fetch = async (address, ask = {}) => {
    const tooLate = AbortSignal.timeout(settings.totalMs ?? TOTAL_MS);
    const signal = AbortSignal.any([tooLate, ...(ask.signal ? [ask.signal] : [])]);
    try {
      return await follow({ settings, agent, ask, signal }, webAddress(address));
    } catch (error) {
      ask.signal?.throwIfAborted();
      throw tooLate.aborted ? new Unfetched("too-slow", { cause: error }) : unfetched(error);
    }
  };
  return { fetch, close: () => agent.destroy() };
}

type Errand = {
  readonly settings: FetchSettings;
  readonly agent: Dispatcher;
  readonly ask: Ask;
  readonly signal: AbortSignal;
};

async function follow(errand: Errand, first: URL): Promise<Answer> {
  const { mayGoTo = (to: URL) => isSameOrigin(first, to) } = errand.ask;
  let address = first;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await once(errand, address, isSameOrigin(first, address));
    const location = REDIRECTS.has(answer.status) ? answer.header("location") : null;
    if (location === null) return answer;
    const next = URL.parse(location, address.href);
    if (next === null) throw new Unfetched("unreadable");
    if (!mayGoTo(next)) throw new Unfetched("elsewhere");
    address = webAddress(next);
  }
  throw new Unfetched("too-many-redirects");
}

async function once(errand: Errand, address: URL, isAtHome: boolean): Promise<Answer> {
  const { settings, ask, agent, signal } = errand;
  const response = await request(address, {
    dispatcher: agent,
    signal,
    method: ask.body === undefined ? "GET" : "POST",
    body: ask.body ?? null,
    headers: {
      "user-agent": settings.userAgent,
      "accept-encoding": "gzip, br",
      // A token is for the one it was given for.
      ...(isAtHome ? ask.headers : {}),
    },
  });
  const header = (name: string): string | null => {
    const value = response.headers[name.toLowerCase()];
    return (Array.isArray(value) ? value.join(", ") : value) ?? null;
  };
  const limit = ask.mostBytes ?? settings.mostBytes ?? MOST_BYTES;
  const isGood = response.statusCode >= 200 && response.statusCode < 300;
  const mostBytes = isGood ? limit : Math.min(limit, MOST_ERROR_BYTES);
  if (isGood && Number(header("content-length") ?? 0) > mostBytes) {
    response.body.destroy();
    throw new Unfetched("too-long");
  }
  const bytes = isGood
    ? await readBody(response.body, header("content-encoding"), mostBytes)
    : await readBody(response.body, header("content-encoding"), mostBytes).catch(() => Buffer.alloc(0));
  signal.throwIfAborted();
  return { status: response.statusCode, address, header, bytes };
}

/** An address of the web as it may be fetched; throws for any other. */
export function webAddress(address: string | URL): URL {
  const url = URL.parse(String(address));
  const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
  if (url === null || !isWeb || url.username !== "" || url.password !== "") throw new Unfetched("refused");
  return url;
}

/** The same host and port, and no way back from `https:` to `http:`. */
export function isSameOrigin(from: URL, to: URL): boolean {
  if (from.origin === to.origin) return true;
  return (
    from.hostname === to.hostname && from.protocol === "http:" && to.protocol === "https:" && to.port === ""
  );
}

function unfetched(error: unknown): Unfetched {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Unfetched) return cause;
    // Several addresses of one name were tried.
    if (cause instanceof AggregateError) {
      const own = cause.errors.find((one) => one instanceof Unfetched);
      if (own instanceof Unfetched) return own;
    }
  }
  const isSlow =
    error instanceof errors.ConnectTimeoutError ||
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError;
  const isBroken =
    error instanceof Error && "code" in error && /^(Z_|ERR_.*BROTLI|ERR__ERROR)/.test(String(error.code));
  return new Unfetched(isSlow ? "too-slow" : isBroken ? "unreadable" : "unreachable", { cause: error });
}
