import type { WaitingFigures } from "../../ports/releases.ts";
import type { StoredWish, Wishes, WishStepTaken } from "../../ports/wishes.ts";
import type { Session } from "./session.ts";
import { ASKS, FIGURES, NOBODY, readWaiting, waitingBy } from "./waiting-tickets.ts";

const STORED = `h.id, h.title, h.text, h.state, h.release_id as release, h.reason, h.opened_at as "openedAt",
  h.changed_at as "changedAt", h.version, h.head, r.name as "releaseName"`;
const JOINED = `troth.wish h left join troth.release r on r.workspace_id = h.workspace_id and r.id = h.release_id`;
const FROM = `select ${STORED} from ${JOINED} where h.workspace_id = $1`;
const HOLD = { look: "", lock: "for update of h", keep: "for share of h" } as const;

type StepRow = Pick<WishStepTaken, "seq" | "at" | "event"> & {
  readonly actor_kind: string;
  readonly actor_id: string | null;
};

export function wishesOf(session: Session): Wishes {
  const { workspace } = session;
  return {
    find: (id, mode) =>
      session.first<StoredWish>(`wish.find.${mode}`, `${FROM} and h.id = $2 ${HOLD[mode]}`, [workspace, id]),
    titled: (title) =>
      session.first<StoredWish>(
        "wish.titled",
        `${FROM} and lower(h.title) = lower($2) and h.state in ('noted', 'planned')`,
        [workspace, title],
      ),
    plannedFor: (release, mode) =>
      session.rows<StoredWish>(
        `wish.plannedFor.${mode}`,
        `${FROM} and h.release_id = $2 and h.state = 'planned' order by h.id ${HOLD[mode]}`,
        [workspace, release],
      ),
    async list({ state, find, most }) {
      const rows = await session.rows<StoredWish & WaitingFigures>(
        "wish.list",
        `${waitingBy("wish", "is not null")},
         asked as (select w.target, ${FIGURES} from w where ${ASKS} group by w.target)
         select ${STORED}, coalesce(a.tickets, 0) as tickets, coalesce(a.organisations, 0) as organisations
         from ${JOINED} left join asked a on a.target = h.id
         where h.workspace_id = $1 and ($2::text is null or h.state = $2)
           and strpos(lower(h.title), lower($3)) > 0
         order by coalesce(a.organisations, 0) desc, coalesce(a.tickets, 0) desc, h.changed_at desc, h.id limit $4`,
        [workspace, state, find, most],
      );
      return rows.map(({ tickets, organisations, ...wish }) => ({
        ...wish,
        figures: { tickets, organisations },
      }));
    },
    async figures(id) {
      const row = await session.first<WaitingFigures>(
        "wish.figures",
        `${waitingBy("wish", "= $2")} select ${FIGURES} from w where ${ASKS}`,
        [workspace, id],
      );
      return row ?? NOBODY;
    },
    asking: (id, most) => readWaiting(session, "wish", id, most),
    async isAskedBy(id, ticket) {
      const row = await session.first(
        "wish.isAskedBy",
        `${waitingBy("wish", "= $2")} select from w where ${ASKS} and w.id = $3`,
        [workspace, id, ticket],
      );
      return row !== null;
    },
    ofTickets: (ids) =>
      session.rows<StoredWish & { ticket: string }>(
        "wish.ofTickets",
        `select ${STORED}, t.id as ticket from troth.ticket t
         join ${JOINED} on h.workspace_id = t.workspace_id and h.id = t.wish
         where t.workspace_id = $1 and t.id = any ($2::uuid[]) order by t.number`,
        [workspace, ids],
      ),
    async log(id) {
      const rows = await session.rows<StepRow>(
        "wish.log",
        `select seq, at, actor_kind, actor_id, body || jsonb_build_object('kind', kind) as event
         from troth.event where workspace_id = $1 and stream_id = $2 and stream = 'wish' order by seq`,
        [workspace, id],
      );
      return rows.map(({ seq, at, event, actor_kind: kind, actor_id }) => ({
        seq,
        at,
        event,
        actor: { kind, id: actor_id },
      }));
    },
    write: (change) => writeWish(session, change),
  };
}

const EVENT = `e as (insert into troth.event (workspace_id, stream_id, stream, seq, at, kind, actor_kind, actor_id, body,
      previous, hash)
    select $1, $2, 'wish', $4, $5, $6, $7, $8, $9::jsonb, $10, $11 from h)
  select count(*) as written from h`;

const OPEN = `with h as (insert into troth.wish (workspace_id, id, title, text, state, release_id, reason, opened_at,
    changed_at, version, head)
  select $1, $2, $12, $13, $14, $15, $16, $5, $5, $4, $11 where $3 = 0 returning 1), ${EVENT}`;

const CHANGE = `with h as (update troth.wish set title = $12, text = $13, state = $14, release_id = $15, reason = $16,
    changed_at = $5, version = $4, head = $11
  where workspace_id = $1 and id = $2 and version = $3 returning 1), ${EVENT}`;

async function writeWish(
  session: Session,
  { id, expected, logged, actor, previous, hash, after }: Parameters<Wishes["write"]>[0],
): Promise<boolean> {
  const { kind, ...body } = logged.event;
  const row = await session.first<{ written: number }>(
    expected === null ? "wish.open" : "wish.change",
    expected === null ? OPEN : CHANGE,
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
      after.title,
      after.text,
      after.state,
      after.release,
      after.reason,
    ],
  );
  return row?.written === 1;
}
