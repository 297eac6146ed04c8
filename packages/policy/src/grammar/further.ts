import { cohorts, contracts, products } from "./cohorts.ts";
import { facts } from "./conditions.ts";
import { contacts, eligibility, quotas } from "./contacts.ts";
import { form } from "./form.ts";
import { escalation, languages, lifeCycle, staff, statements, status, versions } from "./service.ts";
import { assessWithin, customerPriority, severityDecision } from "./severities.ts";
import { may } from "./shape.ts";
import { idOf } from "./words.ts";

/** Keys of `policy.yaml` that many policies do without. */
export const further = {
  defaultPlan: may(idOf("plan"), "the support plan of an account without a pricing plan"),
  products: may(products, "the products, where rights or definitions differ by product"),
  facts: may(facts, "what can hold or not; conditions of severities are made of these"),
  assessWithin: may(assessWithin, "how long a ticket may wait for its assessment, e.g. `1 day`"),
  severityDecision: may(severityDecision, "who decides how severe a request is"),
  customerPriority: may(customerPriority, "a second scale, which is the customer's own"),
  cohorts: may(cohorts, "customers for whom something else holds, e.g. those from before a date"),
  contracts: may(contracts, "what a contract of one customer may set"),
  eligibility: may(eligibility, "who may ask for what"),
  contacts: may(contacts, "who may write for a customer, and how many of them"),
  quotas: may(quotas, "what is counted: advisory hours, reviews, training"),
  languages: may(languages, "the languages that requests are answered in"),
  form: may(form, "what the request form asks, takes and warns of"),
  versions: may(versions, "versions of what the customer runs, and their support"),
  lifeCycle: may(lifeCycle, "from opening to closing"),
  escalation: may(escalation, "what to do when the answer does not help"),
  staff: may(staff, "where those who answer sit, for some customers"),
  status: may(status, "incidents and requests"),
  statements: may(statements, "sentences that no other key is for"),
};
