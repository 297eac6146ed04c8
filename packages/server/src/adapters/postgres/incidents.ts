import type { IncidentFigures, Incidents, LinkedTicket, ToldIncident } from "../../ports/incidents.ts";
import type { Session } from "./session.ts";

const TOLD = `select i.id, i.number, i.title, i.components, i.regions, i.state, i.declared_at as "declaredAt",
  i.changed_at as "changedAt", i.resolved_at as "resolvedAt", i.next_update_by as "nextUpdateBy", i.version, i.head,
  coalesce((select json_agg(json_build_object('seq', u.seq, 'at', u.at, 'state', u.state, 'text', u.text) order by u.seq)
    from troth.incident_update u where u.workspace_id = i.workspace_id and u.incident_id = i.id), '[]') as updates,
  (select d.published_at from troth.document d where d.workspace_id = i.workspace_id and d.incident = i.number
    and d.is_on_status_page) as "causeAt"
  from troth.incident i where i.workspace_id = $1`;

/** People who may still be written to: followers and requesters who are members of some organisation now. */
const AUDIENCE = `select f.person_id as person, f.locale, f.zone, null::uuid as ticket, 1 as place
    from troth.incident i
    join troth.incident_follower f on f.workspace_id = i.workspace_id and f.incident_id = i.id
    where i.workspace_id = $1 and i.number = $2
  union all select t.requester_id, t.locale, t.zone, t.id, 0 from troth.ticket t
    where t.workspace_id = $1 and t.incident = $2 and t.is_open`;
const IS_MEMBER = `exists (select from troth.membership m
  where m.workspace_id = $1 and m.person_id = a.person and m.removed_at is null)`;

type LinkedRow = Omit<LinkedTicket, "requester"> & {
  readonly person: string;
  readonly name: string;
  readonly wrapped: Buffer | null;
};

