import type { Seals } from "../../ports/store.ts";
import type { Session } from "./session.ts";

const GENESIS = "0".repeat(64);

export function sealsOf(session: Session): Seals {
  const { workspace } = session;
  return {
    async growth() {
      // One sealer at a time in a workspace; a second one waits and then finds nothing new.
      await session.rows("seal.lock", `select pg_advisory_xact_lock(hashtextextended($1, 7))`, [workspace]);
      const last = await session.first<{ seq: number; hash: string; through: string }>(
        "seal.last",
        `select seq, hash, through_txid::text as through from troth.seal where workspace_id = $1 order by seq desc limit 1`,
        [workspace],
      );
      const rows = await session.rows<{ stream: string; seq: number; hash: string; through: string }>(
        "seal.growth",
        `select distinct on (stream_id) stream_id as stream, seq, hash,
                pg_snapshot_xmin(pg_current_snapshot())::text as through
         from troth.event
         where workspace_id = $1 and txid >= $2::xid8 and txid < pg_snapshot_xmin(pg_current_snapshot())
         order by stream_id, seq desc`,
        [workspace, last?.through ?? "0"],
      );
      return {
        seq: (last?.seq ?? 0) + 1,
        previous: last?.hash ?? GENESIS,
        heads: rows.map(({ stream, seq, hash }) => [stream, seq, hash]),
        throughTxid: rows[0]?.through ?? last?.through ?? "0",
      };
    },
    async add({ seq, at, heads, throughTxid, previous, hash }) {
      await session.write(
        "seal.add",
        `insert into troth.seal (workspace_id, seq, at, heads, through_txid, previous, hash)
         values ($1, $2, $3, $4, $5::xid8, $6, $7)`,
        [workspace, seq, at, JSON.stringify(heads), throughTxid, previous, hash],
      );
    },
  };
}
