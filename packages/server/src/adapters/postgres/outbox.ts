import type { Outbox } from "../../ports/store.ts";
import type { Session } from "./session.ts";

export function outboxOf(session: Session): Outbox {
  const { workspace } = session;
  return {
    async add({ id, kind, effectKey, body, at }) {
      await session.write(
        "outbox.add",
        `insert into troth.outbox (workspace_id, id, kind, effect_key, body, at, try_at)
         values ($1, $2, $3, $4, $5, $6, $6) on conflict (workspace_id, effect_key) do nothing`,
        [workspace, id, kind, effectKey, body, at],
      );
    },
    async addMany(items) {
      await session.write(
        "outbox.addMany",
        `insert into troth.outbox (workspace_id, id, kind, effect_key, body, at, try_at)
         select $1, id, kind, "effectKey", body, at, at
         from jsonb_to_recordset($2::jsonb) as o(id uuid, kind text, "effectKey" text, body jsonb, at bigint)
         on conflict (workspace_id, effect_key) do nothing`,
        [workspace, JSON.stringify(items)],
      );
    },
    claim: (id, now, leaseUntil) =>
      session.first(
        "outbox.claim",
        `update troth.outbox set try_at = $4, attempts = attempts + 1
         where workspace_id = $1 and id = $2 and try_at <= $3 returning kind, body, attempts`,
        [workspace, id, now, leaseUntil],
      ),
    async sent(id, at) {
      await session.write(
        "outbox.sent",
        `update troth.outbox set sent_at = $3, try_at = null, failure = null
         where workspace_id = $1 and id = $2`,
        [workspace, id, at],
      );
    },
    async failed(id, why, tryAt) {
      await session.write(
        "outbox.failed",
        `update troth.outbox set failure = $3, try_at = $4
         where workspace_id = $1 and id = $2`,
        [workspace, id, why, tryAt],
      );
    },
  };
}
