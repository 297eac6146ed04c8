import type { PlaceReason } from "@troth/core";
import type { Policy } from "@troth/policy";
import { named } from "./policy.ts";

/** Why a row stands where it stands; the neighbour's plan and severity also by the names the policy gives them. */
export function presentPlaceReason({ code, values }: PlaceReason, policy: Policy) {
  const { afterPlan, afterSeverity } = values;
  const severity = policy.severities.find(({ id }) => id === afterSeverity);
  return {
    code,
    values: {
      ...values,
      ...(afterPlan === undefined ? {} : { afterPlanName: named(policy.plans, afterPlan).name }),
      ...(severity && { afterSeverityRank: String(severity.rank), afterSeverityName: severity.name }),
    },
  };
}
