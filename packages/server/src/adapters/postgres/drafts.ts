import type { Drafts } from "../../ports/store.ts";
import type { Session } from "./session.ts";

export function draftsOf(session: Session): Drafts {
  const { workspace } = session;
  return {
    find: ({ person, organisation, key }) =>
      session.first(
        "draft.find",
        `select encode(content, 'base64') as content, saved_at as "savedAt"
         from troth.draft where workspace_id = $1 and person_id = $2 and key = $3 and organisation_id is not distinct from $4`,
        [workspace, person, key, organisation],
      ),
    async put({ person, organisation, key }, content, at) {
      await session.write(
        "draft.put",
        `insert into troth.draft (workspace_id, person_id, key, content, saved_at, organisation_id)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, person_id, organisation_id, key) do update set content = excluded.content, saved_at = excluded.saved_at`,
        [workspace, person, key, Buffer.from(content, "base64"), at, organisation],
      );
    },
    async forget({ person, organisation, key }) {
      await session.write(
        "draft.forget",
        `delete from troth.draft where workspace_id = $1 and person_id = $2 and key = $3 and organisation_id is not distinct from $4`,
        [workspace, person, key, organisation],
      );
    },
  };
}
