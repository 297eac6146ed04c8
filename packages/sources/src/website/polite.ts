import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, Ask, Fetch } from "../fetch/safe-fetch.ts";
import { Unfetched } from "../fetch/unfetched.ts";

export type Pace = {
  /** Between the starts of two requests. */
  readonly delayMs: number;
  /** Before one is tried again; twice as long before the next. */
  readonly backoffMs: number;
  /** Nobody waits longer because a site asks for it. */
  readonly longestWaitMs: number;
};

const TRIES = 3;

/** Asks a site no faster than it likes, waits when it says so, and tries again what may come another time. */
export class PoliteFetch {
  readonly #fetch: Fetch;
  readonly #signal: AbortSignal;
  readonly #pace: Pace;
  #nextAt = 0;

  constructor(fetch: Fetch, pace: Pace, signal: AbortSignal) {
    this.#fetch = fetch;
    this.#pace = pace;
    this.#signal = signal;
  }

  /** The last answer there was; throws `Unfetched` where there was none. */
  async ask(address: URL | string, ask: Ask = {}): Promise<Answer> {
    for (let tried = 1; ; tried++) {
      await this.#turn();
      const came = await this.#once(address, ask);
      const waitMs = this.#waitAfter(came, tried);
      if (waitMs === null || tried === TRIES) {
        if (came instanceof Unfetched) throw came;
        return came;
      }
      this.#nextAt = Math.max(this.#nextAt, performance.now() + waitMs);
    }
  }

  async #once(address: URL | string, ask: Ask): Promise<Answer | Unfetched> {
    try {
      return await this.#fetch(address, { ...ask, signal: this.#signal });
    } catch (error) {
      if (error instanceof Unfetched) return error;
      throw error;
    }
  }

  /** How long to wait before the next try; null where another one is of no use. */
  #waitAfter(came: Answer | Unfetched, tried: number): number | null {
    const backoffMs = this.#pace.backoffMs * 2 ** (tried - 1);
    if (came instanceof Unfetched) return came.why === "unreachable" ? backoffMs : null;
    if (came.status !== 429 && came.status < 500) return null;
    const askedMs = retryAfter(came);
    if (askedMs !== null && askedMs > this.#pace.longestWaitMs) return null;
    return Math.max(askedMs ?? 0, backoffMs);
  }

  async #turn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + this.#pace.delayMs;
    if (at > now) await sleep(at - now, undefined, { signal: this.#signal });
  }
}

/** What `Retry-After` asks for, in milliseconds; a date counts from the site's own clock. */
export function retryAfter({ header }: Pick<Answer, "header">): number | null {
  const value = header("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const span = Date.parse(value) - Date.parse(header("date") ?? "");
  return Number.isNaN(span) ? null : Math.max(0, span);
}
