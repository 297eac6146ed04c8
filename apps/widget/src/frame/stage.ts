import type { createTroth } from "@troth/sdk";
import type { FrameLine } from "./frame-line.ts";
import type { Openings } from "./openings.ts";

/** What the dialog needs from this page's start. */
export type Stage = {
  readonly troth: ReturnType<typeof createTroth>;
  readonly line: FrameLine;
  readonly openings: Openings;
};
