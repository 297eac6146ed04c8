import { cohorts, contracts, products } from "./cohorts.ts";
import { facts } from "./conditions.ts";
import { customerPriority, severityDecision } from "./severities.ts";
import { may } from "./shape.ts";
import { idOf } from "./words.ts";

/** Keys of `policy.yaml` that many policies do without. */
export const further = {
  defaultPlan: may(idOf("plan"), "the support plan of an account without a pricing plan"),
  products: may(products, "the products, where rights or definitions differ by product"),
  facts: may(facts, "what can hold or not; conditions of severities are made of these"),
  severityDecision: may(severityDecision, "who decides how severe a request is"),
  customerPriority: may(customerPriority, "a second scale, which is the customer's own"),
  cohorts: may(cohorts, "customers for whom something else holds, e.g. those from before a date"),
  contracts: may(contracts, "what a contract of one customer may set"),
};
