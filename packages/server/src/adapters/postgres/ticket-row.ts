import { type Intake, NO_PROCEEDINGS, type Proceedings, type Ticket, type TicketState } from "@troth/core";
import type { ListedTicket, StoredTicket } from "../../ports/store.ts";
import { commitmentIn, type StoredTerms } from "./terms.ts";

export type TicketRow = {
  id: string;
  number: number;
  organisation_id: string;
  requester_id: string;
  state: TicketState;
  category: string;
  route: string;
  intake: Intake;
  severity_chosen: string | null;
  severity_assessed: string | null;
  pricing: string | null;
  plan: string;
  tier: string | null;
  subscription: Ticket["subscription"];
  policy_version: string;
  project_id: string | null;
  branch_id: string | null;
  endpoint_id: string | null;
  region: string | null;
  subject: string;
  business_impact: string | null;
  is_business_impact_unknown: boolean;
  facts: string | null;
  flags: string[];
  locale: string;
  zone: string | null;
  assignee_id: string | null;
  outcome: string | null;
  outcome_detail: string | null;
  incident: number | null;
  release: string | null;
  wish: string | null;
  opened_at: number;
  changed_at: number;
  resolved_at: number | null;
  version: number;
  head: string;
  last_customer_seq: number;
  last_staff_seq: number;
  proceedings: Proceedings | null;
};

/** Columns of `TicketRow`; `t` is the alias. */
export const STORED = `t.id, t.number, t.organisation_id, t.requester_id, t.state, t.category, t.route, t.intake,
  t.severity_chosen, t.severity_assessed, t.pricing, t.plan, t.tier, t.subscription, t.policy_version,
  t.project_id, t.branch_id, t.endpoint_id, t.region, encode(t.subject, 'base64') as subject,
  encode(t.business_impact, 'base64') as business_impact, t.is_business_impact_unknown,
  encode(t.facts, 'base64') as facts, t.flags, t.locale, t.zone, t.assignee_id, t.outcome, t.outcome_detail,
  t.opened_at, t.changed_at, t.resolved_at, t.version, t.head, t.last_customer_seq, t.last_staff_seq, t.proceedings,
  t.incident, t.release, t.wish`;

export function storedOf(row: TicketRow): StoredTicket {
  return {
    id: row.id,
    head: row.head,
    number: row.number,
    organisation: row.organisation_id,
    requester: row.requester_id,
    state: row.state,
    category: row.category,
    route: row.route,
    intake: row.intake,
    severityChosen: row.severity_chosen,
    severityAssessed: row.severity_assessed,
    standing: { pricing: row.pricing, plan: row.plan, tier: row.tier },
    subscription: row.subscription,
    policyVersion: row.policy_version,
    place: { project: row.project_id, branch: row.branch_id, endpoint: row.endpoint_id, region: row.region },
    isBusinessImpactUnknown: row.is_business_impact_unknown,
    flags: row.flags,
    assignee: row.assignee_id,
    outcome: row.outcome === null ? null : { id: row.outcome, detail: row.outcome_detail },
    incident: row.incident,
    release: row.release,
    wish: row.wish,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    resolvedAt: row.resolved_at,
    version: row.version,
    lastCustomerSeq: row.last_customer_seq,
    lastStaffSeq: row.last_staff_seq,
    proceedings: { ...NO_PROCEEDINGS, ...row.proceedings },
    subject: row.subject,
    businessImpact: row.business_impact,
    facts: row.facts,
    locale: row.locale,
    zone: row.zone,
  };
}

/** Its organisation, its place in the queue and how far the reader has read; `t` is the ticket, `$2` the reader. */
export const SEEN = {
  columns: `t.queue_key, o.name as organisation_name, o.external_id as organisation_external_id,
  coalesce(r.seq, 0) as read_seq`,
  joins: `join troth.organisation o on o.workspace_id = t.workspace_id and o.id = t.organisation_id
  left join troth.read_mark r on r.workspace_id = t.workspace_id and r.ticket_id = t.id and r.person_id = $2::uuid`,
} as const;

