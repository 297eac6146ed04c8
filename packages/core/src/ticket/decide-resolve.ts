import type { Policy } from "@troth/policy";
import type { Invalid } from "./form-answers.ts";

/** Why an outcome cannot end a ticket as asked; empty when it can (P050, P051, P053). */
export function invalidOutcome(
  policy: Policy,
  request: { readonly outcome: string; readonly detail: string | null },
): readonly Invalid[] {
  const outcome = policy.outcomes.find((known) => known.id === request.outcome);
  if (!outcome) {
    const known = policy.outcomes.map(({ id }) => id).join(", ");
    return [
      { path: "outcome", message: `There is no outcome «${request.outcome}». Choose one of: ${known}.` },
    ];
  }
  const detail = request.detail?.trim() ?? "";
  if (outcome.needs !== null && detail === "") {
    return [{ path: "detail", message: `${outcome.name} needs its ${outcome.needs}. Name it.` }];
  }
  if (outcome.needs === "exclusion" && !policy.exclusions.some(({ id }) => id === detail)) {
    const known = policy.exclusions.map(({ id, number }) => `${id} (${number})`).join(", ");
    return [{ path: "detail", message: `There is no exclusion «${detail}». Choose one of: ${known}.` }];
  }
  return [];
}
