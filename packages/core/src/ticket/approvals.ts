import type { Instant, Policy } from "@troth/policy";
import { saysSomething } from "../says-something.ts";
import type { Invalid } from "./form-answers.ts";

/** Something that the vendor allowed an organisation in writing, although the policy excludes it. */
export type Approval = {
  readonly id: string;
  /** The exclusion that it lifts. */
  readonly exclusion: string;
  /** What is allowed, e.g. `our build of the proxy`. */
  readonly covers: string;
  /** Where it is written, e.g. `addendum 4 of 2 March`. */
  readonly document: string;
  readonly until: Instant | null;
  readonly withdrawnAt: Instant | null;
};

/** What `lifted-by:` calls an approval in writing. */
const WRITTEN = "written-approval";

/** The exclusions that an approval in writing lifts. */
export const liftable = (policy: Policy): Policy["exclusions"] =>
  policy.exclusions.filter(({ liftedBy }) => liftedBy === WRITTEN);

export function isInForce({ until, withdrawnAt }: Approval, now: Instant): boolean {
  return withdrawnAt === null && (until === null || now < until);
}

/** Names that mean the same: capitals and blanks aside. */
export const sameName = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");

/** Why an approval cannot be registered so; empty when it can (P054). */
export function invalidApproval(
  policy: Policy,
  approval: Pick<Approval, "exclusion" | "covers" | "document" | "until">,
  now: Instant,
): readonly Invalid[] {
  const known = liftable(policy).map(({ id }) => id);
  const invalid: Invalid[] = [];
  if (!known.includes(approval.exclusion)) {
    const message =
      known.length === 0
        ? "No exclusion of this policy is lifted by an approval."
        : `An approval lifts no exclusion «${approval.exclusion}». Choose one of: ${known.join(", ")}.`;
    invalid.push({
      path: "exclusion",
      reason: known.length === 0 ? "approval-lifts-nothing" : "approval-lifts-another",
      message,
    });
  }
  if (!saysSomething(approval.covers))
    invalid.push({ path: "covers", reason: "approval-covers-nothing", message: "Say what is approved." });
  if (!saysSomething(approval.document)) {
    invalid.push({
      path: "document",
      reason: "approval-undocumented",
      message: "Name the document that it is written in.",
    });
  }
  if (approval.until !== null && approval.until <= now) {
    invalid.push({
      path: "until",
      reason: "day-past",
      message: "This day has passed. Choose a later one, or none.",
    });
  }
  return invalid;
}
