import type { LoggedTicketEvent } from "@troth/core";
import type { OrganisationFigures, QueueView, StoredMessage, Tickets } from "../../ports/store.ts";
import { PERSON, PERSON_JOIN } from "./people.ts";
import type { Session } from "./session.ts";
import { type ListedRow, listed, listedOf, STORED, storedOf, type TicketRow } from "./ticket-row.ts";
import { readWhole } from "./ticket-whole.ts";
import { writeTicket, writeTickets } from "./ticket-write.ts";
import { within } from "./within.ts";

export function ticketsOf(session: Session): Tickets {
  const { workspace } = session;
  return {
    async nextNumber() {
      const row = await session.first<{ number: number }>(
        "ticket.number",
        `select nextval('troth.ticket_number') as number`,
      );
      if (!row) throw new Error("The sequence gave no number.");
      return row.number;
    },
    async find(number, reach, mode) {
      const [which, values] = within(reach, 3);
      const row = await session.first<TicketRow>(
        `ticket.find.${reach.tickets}.${mode}`,
        `select ${STORED} from troth.ticket t where t.workspace_id = $1 and t.number = $2 and ${which} ${mode === "lock" ? "for update" : ""}`,
        [workspace, number, ...values],
      );
      return row && storedOf(row);
    },
    async findById(id) {
      const row = await session.first<TicketRow>(
        "ticket.byId",
        `select ${STORED} from troth.ticket t where t.workspace_id = $1 and t.id = $2 for update`,
        [workspace, id],
      );
      return row && storedOf(row);
    },
    async within(numbers, reach) {
      const [which, values] = within(reach, 3);
      const rows = await session.rows<{ number: number }>(
        `ticket.within.${reach.tickets}`,
        `select t.number from troth.ticket t where t.workspace_id = $1 and t.number = any ($2::int[]) and ${which}`,
        [workspace, numbers, ...values],
      );
      return rows.map(({ number }) => number);
    },
    hold: (ids) =>
      session.rows<{ id: string; head: string }>(
        "ticket.hold",
        `select id, head from troth.ticket where workspace_id = $1 and id = any ($2::uuid[])
         order by number for update skip locked`,
        [workspace, ids],
      ),
    log: async (id) => (await readLogs(session, [id], "whole")).get(id) ?? [],
    logs: (ids) => readLogs(session, ids, "blank"),
    write: (change) => writeTicket(session, change),
    writeMany: (changes) => writeTickets(session, changes),
    async putOff(id, until) {
      await session.write(
        "ticket.putOff",
        `with t as (update troth.ticket set attention_at = $3 where workspace_id = $1 and id = $2 and attention_at < $3)
         update troth.commitment set wake_at = $3 where workspace_id = $1 and ticket_id = $2 and wake_at < $3`,
        [workspace, id, until],
      );
    },
    wakeEnded: ({ windowMs, from, apartMs, most }) =>
      session.write(
        "ticket.wakeEnded",
        `with n as (select id, row_number() over (order by number) as nth from (
             select id, number from troth.ticket
             where workspace_id = $1 and state = 'resolved' and attention_at is null
             order by number limit $5 for update skip locked) unwatched)
         update troth.ticket t
         set attention_at = greatest(coalesce(t.resolved_at, t.changed_at) + $2::bigint, $3::bigint + n.nth * $4::bigint)
         from n where t.workspace_id = $1 and t.id = n.id`,
        [workspace, windowMs, from, apartMs, most],
      ),
    async stale(target, from, upTo) {
      const rows = await session.rows<{ id: string }>(
        "ticket.stale",
        `select t.id from troth.ticket t where ${STALE} and t.number between $3 and $4 order by t.number`,
        [workspace, target, from, upTo],
      );
      return rows.map(({ id }) => id);
    },
    async lastNumber() {
      const row = await session.first<{ last: number }>(
        "ticket.lastNumber",
        `select coalesce(max(number), 0) as last from troth.ticket where workspace_id = $1`,
        [workspace],
      );
      return row?.last ?? 0;
    },
    async countStale(target) {
      const row = await session.first<{ count: number }>(
        "ticket.countStale",
        `select count(*) as count from troth.ticket t where ${STALE}`,
        [workspace, target],
      );
      return row?.count ?? 0;
    },
    messages: (id, withNotes) =>
      session
        .rows<MessageRow>(
          "ticket.messages",
          `select m.id as message_id, m.seq, m.at, m.author_kind as "authorKind", m.is_note as "isNote",
                  encode(m.body, 'base64') as body, ${PERSON}
           from troth.message m
           left join troth.person p on p.workspace_id = m.workspace_id and p.id = m.author_id
           ${PERSON_JOIN}
           where m.workspace_id = $1 and m.ticket_id = $2 and (not m.is_note or $3) order by m.seq`,
          [workspace, id, withNotes],
        )
        .then((rows) => rows.map(messageOf)),
    whole: (number, reach, reader, isForDesk) => readWhole(session, number, reach, { reader, isForDesk }),
    async listFor(reach, reader, { mine, after, most }) {
      const [which, values] = within(reach, 5);
      const rows = await session.rows<ListedRow>(
        `ticket.list.${reach.tickets}.${mine ? "mine" : "all"}.${most}`,
        listed(
          `select * from troth.ticket t where t.workspace_id = $1 and ${which}
             ${mine ? "and t.requester_id = $2::uuid" : ""} and (t.changed_at, t.number) < ($3, $4)`,
          { order: "t.changed_at desc, t.number desc", most },
        ),
        [workspace, reader, after?.[0] ?? Number.MAX_SAFE_INTEGER, after?.[1] ?? 2_147_483_647, ...values],
      );
      return rows.map(listedOf);
    },
    async queue(view, reader, { from, most, incident }) {
      const rows = await session.rows<ListedRow>(
        `ticket.queue.${view}.${most}`,
        listed(
          `select * from troth.ticket t where t.workspace_id = $1 and t.is_open and t.queue_key >= $3 ${VIEWS[view]}`,
          { order: "t.queue_key", most },
        ),
        [workspace, reader, from ?? "", ...(view === "incident" ? [incident ?? 0] : [])],
      );
      return rows.map(listedOf);
    },
    async count(view, reader, most) {
      const row = await session.first<{ count: number }>(
        `ticket.count.${view}.${most}`,
        `select count(*) as count from (select from troth.ticket t
         where t.workspace_id = $1 and t.is_open and $2::uuid is not null ${VIEWS[view]} limit ${Math.trunc(most)}) counted`,
        [workspace, reader],
      );
      return row?.count ?? 0;
    },
    async markRead(id, person, seq) {
      await session.write(
        "ticket.markRead",
        `insert into troth.read_mark (workspace_id, ticket_id, person_id, seq) values ($1, $2, $3, $4)
         on conflict (workspace_id, ticket_id, person_id) do update set seq = greatest(read_mark.seq, excluded.seq)`,
        [workspace, id, person, seq],
      );
    },
    async unreadAnswers(person, organisation) {
      const row = await session.first<{ count: number }>(
        "ticket.unread",
        `select count(*) as count from troth.ticket t
         left join troth.read_mark r on r.workspace_id = t.workspace_id and r.ticket_id = t.id and r.person_id = $2
         where t.workspace_id = $1 and t.requester_id = $2 and t.organisation_id = $3 and t.last_staff_seq > 0
           and t.last_staff_seq > coalesce(r.seq, 0)`,
        [workspace, person, organisation],
      );
      return row?.count ?? 0;
    },
    openingsOf: (organisation, since) =>
      session.rows(
        "ticket.openingsOf",
        `select intake, opened_at as at from troth.ticket
         where workspace_id = $1 and organisation_id = $2 and opened_at >= $3 and route = 'support'`,
        [workspace, organisation, since],
      ),
    async openDisagreements() {
      const rows = await session.rows<ListedRow>(
        "ticket.disagreements",
        listed(
          `select * from troth.ticket t where t.workspace_id = $1 and $2::uuid is null
             and t.asks @> array['disagreement']`,
          { order: "(t.proceedings->'disagreement'->>'at')::bigint, t.number", most: MOST_DISAGREEMENTS },
        ),
        [workspace, null],
      );
      return rows.map(listedOf);
    },
    async owedByAgent(agent) {
      const rows = await session.rows<{ id: string }>(
        "ticket.owedByAgent",
        `select id from troth.ticket t where workspace_id = $1 and (
           (assignee_id = $2::uuid and is_open)
           or proceedings->'word'->>'agent' = $2::text
           or (asks @> array['disagreement'] and (proceedings->'disagreement'->>'owner' = $2::text or exists (
             select from json_array_elements(proceedings->'disagreement'->'asked') one where one->>'lead' = $2::text))))
         order by number`,
        [workspace, agent],
      );
      return rows.map(({ id }) => id);
    },
    async openByAgent() {
      const rows = await session.rows<{ agent: string; count: number }>(
        "ticket.openByAgent",
        `select assignee_id as agent, count(*)::int as count from troth.ticket
         where workspace_id = $1 and assignee_id is not null and is_open group by assignee_id`,
        [workspace],
      );
      return new Map(rows.map(({ agent, count }) => [agent, count]));
    },
    async nextWakeOf(id, now) {
      const row = await session.first<{ at: number | null }>(
        "ticket.nextWake",
        `select min(at) as at from (
           select wake_at as at from troth.commitment where workspace_id = $1 and ticket_id = $2
           union all
           select attention_at from troth.ticket where workspace_id = $1 and id = $2 and not is_hidden) wakes
         where at > $3`,
        [workspace, id, now],
      );
      return row?.at ?? null;
    },
    async openOf(organisation) {
      const rows = await session.rows<{ id: string }>(
        "ticket.openOf",
        `select id from troth.ticket where workspace_id = $1 and organisation_id = $2
         and state not in ('closed', 'merged') order by number`,
        [workspace, organisation],
      );
      return rows.map((row) => row.id);
    },
    async figuresOf(organisation) {
      const row = await session.first<OrganisationFigures>(
        "ticket.figures",
        `select
           (select count(*) from troth.ticket where workspace_id = $1 and organisation_id = $2 and is_open) as "openTickets",
           (select count(*) from troth.misuse_mark where workspace_id = $1 and organisation_id = $2) as "misuses",
           count(*) filter (where c.state = 'met') as "promisesKept", count(*) as "promisesEnded"
         from troth.ticket t
         join troth.commitment c on c.workspace_id = t.workspace_id and c.ticket_id = t.id
         where t.workspace_id = $1 and t.organisation_id = $2 and c.state in ('met', 'breached')
           and c.firmness <> 'none'`,
        [workspace, organisation],
      );
      return row ?? { openTickets: 0, promisesKept: 0, promisesEnded: 0, misuses: 0 };
    },
  };
}

