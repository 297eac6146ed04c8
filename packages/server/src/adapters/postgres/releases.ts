import type { Releases, StoredRelease, WaitingFigures } from "../../ports/releases.ts";
import type { Session } from "./session.ts";
import { FIGURES, NOBODY, readWaiting, WAITS, waitingBy } from "./waiting-tickets.ts";

const STORED = `r.id, r.name, r.state, r.note, r.planned_at as "plannedAt", r.out_at as "outAt", r.version, r.head`;
const FROM = `select ${STORED} from troth.release r where r.workspace_id = $1`;
const HOLD = { look: "", lock: "for update of r", keep: "for share of r" } as const;

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
      const rows = await session.rows<StoredRelease & WaitingFigures>(
        "release.list",
        `${waitingBy("release", "is not null")}
         select ${STORED}, ${FIGURES} from troth.release r left join w on w.target = r.id and ${WAITS}
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
      const row = await session.first<WaitingFigures>(
        "release.figures",
        `${waitingBy("release", "= $2")} select ${FIGURES} from w where ${WAITS}`,
        [workspace, id],
      );
      return row ?? NOBODY;
    },
    waiting: (id, most) => readWaiting(session, "release", id, most),
    async isAwaitedBy(id, ticket) {
      const row = await session.first(
        "release.isAwaitedBy",
        `${waitingBy("release", "= $2")} select from w where ${WAITS} and w.id = $3`,
        [workspace, id, ticket],
      );
      return row !== null;
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
