import type { Session, SignedIn } from "../server/wire.ts";

/** Asks the console's own server. A failure carries the sentence it gave. */
async function call(method: string, path: string, body?: Record<string, string>): Promise<Response> {
  const answer = await fetch(new URL(`api/${path}`, document.baseURI), {
    method,
    ...(method === "GET"
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}) }),
  });
  if (answer.ok) return answer;
  const value: unknown = await answer.json().catch(() => null);
  throw new Error(detailOf(value) ?? `The console's server answered ${answer.status}.`);
}

function detailOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("detail" in value)) return null;
  return typeof value.detail === "string" ? value.detail : null;
}

/** The server is ours and built together with these pages: its answers are taken at their type. */
export const api = {
  session: async (): Promise<Session> => (await call("GET", "session")).json(),
  signIn: async (person: string): Promise<SignedIn> => (await call("POST", "session", { person })).json(),
  signOut: async (): Promise<Session> => (await call("DELETE", "session")).json(),
  changePlan: async (plan: string): Promise<SignedIn> => (await call("PUT", "plan", { plan })).json(),
  supportToken: async (): Promise<{ token: string }> => (await call("POST", "support-token")).json(),
  portalLink: async (): Promise<{ href: string }> => (await call("POST", "portal-link")).json(),
};
