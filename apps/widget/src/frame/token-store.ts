export type TokenStore = (isStale: boolean) => Promise<string>;

const SPARE_MS = 30_000;

/**
 * Keeps the host's token while it is good and asks for another in silence. Requests that come together share one
 * question.
 */
export function tokenStore(options: {
  readonly ask: (isStale: boolean) => Promise<string | null>;
  readonly now: () => number;
  /** What to throw when the host gives no token. */
  readonly signedOut: () => Error;
}): TokenStore {
  let kept: { readonly token: string; readonly endsAt: number } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(isStale: boolean): Promise<string> {
    const token = await options.ask(isStale);
    if (token === null) throw options.signedOut();
    kept = { token, endsAt: endOf(token) };
    return token;
  }

  return (isStale) => {
    const isGood = kept !== null && kept.endsAt - SPARE_MS > options.now();
    if (kept !== null && isGood && !isStale) return Promise.resolve(kept.token);
    asking ??= ask(isStale || kept !== null).finally(() => {
      asking = null;
    });
    return asking;
  };
}

/** When a signed token ends, in milliseconds; 0 when it does not say. The desk judges it, this only saves a round. */
function endOf(token: string): number {
  try {
    const payload = token.split(".")[1] ?? "";
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    if (typeof claims !== "object" || claims === null || !("exp" in claims)) return 0;
    return Number(claims.exp) * 1000 || 0;
  } catch {
    return 0;
  }
}
