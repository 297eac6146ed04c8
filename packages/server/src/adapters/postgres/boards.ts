import type { Pool } from "pg";
import type { ClockBoard, MailBoard } from "../../ports/boards.ts";

/** What is due in any workspace, by the database's clock. */
export function clockBoard(pool: Pool): ClockBoard {
  return {
    async due(most) {
      const { rows } = await pool.query<{ now: number; clocks: DueRow[] | null; next: number | null }>({
        name: "board.clocks",
        text: `with clock as (select troth.now_ms() as now)
               select now, (select jsonb_agg(d order by d.wake_at) from troth.due_clocks(now, $1) d) as clocks,
                 (select troth.next_wake(now)) as next
               from clock`,
        values: [most],
      });
      const row = rows[0];
      const clocks = (row?.clocks ?? []).map(
        ({ workspace_id: workspace, ticket_id: ticket, wake_at: wakeAt }) => ({
          workspace,
          ticket,
          wakeAt,
        }),
      );
      return { now: row?.now ?? 0, clocks, nextWakeAt: row?.next ?? null };
    },
  };
}

type DueRow = { workspace_id: string; ticket_id: string; wake_at: number };

export function mailBoard(pool: Pool): MailBoard {
  return {
    async due(most) {
      const { rows } = await pool.query<{ workspace: string; id: string }>({
        name: "board.mail",
        text: `select workspace_id as workspace, id from troth.due_mail(troth.now_ms(), $1)`,
        values: [most],
      });
      return rows;
    },
  };
}
