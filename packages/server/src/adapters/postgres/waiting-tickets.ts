import type { WaitingFigures, WaitingTicket } from "../../ports/releases.ts";
import type { Session } from "./session.ts";

/**
 * Tickets whose column names a release or a wish (`$2`, or each of them), as `w(target, id, …)`: one that was merged
 * stands for the ticket it went into, which then stands there once.
 */
export const waitingBy = (column: "release" | "wish", only: "= $2" | "is not null"): string => `
  with recursive w as (
    select t.${column} as target, t.id, t.number, t.organisation_id, t.state, (t.proceedings ->> 'mergedInto')::int as into_number
    from troth.ticket t where t.workspace_id = $1 and t.${column} ${only}
    union
    select w.target, t.id, t.number, t.organisation_id, t.state, (t.proceedings ->> 'mergedInto')::int
    from w join troth.ticket t on t.workspace_id = $1 and t.number = w.into_number where w.state = 'merged')`;

/** Of those, the ones that go on as themselves. */
export const ASKS = `w.state <> 'merged'`;

/** Of those, the ones that were not told of the release yet. */
export const WAITS = `${ASKS} and not exists (select from troth.event e where e.workspace_id = $1
  and e.stream_id = w.id and e.effect_key = 'release-out:' || w.target)`;

/** How many wait, and from how many organisations. */
export const FIGURES = `count(w.id) as tickets, count(distinct w.organisation_id) as organisations`;

export const NOBODY: WaitingFigures = { tickets: 0, organisations: 0 };

type Row = Omit<WaitingTicket, "requester"> & {
  readonly person: string;
  readonly name: string;
  readonly wrapped: Buffer | null;
};

/** Those of one release or wish with what a list shows, in the order of their numbers. */
export async function readWaiting(
  session: Session,
  column: "release" | "wish",
  id: string,
  most: number,
): Promise<WaitingTicket[]> {
  const rows = await session.rows<Row>(
    `${column}.waiting`,
    `${waitingBy(column, "= $2")}
     select t.id, t.number, t.state, encode(t.subject, 'base64') as subject, o.name as "organisationName",
       p.id as person, encode(p.name, 'base64') as name, k.wrapped
     from w join troth.ticket t on t.workspace_id = $1 and t.id = w.id
     join troth.organisation o on o.workspace_id = t.workspace_id and o.id = t.organisation_id
     join troth.person p on p.workspace_id = t.workspace_id and p.id = t.requester_id
     left join troth.person_key k on k.workspace_id = p.workspace_id and k.person_id = p.id
     where ${column === "release" ? WAITS : ASKS} order by t.number limit $3`,
    [session.workspace, id, most],
  );
  return rows.map(({ person, name: sealed, wrapped, ...ticket }) => ({
    ...ticket,
    requester: { id: person, name: sealed, wrapped },
  }));
}
