import { isDeepStrictEqual } from "node:util";
import { asksOf, NO_PROCEEDINGS } from "@troth/core";
import type { StoredCommitment, TicketChange } from "../../ports/store.ts";
import type { Session } from "./session.ts";
import { termsText } from "./terms.ts";

/**
 * Events, ticket row, messages and commitments in one statement: nothing is written when the ticket is no longer
 * the version that was read.
 */
export async function writeTicket(session: Session, change: TicketChange): Promise<boolean> {
  const values = [
    session.workspace,
    change.id,
    change.expected ?? 0,
    JSON.stringify(change.events.map(eventRow)),
    JSON.stringify(change.messages),
    JSON.stringify(commitmentRows(change)),
    JSON.stringify(ticketColumns(change)),
    linesOf(change.commitments),
  ];
  const written =
    change.expected === null
      ? await session.first<{ written: number }>("ticket.open", INSERT, values)
      : await session.first<{ written: number }>("ticket.change", UPDATE, values);
  return written?.written === 1;
}

/**
 * Clocks as rows. Their terms come as text, a document a line: inside the rows they would be taken apart and put
 * together again, which costs more than all else of a row.
 */
const clocks = (key: string, from: { rows: string; terms: string }): string => `rows from (
      json_to_recordset(${from.rows}::json) as (${key}, metric text, firmness text, state text, started_at bigint,
        due_at bigint, stopped_at bigint, policy_version text, calendar_id text, calendar_version text, zone text,
        tzdata text, wake_at bigint),
      string_to_table(${from.terms}, E'\\n'))
    as c(${key.replaceAll(/ (uuid|int)/g, "")}, metric, firmness, state, started_at, due_at, stopped_at, policy_version,
      calendar_id, calendar_version, zone, tzdata, wake_at, terms)`;

const rest = (onKnown: string): string => `
  e as (insert into troth.event
      (workspace_id, stream_id, stream, seq, at, kind, actor_kind, actor_id, body, previous, hash, effect_key)
    select $1, $2, 'ticket', seq, at, kind, actor_kind, actor_id, body, previous, hash, effect_key
    from json_to_recordset($4::json) as e(seq int, at bigint, kind text, actor_kind text, actor_id text, body jsonb,
      previous text, hash text, effect_key text)
    where exists (select from t)),
  m as (insert into troth.message (workspace_id, ticket_id, seq, id, at, author_id, author_kind, is_note, body)
    select $1, $2, seq, id, at, author, "authorKind", "isNote", decode(body, 'base64')
    from json_to_recordset($5::json) as m(seq int, id uuid, at bigint, author uuid, "authorKind" text,
      "isNote" boolean, body text)
    where exists (select from t)),
  c as (insert into troth.commitment (workspace_id, ticket_id, ordinal, metric, firmness, state, started_at, due_at,
      stopped_at, policy_version, calendar_id, calendar_version, zone, tzdata, terms, wake_at)
    select $1, $2, ordinal, metric, firmness, state, started_at, due_at, stopped_at, policy_version, calendar_id,
      calendar_version, zone, tzdata, terms::json, wake_at
    from ${clocks("ordinal int", { rows: "$6", terms: "$8" })}
    where exists (select from t) ${onKnown})
  select count(*) as written from t`;

/** A ticket that is there has most of its commitments already. */
const REFRESHED = `
    on conflict (workspace_id, ticket_id, ordinal) do update set metric = excluded.metric,
      firmness = excluded.firmness, state = excluded.state, started_at = excluded.started_at,
      due_at = excluded.due_at, stopped_at = excluded.stopped_at, policy_version = excluded.policy_version,
      calendar_id = excluded.calendar_id, calendar_version = excluded.calendar_version, zone = excluded.zone,
      tzdata = excluded.tzdata, terms = excluded.terms, wake_at = excluded.wake_at`;

const RECORD = `json_to_record($7::json) as n(number int, organisation uuid, requester uuid, state text,
  category text, route text, intake text, severity_chosen text, severity_assessed text, severity text, pricing text,
  plan text, tier text, subscription text, policy_version text, project text, branch text, endpoint text, region text,
  subject text, business_impact text, is_business_impact_unknown boolean, facts text, flags text[], locale text,
  zone text, assignee uuid, outcome text, outcome_detail text, opened_at bigint, changed_at bigint, resolved_at bigint,
  version int, head text, last_customer_seq int, last_staff_seq int, queue_key text, is_open boolean, is_late boolean,
  computed_under text, proceedings json, followers uuid[], is_restricted boolean, asks text[], is_hidden boolean,
  attention_at bigint, incident int, release uuid, wish uuid)`;

