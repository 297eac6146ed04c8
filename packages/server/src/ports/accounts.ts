/** Accounts that agents sign in with: password, sessions, rate limits. */
export interface Accounts {
  /** Creates an account, or fails with `exists` when the address has one. */
  create(account: { email: string; password: string }): Promise<{ id: string } | "exists">;
  /** Cookies of a new session, or null when address and password do not belong together. */
  signIn(
    credentials: { email: string; password: string },
    request: Headers,
  ): Promise<{ account: string; cookies: string[] } | "wrong" | "too-many">;
  /** Account of the session in these headers; null without one that counts. */
  accountOf(request: Headers): Promise<string | null>;
  /** Ends the session; cookies that clear it. */
  signOut(request: Headers): Promise<string[]>;
}
