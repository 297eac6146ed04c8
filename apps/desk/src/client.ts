import { QueryClient } from "@tanstack/react-query";
import { createTroth, TrothError } from "@troth/sdk";
import { createDraftStore, draftPort } from "@troth/ui";

/** The desk's API on the page's own origin, by session cookie. */
export const troth = createTroth({ baseUrl: globalThis.location.origin });

/** Nothing refetches by itself: what others do waits until the reader asks to see it. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => count < 2 && error instanceof TrothError && error.problem === null,
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

export const drafts = createDraftStore({ port: draftPort(troth), mirror: globalThis.sessionStorage });

/** True when the desk asked for a sign-in first. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof TrothError && error.problem?.code === "unauthenticated";
}

/** Headers of a write. A repeated attempt with the same key has its effect once. */
export function onceHeader(key: string = crypto.randomUUID()) {
  return { "Idempotency-Key": key };
}
