import { Client, type ClientConfig } from "pg";

/** Key of the advisory lock that every user of an embedded server shares ("troth" in ASCII). */
const IN_USE = "500271641704";

/** Our place among the users of a running server, and the first to notice when it goes away. */
export interface Lease {
  /** Gives the place up; true when nobody else has one, and from then on nobody can take one. */
  leaveAsLast(): Promise<boolean>;
  close(): Promise<void>;
}

/** Connects and takes a place. Rejects with pg's error when there is no server, or it is coming up or going down. */
export async function takeLease(connection: ClientConfig, onLost: () => void): Promise<Lease> {
  const client = new Client({ ...connection, database: "postgres", application_name: "troth supervisor" });
  let closing = false;
  let held = false;
  client.on("error", () => {});
  client.on("end", () => {
    if (held && !closing) onLost();
  });
  try {
    await client.connect();
    await client.query(`select pg_advisory_lock_shared(${IN_USE})`);
    held = true;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return {
    async leaveAsLast() {
      closing = true;
      const { rows } = await client.query<{ last: boolean }>(
        `select pg_advisory_unlock_shared(${IN_USE}), pg_try_advisory_lock(${IN_USE}) as last`,
      );
      return rows[0]?.last ?? false;
    },
    async close() {
      closing = true;
      await client.end().catch(() => {});
    },
  };
}
