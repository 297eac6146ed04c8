import { createHash } from "node:crypto";
import { breakIn, type ChainBreak, type Json } from "@troth/core";
import type { TestDatabase } from "./database.ts";

type Row = {
  readonly workspace_id: string;
  readonly stream_id: string;
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly body: Json;
  readonly previous: string;
  readonly hash: string;
};

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Reads the whole event log as its owner and tells every chain that does not hold, with how many there are. */
export async function brokenChains({
  owner,
}: TestDatabase): Promise<{ readonly streams: number; readonly breaks: ChainBreak[] }> {
  const { rows } = await owner.query<Row>("select * from troth.event order by stream_id, seq");
  const streams = Map.groupBy(rows, (row) => row.stream_id);
  const breaks = [...streams.values()].map((events) => breakIn(events.map(recordedOf), sha256));
  return { streams: streams.size, breaks: breaks.filter((one) => one !== null) };
}

function recordedOf(row: Row) {
  return {
    workspace: row.workspace_id,
    stream: row.stream_id,
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    actor: { kind: row.actor_kind, id: row.actor_id },
    body: row.body,
    previous: row.previous,
    hash: row.hash,
  };
}

/** Every row of every table as text, the way a stolen backup would be read; `table: row`. */
export async function dump({ owner }: TestDatabase): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    lines.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return lines;
}

/** The number of events of one kind that a ticket's log holds, with what they say. */
export async function eventsOf(
  { owner }: TestDatabase,
  ticket: number,
  kind: string,
): Promise<{ at: number; body: { dueAt: number } }[]> {
  const { rows } = await owner.query<{ at: number; body: { dueAt: number } }>(
    `select e.at, e.body from troth.event e join troth.ticket t on t.id = e.stream_id
     where t.number = $1 and e.kind = $2 order by e.seq`,
    [ticket, kind],
  );
  return rows;
}
