/** Accounts that agents sign in with: password, sessions, rate limits. */
export interface Accounts {
  /** Creates an account, or fails with `exists` when the address has one with another password. */
  create(account: { email: string; password: string; source: string }): Promise<{ id: string } | "exists">;
  /** Cookies of a new session. Wrong tries are counted by address and `source`, the network address they come from. */
  signIn(
    credentials: { email: string; password: string },
    from: { headers: Headers; source: string },
  ): Promise<{ account: string; cookies: string[] } | "wrong" | "too-many">;
  /** Account of the session in these headers; null without one that counts. */
  accountOf(request: Headers): Promise<string | null>;
  /** Ends the session; cookies that clear it. */
  signOut(request: Headers): Promise<string[]>;
}
