import type { Instant } from "@troth/policy";
import type { Pool, PoolClient, QueryResult } from "pg";
import { LostRace, type Store, type Tx, type Workspace } from "../../ports/store.ts";
import { acceptancesOf } from "./acceptances.ts";
import { approvalsOf } from "./approvals.ts";
import { attachmentsOf } from "./attachments.ts";
import { conductOf } from "./conduct.ts";
import { conversationsOf } from "./conversations.ts";
import { directoryOf } from "./directory.ts";
import { documentsOf } from "./documents.ts";
import { draftsOf } from "./drafts.ts";
import { codeOf } from "./error-code.ts";
import { incidentsOf } from "./incidents.ts";
import { knowledgeOf } from "./knowledge.ts";
import { misuseMarksOf } from "./misuse-marks.ts";
import { outboxOf } from "./outbox.ts";
import { pastTicketsOf } from "./past-tickets.ts";
import { peopleOf } from "./people.ts";
import { policiesOf } from "./policies.ts";
import { policyDraftsOf } from "./policy-drafts.ts";
import { preferencesOf } from "./preferences.ts";
import { recomputesOf } from "./recomputes.ts";
import { releasesOf } from "./releases.ts";
import { replaysOf } from "./replays.ts";
import { sealsOf } from "./seals.ts";
import { Session } from "./session.ts";
import { sessionsOf } from "./sessions.ts";
import { ticketsOf } from "./tickets.ts";
import { wishesOf } from "./wishes.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A test may fix the clock; in service it is the database's. */
export type StoreOptions = { readonly now?: () => Instant };

/** The store on a pool whose connections work as `troth_app`. */
export function postgresStore(pool: Pool, options: StoreOptions = {}): Store {
  const run = async <T>(
    mode: "" | "read only",
    workspace: string,
    act: (tx: Tx, now: Instant) => Promise<T>,
  ) => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const now = await begin(client, mode, workspace);
      const result = await act(txOf(new Session(client, workspace)), options.now?.() ?? now);
      await client.query("commit");
      return result;
    } catch (error) {
      broken = await rollback(client);
      throw isLostRace(error) ? new LostRace("Another transaction came first.", { cause: error }) : error;
    } finally {
      client.release(broken);
    }
  };
  return {
    transact: (workspace, act) => run("", workspace, act),
    read: (workspace, act) => run("read only", workspace, act),
    async workspaces() {
      const { rows } = await pool.query<Workspace>(
        `select id, slug, name, base_url as "baseUrl", embedders, is_demo as "isDemo" from troth.workspace order by slug`,
      );
      return rows;
    },
  };
}

/** Opens the transaction, names the workspace to row-level security and reads the clock: one round trip. */
async function begin(client: PoolClient, mode: string, workspace: string): Promise<Instant> {
  if (!UUID.test(workspace)) throw new TypeError("A workspace id is a UUID.");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pg types one statement, this is three
  const results = (await client.query(
    `begin ${mode}; set local troth.workspace = '${workspace}'; select troth.now_ms() as now`,
  )) as unknown as QueryResult<{ now: number }>[];
  const now = results[2]?.rows[0]?.now;
  if (now === undefined) throw new Error("The database did not tell the time.");
  return now;
}

async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Unique violation, serialization failure, deadlock: the work of another transaction, not a fault of this one. */
const LOST_RACES = new Set(["23505", "40001", "40P01"]);

function isLostRace(error: unknown): boolean {
  return LOST_RACES.has(codeOf(error));
}

function txOf(session: Session): Tx {
  return {
    workspace: session.workspace,
    tickets: ticketsOf(session),
    past: pastTicketsOf(session),
    people: peopleOf(session),
    directory: directoryOf(session),
    policies: policiesOf(session),
    policyDrafts: policyDraftsOf(session),
    acceptances: acceptancesOf(session),
    approvals: approvalsOf(session),
    misuseMarks: misuseMarksOf(session),
    sessions: sessionsOf(session),
    attachments: attachmentsOf(session),
    drafts: draftsOf(session),
    outbox: outboxOf(session),
    preferences: preferencesOf(session),
    replays: replaysOf(session),
    seals: sealsOf(session),
    recomputes: recomputesOf(session),
    incidents: incidentsOf(session),
    conduct: conductOf(session),
    releases: releasesOf(session),
    wishes: wishesOf(session),
    documents: documentsOf(session),
    knowledge: knowledgeOf(session),
    conversations: conversationsOf(session),
  };
}
