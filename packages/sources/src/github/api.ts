import type { Answer, Fetch } from "../fetch/safe-fetch.ts";
import { Unfetched } from "../fetch/unfetched.ts";

/** GitHub asks for a pause; what was read so far counts. */
export class RateLimited extends Error {}

export type ApiSettings = { readonly base: URL; readonly token: string | null };
export type Item = Readonly<Record<string, unknown>>;

const VERSION = "2022-11-28";
const MOST_BYTES = 20 * 1_048_576;

/** GitHub's REST and GraphQL doors, within the limits it names. */
export class Api {
  readonly #settings: ApiSettings;
  readonly #fetch: Fetch;
  readonly #signal: AbortSignal;
  #isSpent = false;

  constructor(settings: ApiSettings, fetch: Fetch, signal: AbortSignal) {
    this.#settings = settings;
    this.#fetch = fetch;
    this.#signal = signal;
  }

  /** Pages of a list, each with what it holds; follows `Link` to the next within the same origin. */
  async *pages(path: string): AsyncGenerator<readonly Item[]> {
    const { base } = this.#settings;
    let next: URL | null = new URL(base.pathname.replace(/\/+$/, "") + path, base);
    const seen = new Set<string>();
    while (next !== null && !seen.has(next.href)) {
      seen.add(next.href);
      const answer: Answer = await this.#ask(next);
      yield listIn(answer);
      next = nextOf(answer);
    }
  }

  /** The data of a GraphQL query; what is asked for beside the query are its variables. */
  async query(query: string, variables: Item): Promise<Item> {
    const { base } = this.#settings;
    // GitHub Enterprise has REST at /api/v3 and GraphQL at /api/graphql.
    const path = base.pathname.replace(/\/v3\/?$/, "").replace(/\/+$/, "");
    const answer = await this.#ask(new URL(`${path}/graphql`, base), JSON.stringify({ query, variables }));
    const said = mapIn(parsed(answer));
    const errors = Array.isArray(said["errors"]) ? said["errors"].filter(isMap) : [];
    if (errors.some(({ type }) => type === "RATE_LIMITED")) throw new RateLimited();
    if (errors.length > 0 || !isMap(said["data"])) throw new Unfetched("unreadable");
    return said["data"];
  }

  async #ask(address: URL, body?: string): Promise<Answer> {
    if (this.#isSpent) throw new RateLimited();
    const { token } = this.#settings;
    const answer = await this.#fetch(address, {
      signal: this.#signal,
      mostBytes: MOST_BYTES,
      headers: {
        accept: "application/vnd.github+json",
        "x-github-api-version": VERSION,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const isNoneLeft = answer.header("x-ratelimit-remaining") === "0";
    const isRefused = answer.status === 403 || answer.status === 429;
    if (isRefused && (isNoneLeft || answer.status === 429 || answer.header("retry-after") !== null))
      throw new RateLimited();
    this.#isSpent = isNoneLeft;
    if (answer.status !== 200) throw new Unfetched("unreachable");
    return answer;
  }
}

function listIn(answer: Answer): readonly Item[] {
  const said = parsed(answer);
  if (!Array.isArray(said)) throw new Unfetched("unreadable");
  return said.filter(isMap);
}

function parsed({ bytes }: Answer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    throw new Unfetched("unreadable", { cause: error });
  }
}

/** The next page, if GitHub names one of its own. */
function nextOf({ header, address }: Answer): URL | null {
  const named = (header("link") ?? "").split(",").find((one) => /;\s*rel="next"/.test(one));
  const next = URL.parse(/<([^>]*)>/.exec(named ?? "")?.[1] ?? "");
  if (next !== null && next.origin !== address.origin) throw new Unfetched("elsewhere");
  return next;
}

export const isMap = (value: unknown): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const mapIn = (value: unknown): Item => (isMap(value) ? value : {});
export const textIn = (value: unknown): string => (typeof value === "string" ? value : "");
export const mapsIn = (value: unknown): readonly Item[] => (Array.isArray(value) ? value.filter(isMap) : []);
