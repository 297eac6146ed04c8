import { readFile } from "node:fs/promises";
import { Client, type ClientConfig } from "pg";
import { wireTypes } from "./create-pool.ts";
import type { Database, Log } from "./database.ts";
import { type Binaries, embeddedBinaries } from "./embedded/binaries.ts";
import { initialise, isInitialised, type Layout, layoutOf, OWNER } from "./embedded/cluster.ts";
import { claimDataFolder, folderRefusal } from "./embedded/data-folder.ts";
import { keepRunning } from "./embedded/keep-running.ts";
import { chooseRunAs } from "./embedded/run-as.ts";
import type { Programs, Site } from "./embedded/site.ts";
import { codeOf } from "./error-code.ts";

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** For tests of the supervisor itself. */
  readonly forTests?: {
    readonly settings?: Readonly<Record<string, string>>;
    readonly binaries?: Binaries;
    readonly withoutUserNamespace?: boolean;
  };
}

const DATABASE = "troth";

/**
 * Our PostgreSQL on the data folder: adopts the one that runs there, or starts it, and starts it again whenever it
 * dies before `stop`. Any number of processes may share a folder; the last to stop ends the server.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Database> {
  const folder = await claimDataFolder(options.dataDir);
  try {
    const site = await prepareSite(layoutOf(folder), options);
    const kept = await keepRunning(site);
    const connection = { ...site.connection, host: kept.socketFolder };
    await createDatabase(connection);
    return {
      kind: "embedded",
      connection: { ...connection, database: DATABASE, types: wireTypes },
      address: `the embedded PostgreSQL in ${folder}`,
      adopted: kept.adopted,
      stop: () => kept.stop(),
    };
  } catch (error) {
    throw folderRefusal(folder, error);
  }
}

async function prepareSite(layout: Layout, { log, forTests = {} }: EmbeddedOptions): Promise<Site> {
  let found: Promise<Programs> | undefined;
  const programs = () => {
    found ??= findPrograms(layout, forTests);
    return found;
  };
  if (!(await isInitialised(layout))) {
    const { binaries, runAs } = await programs();
    log(`Making a new database in ${layout.folder}.`);
    await initialise(layout, binaries, runAs);
  }
  const password = await readFile(layout.password, "utf8");
  const connection = { host: layout.socketFolder, port: 5432, user: OWNER, password, database: "postgres" };
  return { layout, connection, settings: forTests.settings ?? {}, log, programs };
}

async function findPrograms(
  { folder, cluster }: Layout,
  forTests: NonNullable<EmbeddedOptions["forTests"]>,
): Promise<Programs> {
  const binaries = forTests.binaries ?? (await embeddedBinaries());
  const mayUseNamespace = forTests.withoutUserNamespace !== true;
  return { binaries, runAs: await chooseRunAs({ folder, cluster, binaries, mayUseNamespace }) };
}

const ALREADY_THERE = new Set(["42P04", "23505"]);

async function createDatabase(connection: ClientConfig): Promise<void> {
  const client = new Client(connection);
  client.on("error", () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} template template0`);
  } catch (error) {
    if (!ALREADY_THERE.has(codeOf(error))) throw error;
  } finally {
    await client.end();
  }
}
