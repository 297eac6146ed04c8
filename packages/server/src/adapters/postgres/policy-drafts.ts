import type { PolicyFiles } from "@troth/policy";
import type { PolicyDrafts, StoredPolicyDraft } from "../../ports/policy-drafts.ts";
import type { Session } from "./session.ts";

const COLUMNS = `id, name, based_on as "basedOn", revision, bytes, created_at as "createdAt", created_by as "createdBy",
  updated_at as "updatedAt", updated_by as "updatedBy", published_version as "publishedVersion",
  published_at as "publishedAt"`;

export function policyDraftsOf(session: Session): PolicyDrafts {
  const { workspace } = session;
  return {
    list: (most) =>
      session.rows<StoredPolicyDraft>(
        "policyDraft.list",
        `select ${COLUMNS} from troth.policy_draft where workspace_id = $1 order by updated_at desc, id limit $2`,
        [workspace, most],
      ),
    find: (id, mode) =>
      session.first<StoredPolicyDraft>(
        `policyDraft.find.${mode}`,
        `select ${COLUMNS} from troth.policy_draft where workspace_id = $1 and id = $2 ${mode === "lock" ? "for update" : ""}`,
        [workspace, id],
      ),
    async files(id) {
      const row = await session.first<{ files: PolicyFiles }>(
        "policyDraft.files",
        `select files from troth.policy_draft where workspace_id = $1 and id = $2`,
        [workspace, id],
      );
      if (!row) throw new Error(`Policy draft ${id} is not in the database.`);
      return row.files;
    },
    async count() {
      const row = await session.first<{ count: number }>(
        "policyDraft.count",
        `select count(*) as count from troth.policy_draft where workspace_id = $1`,
        [workspace],
      );
      return row?.count ?? 0;
    },
    async add(draft, files) {
      const { id, name, basedOn, revision, bytes, createdAt, createdBy, updatedAt, updatedBy } = draft;
      await session.write(
        "policyDraft.add",
        `insert into troth.policy_draft
           (workspace_id, id, name, files, bytes, based_on, revision, created_at, created_by, updated_at, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          workspace,
          id,
          name,
          JSON.stringify(files),
          bytes,
          basedOn,
          revision,
          createdAt,
          createdBy,
          updatedAt,
          updatedBy,
        ],
      );
    },
    async save({ id, expected, name, files, bytes, at, by }) {
      const written = await session.write(
        "policyDraft.save",
        `update troth.policy_draft
         set name = $4, files = coalesce($5::json, files), bytes = $6, updated_at = $7, updated_by = $8, revision = revision + 1
         where workspace_id = $1 and id = $2 and revision = $3`,
        [workspace, id, expected, name, files && JSON.stringify(files), bytes, at, by],
      );
      return written === 1;
    },
    async published(id, version, at) {
      await session.write(
        "policyDraft.published",
        `update troth.policy_draft set published_version = $3, published_at = $4 where workspace_id = $1 and id = $2`,
        [workspace, id, version, at],
      );
    },
    async remove(id) {
      await session.write(
        "policyDraft.remove",
        `delete from troth.policy_draft where workspace_id = $1 and id = $2`,
        [workspace, id],
      );
    },
  };
}
