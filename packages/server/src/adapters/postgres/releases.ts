import type { ReleaseFigures, Releases, StoredRelease, WaitingTicket } from "../../ports/releases.ts";
import type { Session } from "./session.ts";

const STORED = `r.id, r.name, r.state, r.note, r.planned_at as "plannedAt", r.out_at as "outAt", r.version, r.head`;
const FROM = `select ${STORED} from troth.release r where r.workspace_id = $1`;
const HOLD = { look: "", lock: "for update of r", keep: "for share of r" } as const;

/** Tickets that wait for a release, and their organisations. */
const FIGURES = `count(t.id) as tickets, count(distinct t.organisation_id) as organisations`;

type WaitingRow = Omit<WaitingTicket, "requester"> & {
  readonly person: string;
  readonly name: string;
  readonly wrapped: Buffer | null;
};

export function releasesOf(session: Session): Releases {
  const { workspace } = session;
  return {
    find: (id, mode) =>
      session.first<StoredRelease>(`release.find.${mode}`, `${FROM} and r.id = $2 ${HOLD[mode]}`, [
        workspace,
        id,
      ]),
    named: (name, mode) =>
      session.first<StoredRelease>(
        `release.named.${mode}`,
        `${FROM} and lower(r.name) = lower($2) ${HOLD[mode]}`,
        [workspace, name],
      ),
    async list(most) {
      const rows = await session.rows<StoredRelease & ReleaseFigures>(
        "release.list",
        `select ${STORED}, ${FIGURES} from troth.release r
         left join troth.ticket t on t.workspace_id = r.workspace_id and t.release = r.id
         where r.workspace_id = $1 group by r.workspace_id, r.id
         order by r.state = 'out', coalesce(r.out_at, r.planned_at) desc, r.name limit $2`,
        [workspace, most],
      );
      return rows.map(({ tickets, organisations, ...release }) => ({
        ...release,
        figures: { tickets, organisations },
      }));
    },
    async figures(id) {
      const row = await session.first<ReleaseFigures>(
        "release.figures",
        `select ${FIGURES} from troth.ticket t where t.workspace_id = $1 and t.release = $2`,
        [workspace, id],
      );
      return row ?? { tickets: 0, organisations: 0 };
    },
    async waiting(id, most) {
      const rows = await session.rows<WaitingRow>(
        "release.waiting",
        `select t.id, t.number, t.state, encode(t.subject, 'base64') as subject, o.name as "organisationName",
           p.id as person, encode(p.name, 'base64') as name, k.wrapped
         from troth.ticket t
         join troth.organisation o on o.workspace_id = t.workspace_id and o.id = t.organisation_id
         join troth.person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
         left join troth.person_key k on k.workspace_id = p.workspace_id and k.person_id = p.id
         where t.workspace_id = $1 and t.release = $2 order by t.number limit $3`,
        [workspace, id, most],
      );
      return rows.map(({ person, name, wrapped, ...ticket }) => ({
        ...ticket,
        requester: { id: person, name, wrapped },
      }));
    },
    write: (change) => writeRelease(session, change),
  };
}

const EVENT = `e as (insert into troth.event (workspace_id, stream_id, stream, seq, at, kind, actor_kind, actor_id, body,
      previous, hash)
    select $1, $2, 'release', $4, $5, $6, $7, $8, $9::jsonb, $10, $11 from r)
  select count(*) as written from r`;

const PLAN = `with r as (insert into troth.release (workspace_id, id, name, state, note, planned_at, out_at, version, head)
  select $1, $2, $12, $13, $14, $5, $15, $4, $11 where $3 = 0 returning 1), ${EVENT}`;

const CHANGE = `with r as (update troth.release set name = $12, state = $13, note = $14, out_at = $15, version = $4, head = $11
  where workspace_id = $1 and id = $2 and version = $3 returning 1), ${EVENT}`;

async function writeRelease(
  session: Session,
  { id, expected, logged, actor, previous, hash, after }: Parameters<Releases["write"]>[0],
): Promise<boolean> {
  const { kind, ...body } = logged.event;
  const row = await session.first<{ written: number }>(
    expected === null ? "release.plan" : "release.change",
    expected === null ? PLAN : CHANGE,
    [
      session.workspace,
      id,
      expected ?? 0,
      logged.seq,
      logged.at,
      kind,
      actor.kind,
      actor.id,
      JSON.stringify(body),
      previous,
      hash,
      after.name,
      after.state,
      after.note,
      after.outAt,
    ],
  );
  return row?.written === 1;
}