const INSERT = `with t as (insert into troth.ticket (workspace_id, id, number, organisation_id, requester_id, state,
    category, route, intake, severity_chosen, severity_assessed, severity, pricing, plan, tier, subscription,
    policy_version, project_id, branch_id, endpoint_id, region, subject, business_impact, is_business_impact_unknown,
    facts, flags, locale, zone, assignee_id, outcome, outcome_detail, opened_at, changed_at, resolved_at, version,
    head, last_customer_seq, last_staff_seq, queue_key, is_open, is_late, computed_under, proceedings, followers,
    is_restricted, asks, is_hidden, attention_at, incident, release, wish)
  select $1, $2, number, organisation, requester, state, category, route, intake, severity_chosen, severity_assessed,
    severity, pricing, plan, tier, subscription, policy_version, project, branch, endpoint, region,
    decode(subject, 'base64'), decode(business_impact, 'base64'), is_business_impact_unknown, decode(facts, 'base64'),
    flags, locale, zone, assignee, outcome, outcome_detail, opened_at, changed_at, resolved_at, version, head,
    last_customer_seq, last_staff_seq, queue_key, is_open, is_late, computed_under, proceedings, followers,
    is_restricted, asks, is_hidden, attention_at, incident, release, wish
  from ${RECORD} where $3 = 0 returning 1), ${rest("")}`;

const UPDATE = `with t as (update troth.ticket o set state = n.state, severity_chosen = n.severity_chosen, severity_assessed = n.severity_assessed,
    severity = n.severity, pricing = n.pricing, plan = n.plan, tier = n.tier, subscription = n.subscription,
    is_business_impact_unknown = n.is_business_impact_unknown,
    flags = n.flags, assignee_id = n.assignee, outcome = n.outcome, outcome_detail = n.outcome_detail,
    changed_at = n.changed_at, resolved_at = n.resolved_at, version = n.version, head = n.head,
    last_customer_seq = n.last_customer_seq, last_staff_seq = n.last_staff_seq, queue_key = n.queue_key,
    is_open = n.is_open, is_late = n.is_late, computed_under = n.computed_under, proceedings = n.proceedings,
    followers = n.followers, is_restricted = n.is_restricted, asks = n.asks, is_hidden = n.is_hidden,
    attention_at = n.attention_at, incident = n.incident, release = n.release, wish = n.wish
  from ${RECORD} where o.workspace_id = $1 and o.id = $2 and o.version = $3 returning 1), ${rest(REFRESHED)}`;

const ENDED = new Set(["resolved", "closed", "merged"]);

/**
 * The same for many tickets that the transaction holds. Nobody wrote: what changes is what time or a publication made
 * of their clocks, and their place in the queue.
 */
const UPDATE_MANY = `with n as (select * from json_to_recordset($2::json)
    as n(id uuid, version int, head text, queue_key text, is_late boolean, computed_under text, state text,
      is_open boolean, outcome text, outcome_detail text, resolved_at bigint, changed_at bigint, proceedings json,
      followers uuid[], is_restricted boolean, asks text[], is_hidden boolean, attention_at bigint)),
  t as (update troth.ticket o set version = n.version, head = n.head, queue_key = n.queue_key, is_late = n.is_late,
      computed_under = n.computed_under, state = n.state, is_open = n.is_open, outcome = n.outcome,
      outcome_detail = n.outcome_detail, resolved_at = n.resolved_at, changed_at = n.changed_at,
      proceedings = n.proceedings, asks = n.asks, is_hidden = n.is_hidden, attention_at = n.attention_at
    from n where o.workspace_id = $1 and o.id = n.id returning 1),
  e as (insert into troth.event
      (workspace_id, stream_id, stream, seq, at, kind, actor_kind, actor_id, body, previous, hash, effect_key)
    select $1, ticket, 'ticket', seq, at, kind, actor_kind, actor_id, body, previous, hash, effect_key
    from json_to_recordset($3::json) as e(ticket uuid, seq int, at bigint, kind text, actor_kind text, actor_id text,
      body jsonb, previous text, hash text, effect_key text)),
  c as (insert into troth.commitment (workspace_id, ticket_id, ordinal, metric, firmness, state, started_at, due_at,
      stopped_at, policy_version, calendar_id, calendar_version, zone, tzdata, terms, wake_at)
    select $1, ticket, ordinal, metric, firmness, state, started_at, due_at, stopped_at, policy_version, calendar_id,
      calendar_version, zone, tzdata, terms::json, wake_at
    from ${clocks("ticket uuid, ordinal int", { rows: "$4", terms: "$5" })} ${REFRESHED})
  select count(*) as written from t`;