export function incidentsOf(session: Session): Incidents {
  const { workspace } = session;
  return {
    async nextNumber() {
      const row = await session.first<{ number: number }>(
        "incident.number",
        `select nextval('troth.incident_number')::int as number`,
      );
      if (!row) throw new Error("The database gave no number.");
      return row.number;
    },
    find: (number, mode) =>
      session.first<ToldIncident>(
        `incident.find.${mode}`,
        `${TOLD} and i.number = $2 ${mode === "lock" ? "for update of i" : ""}`,
        [workspace, number],
      ),
    open: () =>
      session.rows<ToldIncident>(
        "incident.open",
        `${TOLD} and i.resolved_at is null order by i.declared_at desc, i.number desc`,
        [workspace],
      ),
    ended: (since, most) =>
      session.rows<ToldIncident>(
        "incident.ended",
        `${TOLD} and i.resolved_at >= $2 order by i.resolved_at desc, i.number desc limit $3`,
        [workspace, since, most],
      ),
    write: (change) => writeIncident(session, change),
    async figures(number) {
      const row = await session.first<IncidentFigures>(
        "incident.figures",
        `select
           (select count(*) from troth.incident i join troth.incident_follower f
             on f.workspace_id = i.workspace_id and f.incident_id = i.id
             where i.workspace_id = $1 and i.number = $2) as followers,
           (select count(*) from troth.ticket where workspace_id = $1 and incident = $2) as tickets,
           (select count(*) from troth.ticket where workspace_id = $1 and incident = $2 and is_open) as "openTickets",
           (select count(distinct a.person) from (${AUDIENCE}) a where ${IS_MEMBER}) as people`,
        [workspace, number],
      );
      return row ?? { followers: 0, tickets: 0, openTickets: 0, people: 0 };
    },
    async linked(number, most) {
      const rows = await session.rows<LinkedRow>(
        "incident.linked",
        `select t.id, t.number, t.state, encode(t.subject, 'base64') as subject, o.name as "organisationName",
           p.id as person, encode(p.name, 'base64') as name, k.wrapped
         from troth.ticket t
         join troth.organisation o on o.workspace_id = t.workspace_id and o.id = t.organisation_id
         join troth.person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
         left join troth.person_key k on k.workspace_id = p.workspace_id and k.person_id = p.id
         where t.workspace_id = $1 and t.incident = $2 order by t.is_open desc, t.queue_key limit $3`,
        [workspace, number, most],
      );
      return rows.map(({ person, name, wrapped, ...ticket }) => ({
        ...ticket,
        requester: { id: person, name, wrapped },
      }));
    },
    async follow(id, { person, locale, zone }, at) {
      await session.write(
        "incident.follow",
        `insert into troth.incident_follower (workspace_id, incident_id, person_id, locale, zone, at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [workspace, id, person, locale, zone, at],
      );
    },
    async unfollow(id, person) {
      await session.write(
        "incident.unfollow",
        `delete from troth.incident_follower where workspace_id = $1 and incident_id = $2 and person_id = $3`,
        [workspace, id, person],
      );
    },
    async followedBy(person) {
      const rows = await session.rows<{ number: number }>(
        "incident.followedBy",
        `select i.number from troth.incident_follower f
         join troth.incident i on i.workspace_id = f.workspace_id and i.id = f.incident_id
         where f.workspace_id = $1 and f.person_id = $2`,
        [workspace, person],
      );
      return new Set(rows.map(({ number }) => number));
    },
    audience: (number) =>
      session.rows(
        "incident.audience",
        `select distinct on (a.person) a.person, a.locale, a.zone, a.ticket from (${AUDIENCE}) a
         where ${IS_MEMBER} order by a.person, a.place`,
        [workspace, number],
      ),
    regions: () =>
      session.rows(
        "incident.regions",
        `select region, count(distinct organisation_id) as organisations from troth.project
         where workspace_id = $1 group by region order by region`,
        [workspace],
      ),
    async counts() {
      const rows = await session.rows<{ number: number; count: number }>(
        "incident.counts",
        `select i.number, count(t.id) as count from troth.incident i
         left join troth.ticket t on t.workspace_id = i.workspace_id and t.incident = i.number and t.is_open
         where i.workspace_id = $1 and i.resolved_at is null group by i.number`,
        [workspace],
      );
      return new Map(rows.map(({ number, count }) => [number, count]));
    },
  };
}

const EVENT = `
  e as (insert into troth.event (workspace_id, stream_id, stream, seq, at, kind, actor_kind, actor_id, body, previous, hash)
    select $1, $2, 'incident', $4, $5, $6, $7, $8, $9::jsonb, $10, $11 from i),
  u as (insert into troth.incident_update (workspace_id, incident_id, seq, at, state, text)
    select $1, $2, $4, $5, $12, $13 from i)
  select count(*) as written from i`;

const DECLARE = `with i as (insert into troth.incident (workspace_id, id, number, title, components, regions, state,
    declared_at, changed_at, resolved_at, next_update_by, version, head)
  select $1, $2, $16, $17, $18, $19, $12, $5, $5, $14, $15, $4, $11 where $3 = 0 returning 1), ${EVENT}`;

const UPDATE = `with i as (update troth.incident set state = $12, changed_at = $5, resolved_at = $14,
    next_update_by = $15, version = $4, head = $11
  where workspace_id = $1 and id = $2 and version = $3 returning 1), ${EVENT}`;

async function writeIncident(
  session: Session,
  { id, expected, logged, actor, previous, hash, after }: Parameters<Incidents["write"]>[0],
): Promise<boolean> {
  const { kind, ...body } = logged.event;
  const { seq, at } = logged;
  const bodyText = JSON.stringify(body);
  const written = [id, expected ?? 0, seq, at, kind, actor.kind, actor.id, bodyText, previous, hash];
  const stands = [after.state, logged.event.text, after.resolvedAt, after.nextUpdateBy];
  const values = [session.workspace, ...written, ...stands];
  const named = [after.number, after.title, after.components, after.regions];
  const row =
    expected === null
      ? await session.first<{ written: number }>("incident.declare", DECLARE, [...values, ...named])
      : await session.first<{ written: number }>("incident.update", UPDATE, values);
  return row?.written === 1;
}
