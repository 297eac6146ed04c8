import type { Problem } from "@troth/contract";
import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema.gen.ts";

export type TrothOptions = {
  /** Where the desk answers, e.g. `https://support.example.com`; empty for the page's own origin. */
  readonly baseUrl: string;
  /**
   * The bearer: an API key, or the vendor's signed token. Asked before each request; with `isStale` the last one
   * was refused and a fresh one is wanted. Leave out to use the session cookie.
   */
  readonly token?: (isStale: boolean) => Promise<string> | string;
  readonly fetch?: typeof globalThis.fetch;
};

/** A refusal or failure as the desk told it. `problem` is null when no answer came at all. */
export class TrothError extends Error {
  readonly problem: Problem | null;

  constructor(problem: Problem | null, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "TrothError";
    this.problem = problem;
  }
}

export type Troth = {
  /** One typed method a route, by path: `api.GET("/v1/me")`. Writes get an Idempotency-Key of their own. */
  readonly api: Client<paths>;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly baseUrl: string;
  /** Headers that show who asks, for requests that cannot go through `api`; none where the session cookie does it. */
  readonly credentials: (isStale: boolean) => Promise<Readonly<Record<string, string>>>;
};

/** The one client of the desk's API. */
export function createTroth(options: TrothOptions): Troth {
  const send = options.fetch ?? globalThis.fetch;
  const authorised = async (request: Request): Promise<Response> => {
    if (request.method !== "GET" && !request.headers.has("idempotency-key")) {
      request.headers.set("idempotency-key", crypto.randomUUID());
    }
    if (!options.token) return send(request);
    const spare = request.clone();
    const answer = await send(withBearer(request, await options.token(false)));
    if (answer.status !== 401) return answer;
    return send(withBearer(spare, await options.token(true)));
  };
  const api = createClient<paths>({
    baseUrl: options.baseUrl,
    fetch: authorised,
    credentials: "same-origin",
  });
  const credentials = async (isStale: boolean): Promise<Readonly<Record<string, string>>> =>
    options.token ? { authorization: `Bearer ${await options.token(isStale)}` } : {};
  return { api, fetch: authorised, baseUrl: options.baseUrl, credentials };
}

function withBearer(request: Request, token: string): Request {
  request.headers.set("authorization", `Bearer ${token}`);
  return request;
}

/** The data of an answer, or a `TrothError` with the desk's own words. */
export async function unwrap<T>(
  answer: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  let result: { data?: T; error?: unknown; response: Response };
  try {
    result = await answer;
  } catch (cause) {
    throw new TrothError(null, "The desk could not be reached. What you wrote is still here.", { cause });
  }
  if (result.data !== undefined && result.data !== null) return result.data;
  const problem = isProblem(result.error) ? result.error : null;
  throw new TrothError(problem, problem?.detail ?? `The desk answered ${result.response.status}.`);
}

/** Whether what an answer's body says is a problem of ours. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "detail" in value;
}
