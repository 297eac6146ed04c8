import type { PageOptions, Policy } from "./types.ts";

/** The published page: `page.md` with every reference and table filled from the facts. HTML is a body fragment. */
export function renderPage(policy: Policy, options: PageOptions): string {
  void options;
  return policy.page;
}
