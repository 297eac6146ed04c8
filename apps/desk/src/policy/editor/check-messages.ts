import type { Finding, Policy, PolicyFiles } from "@troth/policy";

/** What the page asks of a checking thread. `id` comes back with the answer. */
export type Ask = { readonly id: number; readonly files: PolicyFiles };

/** A folder as the compiler sees it. */
export type Checked = {
  readonly findings: readonly Finding[];
  /** Null while an error keeps the folder from being a policy. */
  readonly policy: Policy | null;
  /** The public page as HTML; null with `policy`. */
  readonly page: string | null;
};

export type Answer = { readonly id: number; readonly checked: Checked };
