import type { MisuseMark, MisuseMarks } from "../../ports/misuse-marks.ts";
import type { Session } from "./session.ts";

type Row = Omit<MisuseMark, "by"> & { id: string; name: string; wrapped: Buffer | null };

export function misuseMarksOf(session: Session): MisuseMarks {
  const { workspace } = session;
  return {
    async ofOrganisation(organisation) {
      const rows = await session.rows<Row>(
        "misuse.ofOrganisation",
        `select t.number as ticket, m.at, encode(m.reason, 'base64') as reason, p.id,
           encode(p.name, 'base64') as name, k.wrapped
         from troth.misuse_mark m
         join troth.ticket t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
         join troth.person p on p.workspace_id = m.workspace_id and p.id = m.agent_id
         left join troth.person_key k on k.workspace_id = p.workspace_id and k.person_id = p.id
         where m.workspace_id = $1 and m.organisation_id = $2 order by m.at desc`,
        [workspace, organisation],
      );
      return rows.map(({ ticket, at, reason, ...by }) => ({ ticket, at, reason, by }));
    },
    async mark({ organisation, ticket, at, by, reason }) {
      await session.write(
        "misuse.mark",
        `insert into troth.misuse_mark (workspace_id, organisation_id, ticket_id, at, agent_id, reason)
         values ($1, $2, $3, $4, $5, decode($6, 'base64'))`,
        [workspace, organisation, ticket, at, by, reason],
      );
    },
    async isMarked(ticket) {
      const row = await session.first(
        "misuse.isMarked",
        `select 1 from troth.misuse_mark where workspace_id = $1 and ticket_id = $2`,
        [workspace, ticket],
      );
      return row !== null;
    },
    async withdraw(ticket) {
      await session.write(
        "misuse.withdraw",
        `delete from troth.misuse_mark where workspace_id = $1 and ticket_id = $2`,
        [workspace, ticket],
      );
    },
  };
}
