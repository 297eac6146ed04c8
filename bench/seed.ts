import { randomBytes } from "node:crypto";
import { type QueueFacts, queueKeyOf } from "@troth/core";
import type { Policy } from "@troth/policy";
import type { Pool } from "pg";

type Model = QueueFacts & { readonly id: string };

const BATCH = 5_000;
const SPREAD_MS = 40 * 60_000;

/**
 * Copies of tickets that came in by the API, until there are `total` open ones. Texts stay sealed with their author's
 * key, so that the desk reads them as any other; number, place in the queue and instants are each copy's own.
 */
export async function multiplyTickets(owner: Pool, policy: Policy, total: number): Promise<void> {
  const { rows: models } = await owner.query<Model>(MODELS);
  const { rows: counted } = await owner.query<{ count: number; last: number }>(
    `select count(*) filter (where is_open)::int as count, max(number)::int as last from troth.ticket`,
  );
  const { count = 0, last = 0 } = counted[0] ?? {};
  const copies = Array.from({ length: total - count }, (_, at) =>
    copyOf(models[at % models.length], last + at + 1, (at * 7_919) % SPREAD_MS, policy),
  );
  await copyTickets(owner, copies);
  await owner.query(`select setval('troth.ticket_number', (select max(number) from troth.ticket))`);
  await owner.query("vacuum analyze");
}

/** A copy of ticket `model`, everything in it that much earlier. */
type Copy = {
  readonly model: string;
  readonly id: string;
  readonly number: number;
  readonly earlier: number;
  readonly queue_key: string;
};

async function copyTickets(owner: Pool, copies: readonly Copy[]): Promise<void> {
  for (let from = 0; from < copies.length; from += BATCH) {
    await owner.query(COPY, [JSON.stringify(copies.slice(from, from + BATCH))]);
  }
}

type Timer = { readonly id: string; readonly number: number; readonly dueAt: number };

/**
 * Copies of a running ticket on Gold, whose time runs round the clock, that fall due at these instants. Their
 * reminders count as told.
 */
export async function copyDueAt(owner: Pool, dues: readonly number[]): Promise<void> {
  const { rows } = await owner.query<Timer>(
    `select t.id, t.number, c.due_at as "dueAt" from troth.ticket t
     join troth.commitment c on c.ticket_id = t.id and c.state = 'running' and c.calendar_id = 'always'
     where t.is_open order by t.number limit 1`,
  );
  const [model] = rows;
  if (!model) throw new Error("There is no clock that runs round the clock.");
  await owner.query("update troth.commitment set wake_at = due_at where ticket_id = $1", [model.id]);
  const { rows: counted } = await owner.query<{ last: number }>(
    "select max(number) as last from troth.ticket",
  );
  const last = counted[0]?.last ?? 0;
  await copyTickets(
    owner,
    dues.map((dueAt, at) => ({
      model: model.id,
      id: freshId(last + at + 1),
      number: last + at + 1,
      earlier: model.dueAt - dueAt,
      queue_key: String(last + at),
    })),
  );
}

const FIRST_ID_MS = Date.UTC(2026, 0, 1);

function copyOf(model: Model | undefined, number: number, earlierMs: number, policy: Policy): Copy {
  if (!model) throw new Error("There is no ticket to copy.");
  const facts = {
    ...model,
    dueAt: model.dueAt === null ? null : model.dueAt - earlierMs,
    openedAt: model.openedAt - earlierMs,
  };
  const queueKey = `${queueKeyOf(facts, policy)}${String(number).padStart(10, "0")}`;
  return { model: model.id, id: freshId(number), number, earlier: earlierMs, queue_key: queueKey };
}

/** An id as the desk makes them, of version 7: those of later tickets come later. */
function freshId(number: number): string {
  const time = (FIRST_ID_MS + number * 60_000).toString(16).padStart(12, "0");
  const hex = `${time}${randomBytes(10).toString("hex")}`;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Tickets with the one message they were opened with. */
const MODELS = `
  select t.id, t.state, t.severity, t.plan, t.tier, c.due_at as "dueAt", t.opened_at as "openedAt"
  from troth.ticket t
  join troth.commitment c on c.workspace_id = t.workspace_id and c.ticket_id = t.id and c.state = 'running'
  where t.is_open and t.last_staff_seq = 0 order by t.number`;

/** `terms` repeats three instants that the columns have. */
const COPY = `
  with copy as materialized (
    select * from jsonb_to_recordset($1::jsonb) as c(model uuid, id uuid, number int, earlier bigint, queue_key text)),
  t as (
    insert into troth.ticket select r.* from copy join troth.ticket t on t.id = copy.model
    cross join lateral jsonb_populate_record(t, jsonb_build_object('id', copy.id, 'number', copy.number,
      'queue_key', copy.queue_key, 'opened_at', t.opened_at - earlier, 'changed_at', t.changed_at - earlier)) r),
  e as (
    insert into troth.event
      (workspace_id, stream_id, stream, seq, at, kind, actor_kind, actor_id, body, previous, hash, effect_key)
    select workspace_id, copy.id, stream, seq, at - earlier, kind, actor_kind, actor_id,
      case kind when 'ticket.opened' then body || jsonb_build_object('number', copy.number) else body end, previous, hash, effect_key
    from copy join troth.event e on e.stream_id = copy.model where e.kind not in ('clock.breached', 'clock.warned')),
  m as (
    insert into troth.message select r.* from copy join troth.message m on m.ticket_id = copy.model
    cross join lateral jsonb_populate_record(m, jsonb_build_object('ticket_id', copy.id, 'at', m.at - earlier)) r)
  insert into troth.commitment select r.* from copy join troth.commitment c on c.ticket_id = copy.model
  cross join lateral jsonb_populate_record(c, jsonb_build_object('ticket_id', copy.id,
    'started_at', c.started_at - earlier, 'due_at', c.due_at - earlier, 'wake_at', c.wake_at - earlier,
    'terms', c.terms::jsonb || jsonb_build_object('startedAt', c.started_at - earlier, 'dueAt', c.due_at - earlier,
      'snapshot', (c.terms->'snapshot')::jsonb || jsonb_build_object('dueAt', c.due_at - earlier,
        'countedFrom', c.started_at - earlier)))) r`;
