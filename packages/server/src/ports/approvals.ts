import type { Approval } from "@troth/core";
import type { Instant } from "@troth/policy";

/** Who did it, their name sealed with their own key. */
export type Author = { readonly id: string; readonly name: string; readonly wrapped: Buffer | null };

export type StoredApproval = Approval & {
  readonly registeredAt: Instant;
  readonly registeredBy: Author;
  readonly withdrawnBy: Author | null;
};

/** What the vendor allowed organisations in writing. */
export interface Approvals {
  /** The newest first, those withdrawn or past included. */
  ofOrganisation(organisation: string): Promise<StoredApproval[]>;
  add(
    organisation: string,
    approval: Omit<Approval, "withdrawnAt"> & { readonly at: Instant; readonly by: string },
  ): Promise<void>;
  /** False when it is not the organisation's, or was withdrawn before. */
  withdraw(organisation: string, id: string, by: string, at: Instant): Promise<boolean>;
}