/** Writes what time or a publication made of tickets that are held and have no new messages. */
export async function writeTickets(session: Session, changes: readonly TicketChange[]): Promise<void> {
  const values = [
    session.workspace,
    JSON.stringify(
      changes.map((change) => ({
        id: change.id,
        version: change.after.version,
        head: change.head,
        queue_key: change.queueKey,
        is_late: change.isLate,
        computed_under: change.computedUnder,
        state: change.after.state,
        is_open: !ENDED.has(change.after.state),
        outcome: change.after.outcome?.id ?? null,
        outcome_detail: change.after.outcome?.detail ?? null,
        resolved_at: change.after.resolvedAt,
        changed_at: change.after.changedAt,
        ...aroundColumns(change),
      })),
    ),
    JSON.stringify(
      changes.flatMap(({ id, events }) => events.map((one) => ({ ticket: id, ...eventRow(one) }))),
    ),
    JSON.stringify(
      changes.flatMap((change) => commitmentRows(change).map((row) => ({ ticket: change.id, ...row }))),
    ),
    linesOf(changes.flatMap(({ commitments }) => commitments)),
  ];
  const row = await session.first<{ written: number }>("ticket.changeMany", UPDATE_MANY, values);
  if (row?.written !== changes.length) throw new Error("A ticket that was held is not there.");
}

/** What stands around it; nothing for most. */
function aroundColumns({ after: { proceedings }, attentionAt }: TicketChange) {
  const { followers, watchers, isRestricted, hiddenUntil } = proceedings;
  return {
    proceedings: isDeepStrictEqual(proceedings, NO_PROCEEDINGS) ? null : proceedings,
    followers: [...followers, ...watchers],
    is_restricted: isRestricted,
    asks: asksOf(proceedings),
    is_hidden: hiddenUntil !== null,
    attention_at: attentionAt,
  };
}

function ticketColumns(change: TicketChange) {
  const { after, texts, severity, queueKey, isLate, head, computedUnder } = change;
  return {
    ...aroundColumns(change),
    number: after.number,
    organisation: after.organisation,
    requester: after.requester,
    state: after.state,
    category: after.category,
    route: after.route,
    intake: after.intake,
    severity_chosen: after.severityChosen,
    severity_assessed: after.severityAssessed,
    severity,
    ...after.standing,
    subscription: after.subscription,
    policy_version: after.policyVersion,
    ...after.place,
    subject: texts?.subject ?? null,
    business_impact: texts?.businessImpact ?? null,
    is_business_impact_unknown: after.isBusinessImpactUnknown,
    facts: texts?.facts ?? null,
    flags: after.flags,
    locale: texts?.locale ?? null,
    zone: texts?.zone ?? null,
    assignee: after.assignee,
    outcome: after.outcome?.id ?? null,
    outcome_detail: after.outcome?.detail ?? null,
    opened_at: after.openedAt,
    changed_at: after.changedAt,
    resolved_at: after.resolvedAt,
    version: after.version,
    head,
    last_customer_seq: after.lastCustomerSeq,
    last_staff_seq: after.lastStaffSeq,
    queue_key: queueKey,
    is_open: !ENDED.has(after.state),
    is_late: isLate,
    computed_under: computedUnder,
    incident: after.incident,
    release: after.release,
    wish: after.wish,
  };
}

function eventRow({ logged, previous, hash, effectKey }: TicketChange["events"][number]) {
  const { kind, ...body } = logged.event;
  return {
    seq: logged.seq,
    at: logged.at,
    kind,
    actor_kind: logged.actor.kind,
    actor_id: logged.actor.id,
    body,
    previous,
    hash,
    effect_key: effectKey,
  };
}

function commitmentRows({ commitments, wakes }: TicketChange) {
  return commitments.map((commitment, at) => commitmentRow(commitment, at, wakes[at] ?? null));
}

/** JSON has no line breaks of its own. */
function linesOf(commitments: readonly StoredCommitment[]): string {
  return commitments.map(termsText).join("\n");
}

function commitmentRow(terms: StoredCommitment, ordinal: number, wakeAt: number | null) {
  return {
    ordinal,
    metric: terms.metric,
    firmness: terms.firmness,
    state: terms.state,
    started_at: terms.startedAt,
    due_at: terms.dueAt,
    stopped_at: terms.stoppedAt,
    policy_version: terms.snapshot.policyVersion,
    calendar_id: terms.snapshot.calendarId,
    calendar_version: terms.snapshot.calendarVersion,
    zone: terms.snapshot.zone,
    tzdata: process.versions.tz ?? "unknown",
    wake_at: wakeAt,
  };
}