export type SeenRow = {
  organisation_name: string;
  organisation_external_id: string;
  queue_key: string;
  read_seq: number;
};

export function seenOf(row: SeenRow) {
  return {
    organisationName: row.organisation_name,
    organisationExternalId: row.organisation_external_id,
    queueKey: row.queue_key,
    readSeq: row.read_seq,
  };
}

export type ListedRow = SeenRow &
  Pick<
    TicketRow,
    | "number"
    | "requester_id"
    | "state"
    | "route"
    | "category"
    | "severity_chosen"
    | "severity_assessed"
    | "pricing"
    | "plan"
    | "tier"
    | "policy_version"
    | "subject"
    | "flags"
    | "assignee_id"
    | "outcome"
    | "outcome_detail"
    | "opened_at"
    | "changed_at"
    | "version"
    | "last_staff_seq"
    | "project_id"
    | "proceedings"
  > & {
    requester_name: string;
    requester_wrapped: Buffer | null;
    assignee_name: string | null;
    assignee_wrapped: Buffer | null;
    commitment: StoredTerms | null;
  };

export type Page = { readonly order: string; readonly most: number };

/** Looked up one by one: joined, the server would read all people for the fifty of a page. */
const nameOf = (person: string): string =>
  `(select encode(name, 'base64') from troth.person where workspace_id = t.workspace_id and id = ${person})`;
const keyOf = (person: string): string =>
  `(select wrapped from troth.person_key where workspace_id = t.workspace_id and person_id = ${person})`;

/**
 * Tickets with their people and the clock that matters most now; `$2` is the reader. The page is cut first, so that
 * nothing is joined to what is not on it; its size stands in the statement, for a plan that does not know it sorts all.
 */
export const listed = (tickets: string, { order, most }: Page): string => `select ${SEEN.columns},
  t.number, t.requester_id, t.state, t.route, t.category, t.severity_chosen, t.severity_assessed, t.pricing, t.plan, t.tier,
  t.policy_version, encode(t.subject, 'base64') as subject, t.flags, t.assignee_id, t.outcome, t.outcome_detail,
  t.opened_at, t.changed_at, t.version, t.last_staff_seq, t.project_id, t.proceedings, c.terms as commitment,
  ${nameOf("t.requester_id")} as requester_name, ${keyOf("t.requester_id")} as requester_wrapped,
  ${nameOf("t.assignee_id")} as assignee_name, ${keyOf("t.assignee_id")} as assignee_wrapped
  from (${tickets} order by ${order} limit ${Math.trunc(most)}) t
  ${SEEN.joins}
  left join lateral (
    select terms from troth.commitment c where c.workspace_id = t.workspace_id and c.ticket_id = t.id
    order by (c.state in ('running', 'paused') and c.due_at is not null) desc, c.due_at nulls last, c.ordinal limit 1
  ) c on true
  order by ${order}`;

export function listedOf(row: ListedRow): ListedTicket {
  const { requester_name: name, requester_wrapped: wrapped } = row;
  return {
    ...seenOf(row),
    number: row.number,
    requester: row.requester_id,
    state: row.state,
    route: row.route,
    category: row.category,
    severityChosen: row.severity_chosen,
    severityAssessed: row.severity_assessed,
    standing: { pricing: row.pricing, plan: row.plan, tier: row.tier },
    policyVersion: row.policy_version,
    subject: row.subject,
    flags: row.flags,
    outcome: row.outcome === null ? null : { id: row.outcome, detail: row.outcome_detail },
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    version: row.version,
    lastStaffSeq: row.last_staff_seq,
    project: row.project_id,
    proceedings: { ...NO_PROCEEDINGS, ...row.proceedings },
    requesterPerson: { id: row.requester_id, name, wrapped },
    assigneePerson: assigneeOf(row),
    commitment: row.commitment && commitmentIn(row.commitment),
  };
}

function assigneeOf({ assignee_id: id, assignee_name: name, assignee_wrapped: wrapped }: ListedRow) {
  return id === null || name === null ? null : { id, name, wrapped };
}