/** More than this is a desk that needs help of another kind. */
const MOST_DISAGREEMENTS = 500;

/** The support views; what was handed on to others has one of its own. */
const VIEWS: Record<QueueView, string> = {
  all: "and t.route = 'support' and not t.is_hidden",
  mine: "and t.assignee_id = $2::uuid and not t.is_hidden",
  unassigned: "and t.route = 'support' and t.assignee_id is null and not t.is_hidden",
  late: "and t.is_late",
  waiting: "and t.route = 'support' and t.state = 'waiting-on-customer'",
  asked: "and t.asks <> '{}'",
  followed: "and t.followers @> array[$2::uuid] and t.followers <> '{}'",
  hidden: "and t.is_hidden",
  "handed-on": "and t.route <> 'support'",
  incident: "and t.incident = $4",
};

/** `$2`: what the clocks shall have been computed under. */
const STALE = `t.workspace_id = $1 and t.computed_under is distinct from $2 and exists (select from troth.commitment c
  where c.workspace_id = $1 and c.ticket_id = t.id and c.state in ('running', 'paused'))`;

type EventRow = {
  stream_id: string;
  seq: number;
  at: number;
  actor_kind: string;
  actor_id: string | null;
  event: LoggedTicketEvent["event"];
};

/** Most of an event's size is text that only its readers need. */
const BLANK = { subject: "", text: "", businessImpact: null, facts: null };
const WITHOUT_TEXTS = `- '{${Object.keys(BLANK).join(",")}}'::text[]`;

