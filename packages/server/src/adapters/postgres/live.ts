import { Client, type Pool } from "pg";
import type { Live, LiveChange } from "../../ports/live.ts";
import type { Database, Log } from "./database.ts";

const CHANNEL = "troth_live";
/** Doorbells of one node within this time ring once. */
const RING_MS = 20;
/** A doorbell that a crash swallows is no loss: what it tells of is in the log, so nothing waits for the disk. */
const RING = `begin; set local synchronous_commit = off; notify ${CHANNEL}; commit`;
/** Looked for without a doorbell, in case one was lost. */
const LOOK_MS = 1_000;
const BATCH = 500;

type Row = {
  workspace_id: string;
  number: number | null;
  organisation_id: string | null;
  requester_id: string | null;
  followers: string[];
  is_restricted: boolean;
  kind: string;
  at: number;
  is_note: boolean;
  leaver: string | null;
  incident: number | null;
  txid: string;
  position: number;
};

type Place = { readonly txid: bigint; readonly position: number };

type Follower = {
  readonly workspace: string;
  readonly on: (change: LiveChange) => void;
  place: Place;
  /** Changes that came while it was still reading what it had missed; null once it keeps up. */
  held: { readonly place: Place; readonly change: LiveChange }[] | null;
};

/**
 * The live stream read from the event log. A row shows only when every transaction before it has ended, so that a
 * place in the stream means «all before it was seen»; NOTIFY is only the doorbell.
 */
export async function liveEvents(
  pool: Pool,
  database: Pick<Database, "connection">,
  log: Log,
  onRing: () => void = () => {},
): Promise<Live & { stop(): Promise<void> }> {
  const followers = new Set<Follower>();
  let place = await newest(pool);
  let isStopped = false;
  let isLooking = false;
  let isAsked = false;
  let ringing: NodeJS.Timeout | null = null;
  let listener: Client | null = null;

  const look = async (): Promise<void> => {
    if (isStopped) return;
    isAsked = true;
    if (isLooking) return;
    isLooking = true;
    try {
      while (isAsked) {
        isAsked = false;
        let rows = await since(pool, place);
        while (rows.length > 0) {
          for (const row of rows) {
            place = placeOf(row);
            hand(place, row);
          }
          rows = rows.length < BATCH ? [] : await since(pool, place);
        }
      }
    } catch (error) {
      log(`The live stream could not be read: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      isLooking = false;
    }
  };

  const hand = (at: Place, row: Row): void => {
    const change = changeOf(row);
    for (const follower of followers) {
      if (follower.workspace !== change.workspace) continue;
      if (follower.held) follower.held.push({ place: at, change });
      else give(follower, at, change);
    }
  };

  const listen = async (): Promise<void> => {
    if (isStopped) return;
    const client = new Client({ ...database.connection, application_name: "troth live" });
    const again = () => {
      if (listener !== client) return;
      listener = null;
      setTimeout(() => void listen(), 500).unref();
    };
    client.on("error", again);
    client.on("end", again);
    client.on("notification", () => {
      onRing();
      void look();
    });
    listener = client;
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      if (isStopped) await client.end();
    } catch {
      again();
      await client.end().catch(() => {});
    }
  };

  await listen();
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();

  return {
    async follow(workspace, lastEventId, on) {
      const start = lastEventId === null ? null : await placeHad(pool, lastEventId);
      const follower: Follower = { workspace, on, place: start ?? place, held: start === null ? null : [] };
      followers.add(follower);
      if (start !== null) await catchUp(pool, follower);
      return () => void followers.delete(follower);
    },
    ring() {
      ringing ??= setTimeout(() => {
        ringing = null;
        pool.query(RING).catch(() => {});
      }, RING_MS);
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      if (ringing) clearTimeout(ringing);
      const client = listener;
      listener = null;
      await client?.end().catch(() => {});
    },
  };
}

async function catchUp(pool: Pool, follower: Follower): Promise<void> {
  for (;;) {
    const rows = await since(pool, follower.place);
    for (const row of rows) {
      if (row.workspace_id === follower.workspace) give(follower, placeOf(row), changeOf(row));
      else follower.place = placeOf(row);
    }
    if (rows.length < BATCH) break;
  }
  for (const { place, change } of follower.held ?? []) give(follower, place, change);
  follower.held = null;
}

function give(follower: Follower, place: Place, change: LiveChange): void {
  if (!isAfter(place, follower.place)) return;
  follower.place = place;
  follower.on(change);
}

async function since(pool: Pool, { txid, position }: Place): Promise<Row[]> {
  const { rows } = await pool.query<Row>({
    name: "live.since",
    text: `select workspace_id, number, organisation_id, requester_id, followers, is_restricted, kind, at, is_note, leaver, incident, txid, position
           from troth.changes_since($1::xid8, $2, $3)`,
    values: [txid.toString(), position, BATCH],
  });
  return rows;
}

async function newest(pool: Pool): Promise<Place> {
  const { rows } = await pool.query<{ txid: string }>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as txid`,
  );
  return { txid: BigInt(rows[0]?.txid ?? "0") - 1n, position: Number.MAX_SAFE_INTEGER };
}

function placeOf({ txid, position }: Row): Place {
  return { txid: BigInt(txid), position };
}

/** The place that a Last-Event-ID names; null when the stream has not been there, as after a restored backup. */
async function placeHad(pool: Pool, lastEventId: string): Promise<Place | null> {
  const place = placeFrom(lastEventId);
  return place === null || isAfter(place, await newest(pool)) ? null : place;
}

const EVENT_ID = /^(\d{1,20})-(\d{1,16})$/;

/** A place from a Last-Event-ID; null when it is not one of ours. */
function placeFrom(id: string): Place | null {
  const [, txid, position] = EVENT_ID.exec(id) ?? [];
  return txid === undefined || position === undefined
    ? null
    : { txid: BigInt(txid), position: Number(position) };
}

function isAfter(a: Place, b: Place): boolean {
  return a.txid === b.txid ? a.position > b.position : a.txid > b.txid;
}

function changeOf(row: Row): LiveChange {
  const { number, organisation_id: organisation, requester_id: requester, followers } = row;
  return {
    id: `${row.txid}-${row.position}`,
    workspace: row.workspace_id,
    ticket:
      number === null || organisation === null || requester === null
        ? null
        : { number, organisation, requester, followers, isRestricted: row.is_restricted },
    kind: row.kind,
    at: row.at,
    isNote: row.is_note,
    leaver: row.leaver,
    incident: row.incident,
  };
}
