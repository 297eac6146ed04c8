import type { Replays } from "../../ports/store.ts";
import type { Session } from "./session.ts";

export function replaysOf(session: Session): Replays {
  const { workspace } = session;
  return {
    find: (actor, key) =>
      session.first(
        "replay.find",
        `select route, body_hash as "bodyHash", response
         from troth.idempotency where workspace_id = $1 and actor = $2 and key = $3`,
        [workspace, actor, key],
      ),
    async keep({ actor, key, route, bodyHash, status, response, at }) {
      await session.write(
        "replay.keep",
        `insert into troth.idempotency (workspace_id, actor, key, route, body_hash, status, response, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [workspace, actor, key, route, bodyHash, status, JSON.stringify(response), at],
      );
    },
  };
}
