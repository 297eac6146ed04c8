import type { Recompute, Recomputes } from "../../ports/store.ts";
import type { Session } from "./session.ts";

const COLUMNS = `target, policy_version as "policyVersion", started_at as "startedAt", total, done, earlier, later,
  finished_at as "finishedAt"`;

export function recomputesOf(session: Session): Recomputes {
  const { workspace } = session;
  return {
    async ask(target, policyVersion, at) {
      await session.write(
        "recompute.ask",
        `insert into troth.recompute (workspace_id, target, policy_version, started_at) values ($1, $2, $3, $4)
         on conflict (workspace_id, target) do nothing`,
        [workspace, target, policyVersion, at],
      );
    },
    unfinished: () =>
      session.first<Recompute>(
        "recompute.unfinished",
        `select ${COLUMNS} from troth.recompute where workspace_id = $1 and finished_at is null
         order by started_at desc limit 1`,
        [workspace],
      ),
    async count(target, total) {
      await session.write(
        "recompute.count",
        `update troth.recompute set total = $3 where workspace_id = $1 and target = $2 and total is null`,
        [workspace, target, total],
      );
    },
    async advance(target, { done, earlier, later }) {
      await session.write(
        "recompute.advance",
        `update troth.recompute set done = done + $3, earlier = earlier + $4, later = later + $5
         where workspace_id = $1 and target = $2`,
        [workspace, target, done, earlier, later],
      );
    },
    async finish(target, at) {
      await session.write(
        "recompute.finish",
        `update troth.recompute set finished_at = $3, done = coalesce(total, done) where workspace_id = $1 and finished_at is null
           and started_at <= (select started_at from troth.recompute where workspace_id = $1 and target = $2)`,
        [workspace, target, at],
      );
    },
    list: (most) =>
      session.rows<Recompute>(
        "recompute.list",
        `select ${COLUMNS} from troth.recompute where workspace_id = $1 order by started_at desc limit $2`,
        [workspace, most],
      ),
  };
}
