import type { Proof } from "@troth/core";

/** Tells what bytes are, whatever their sender says. */
export interface FileTypes {
  /** `head` is how the file begins: `headBytes` of it, or all when it is shorter. */
  proofOf(head: Buffer, isWhole: boolean): Promise<Proof>;
  readonly headBytes: number;
}
