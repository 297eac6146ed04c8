import { APIError, betterAuth } from "better-auth";
import type { Pool } from "pg";
import type { Accounts } from "../../ports/accounts.ts";
import { signInLimit } from "./sign-in-limit.ts";

export type AccountsOptions = {
  readonly pool: Pool;
  /** Signs the session cookies: at least 32 bytes. */
  readonly secret: string;
  readonly isSecure: boolean;
  readonly baseUrl: string;
  /** Keyed hash of an address: these tables find an account by it and never hold the address itself. */
  readonly addressIndex: (email: string) => Buffer;
};

const HOURS = 3_600;
/** How long a session that was checked is trusted; ending one takes effect on every node within this. */
const TRUST_MS = 3_000;

/**
 * Agents' accounts on better-auth. Its HTTP handler is not mounted: none of its routes (sign-up, organisations,
 * single sign-on) exists, only the four calls here.
 */
export function betterAuthAccounts(options: AccountsOptions): Accounts {
  const { pool, secret, isSecure, baseUrl, addressIndex } = options;
  const auth = betterAuth({
    database: pool,
    secret,
    baseURL: baseUrl,
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: 20 * HOURS, updateAge: HOURS },
    advanced: {
      cookiePrefix: "troth",
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { disableIpTracking: true },
    },
    logger: { disabled: true },
  });
  // Shaped like an address because better-auth wants one; no mail can ever be sent to it.
  const aliasOf = (email: string): string => `${addressIndex(email).toString("hex")}@account.invalid`;
  const trusted = new Map<string, { readonly account: string; readonly until: number }>();

  const limit = signInLimit(pool, addressIndex);

  const signIn: Accounts["signIn"] = async ({ email, password }, { headers, source }) => {
    const alias = aliasOf(email);
    if (!(await limit.mayTry({ alias, source }))) return "too-many";
    try {
      const { headers: answer, response } = await auth.api.signInEmail({
        body: { email: alias, password },
        headers: withoutCookies(headers),
        returnHeaders: true,
      });
      await limit.succeeded({ alias, source });
      return { account: response.user.id, cookies: answer.getSetCookie() };
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500) return "wrong";
      throw error;
    }
  };

  return {
    signIn,
    async create({ email, password, source }) {
      try {
        const { user } = await auth.api.signUpEmail({
          body: { email: aliasOf(email), name: "", password },
        });
        return { id: user.id };
      } catch (error) {
        if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
        // An invitation whose last step failed may be accepted again with the same password.
        const known = await signIn({ email, password }, { headers: new Headers(), source });
        return typeof known === "string" ? "exists" : { id: known.account };
      }
    },
    async accountOf(headers) {
      const cookie = headers.get("cookie");
      if (!cookie?.includes("troth.session_token")) return null;
      const known = trusted.get(cookie);
      if (known && known.until > performance.now()) return known.account;
      const session = await auth.api.getSession({ headers });
      if (!session) return null;
      if (trusted.size > 1_000) trusted.clear();
      trusted.set(cookie, { account: session.user.id, until: performance.now() + TRUST_MS });
      return session.user.id;
    },
    async signOut(headers) {
      trusted.delete(headers.get("cookie") ?? "");
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.getSetCookie();
    },
  };
}

function withoutCookies(headers: Headers): Headers {
  const clean = new Headers(headers);
  clean.delete("cookie");
  return clean;
}
