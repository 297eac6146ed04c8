import type { Policy, PolicyFiles } from "@troth/policy";
import type { Policies, PublishedPolicy } from "../../ports/store.ts";
import type { Session } from "./session.ts";

const COLUMNS = `policy, version, hash, published_at as "publishedAt", published_by as "publishedBy", note`;

export function policiesOf(session: Session): Policies {
  const { workspace } = session;
  // Asked several times by most transactions, and the same for all of one.
  let listed: Promise<readonly PublishedPolicy[]> | null = null;
  const list = (): Promise<readonly PublishedPolicy[]> => {
    listed ??= session.rows<PublishedPolicy>(
      "policy.list",
      `select ${COLUMNS} from troth.policy_version where workspace_id = $1 order by published_at desc, version desc`,
      [workspace],
    );
    return listed;
  };
  return {
    current: async () => (await list())[0] ?? null,
    find: (version) =>
      session.first<PublishedPolicy>(
        "policy.find",
        `select ${COLUMNS} from troth.policy_version where workspace_id = $1 and version = $2`,
        [workspace, version],
      ),
    async files(version) {
      const row = await session.first<{ files: PolicyFiles }>(
        "policy.files",
        `select files from troth.policy_version where workspace_id = $1 and version = $2`,
        [workspace, version],
      );
      if (!row) throw new Error(`Policy version ${version} is not in the database.`);
      return row.files;
    },
    async compiled(version) {
      const row = await session.first<{ compiled: Policy | null }>(
        "policy.compiled",
        `select compiled from troth.policy_version where workspace_id = $1 and version = $2`,
        [workspace, version],
      );
      return row?.compiled ?? null;
    },
    list,
    async publish({ policy, version, hash, files, compiled, publishedAt, publishedBy, note }) {
      await session.write(
        "policy.publish",
        `insert into troth.policy_version (workspace_id, version, policy, hash, files, compiled, published_at, published_by, note)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [workspace, version, policy, hash, files, compiled, publishedAt, publishedBy, note],
      );
      listed = null;
    },
  };
}