async function readLogs(
  session: Session,
  ids: readonly string[],
  texts: "whole" | "blank",
): Promise<ReadonlyMap<string, LoggedTicketEvent[]>> {
  const rows = await session.rows<EventRow>(
    `ticket.logs.${texts}`,
    `select stream_id, seq, at, actor_kind, actor_id,
       (body ${texts === "blank" ? WITHOUT_TEXTS : ""}) || jsonb_build_object('kind', kind) as event
     from troth.event where workspace_id = $1 and stream_id = any ($2::uuid[]) order by stream_id, seq`,
    [session.workspace, ids],
  );
  const logs = new Map<string, LoggedTicketEvent[]>();
  for (const { stream_id: id, seq, at, actor_kind: kind, actor_id, event: stored } of rows) {
    const event = texts === "blank" ? { ...BLANK, ...stored } : stored;
    const logged = { seq, at, actor: { kind, id: actor_id }, event };
    const log = logs.get(id);
    if (log) log.push(logged);
    else logs.set(id, [logged]);
  }
  return logs;
}

type MessageRow = Omit<StoredMessage, "author" | "id"> & {
  message_id: string;
  id: string | null;
  name: string;
  email: string;
  wrapped: Buffer | null;
};

function messageOf({ message_id, id, name, email, wrapped, ...row }: MessageRow): StoredMessage {
  return { ...row, id: message_id, author: id === null ? null : { id, name, email, wrapped } };
}
