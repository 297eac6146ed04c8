import type { Approvals, StoredApproval } from "../../ports/approvals.ts";
import type { Session } from "./session.ts";

type Row = Omit<StoredApproval, "registeredBy" | "withdrawnBy"> & {
  by_id: string;
  by_name: string;
  by_wrapped: Buffer | null;
  out_id: string | null;
  out_name: string | null;
  out_wrapped: Buffer | null;
};

export function approvalsOf(session: Session): Approvals {
  const { workspace } = session;
  return {
    async ofOrganisation(organisation) {
      const rows = await session.rows<Row>(
        "approval.ofOrganisation",
        `select a.id, a.exclusion, a.covers, a.document, a.until, a.registered_at as "registeredAt",
           a.withdrawn_at as "withdrawnAt", b.id as by_id, encode(b.name, 'base64') as by_name,
           bk.wrapped as by_wrapped, w.id as out_id, encode(w.name, 'base64') as out_name, wk.wrapped as out_wrapped
         from troth.approval a
         join troth.person b on b.workspace_id = a.workspace_id and b.id = a.registered_by
         left join troth.person_key bk on bk.workspace_id = b.workspace_id and bk.person_id = b.id
         left join troth.person w on w.workspace_id = a.workspace_id and w.id = a.withdrawn_by
         left join troth.person_key wk on wk.workspace_id = w.workspace_id and wk.person_id = w.id
         where a.workspace_id = $1 and a.organisation_id = $2 order by a.registered_at desc, a.id`,
        [workspace, organisation],
      );
      return rows.map(approvalOf);
    },
    async add(organisation, { id, exclusion, covers, document, until, at, by }) {
      await session.write(
        "approval.add",
        `insert into troth.approval
           (workspace_id, organisation_id, id, exclusion, covers, document, until, registered_at, registered_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [workspace, organisation, id, exclusion, covers, document, until, at, by],
      );
    },
    async withdraw(organisation, id, by, at) {
      const written = await session.write(
        "approval.withdraw",
        `update troth.approval set withdrawn_at = $4, withdrawn_by = $5
         where workspace_id = $1 and organisation_id = $2 and id = $3 and withdrawn_at is null`,
        [workspace, organisation, id, at, by],
      );
      return written === 1;
    },
  };
}

function approvalOf(row: Row): StoredApproval {
  const { by_id, by_name, by_wrapped, out_id, out_name, out_wrapped, ...approval } = row;
  return {
    ...approval,
    registeredBy: { id: by_id, name: by_name, wrapped: by_wrapped },
    withdrawnBy: out_id === null ? null : { id: out_id, name: out_name ?? "", wrapped: out_wrapped },
  };
}
