import { QueryClient } from "@tanstack/react-query";
import { createTroth } from "@troth/sdk";
import { customerDesk, forgetDrafts } from "@troth/ui/customer";
import { hrefOf } from "./address.ts";

/** The desk's API with the portal's session cookie. */
export const troth = createTroth({ baseUrl: location.origin });
export const desk = customerDesk(troth);

// Failures are shown, not waited out: a paused request would leave the reader without a word.
const always = { networkMode: "always", retry: false } as const;
export const queries = new QueryClient({ defaultOptions: { queries: always, mutations: always } });

/** Ends the session and leaves nothing of the reader in this tab (ASVS 14.3.1). */
export async function signOut(): Promise<void> {
  await troth.api.DELETE("/v1/portal/session", {
    params: { header: { "Idempotency-Key": crypto.randomUUID() } },
  });
  forgetDrafts(sessionStorage);
  location.assign(hrefOf("/sign-in"));
}
