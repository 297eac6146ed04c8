import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Pool } from "pg";
import { type Logger, pino } from "pino";
import { betterAuthAccounts } from "./adapters/accounts/better-auth.ts";
import { icalInvitations, meetingsAt } from "./adapters/calendar/invitations.ts";
import { randomIds } from "./adapters/crypto/ids.ts";
import { vaultOf } from "./adapters/crypto/vault.ts";
import { caughtMails, mailCatcher } from "./adapters/email/catcher.ts";
import { smtpMailer } from "./adapters/email/smtp.ts";
import { openBlobs } from "./adapters/files/open-blobs.ts";
import { signatures } from "./adapters/files/signatures.ts";
import { vendorTokens } from "./adapters/identity/vendor-token.ts";
import { answersInThread } from "./adapters/knowledge/answers.ts";
import { sourceReaders } from "./adapters/knowledge/readers.ts";
import { assertDurable } from "./adapters/postgres/assert-durable.ts";
import { clockBoard, mailBoard } from "./adapters/postgres/boards.ts";
import { startEmbedded } from "./adapters/postgres/connect-embedded.ts";
import { connectServer } from "./adapters/postgres/connect-server.ts";
import { createPool } from "./adapters/postgres/create-pool.ts";
import type { Database } from "./adapters/postgres/database.ts";
import { claimDataFolder } from "./adapters/postgres/embedded/data-folder.ts";
import { APP_ROLE, ensureRole } from "./adapters/postgres/ensure-role.ts";
import { liveEvents } from "./adapters/postgres/live.ts";
import { migrate, readMigrations } from "./adapters/postgres/migrate.ts";
import { postgresStore, type StoreOptions } from "./adapters/postgres/store.ts";
import { ensureWorkspace } from "./adapters/postgres/workspace.ts";
import type { Config } from "./config.ts";
import { httpApp, type Mount } from "./http/app.ts";
import { meterOf, meterServer } from "./http/meter.ts";
import { sessions } from "./http/session.ts";
import { watchClocks } from "./jobs/clock-watch.ts";
import { runOutbox } from "./jobs/outbox.ts";
import { runRecomputes } from "./jobs/recompute.ts";
import { runRefreshes } from "./jobs/refresh.ts";
import { runJobs } from "./jobs/runner.ts";
import { JOBS } from "./jobs/table.ts";
import type { Mailer } from "./ports/mailer.ts";
import type { Workspace } from "./ports/store.ts";
import type { Vault } from "./ports/vault.ts";
import { askAtStart, recompute } from "./verbs/clock/recompute.ts";
import { refreshTickets, setTicketAside } from "./verbs/clock/refresh-tickets.ts";
import type { Ctx, Deps } from "./verbs/context.ts";
import { ensureOwnSources, learnMeaning, refreshDue } from "./verbs/knowledge/refresh-sources.ts";
import { deliver } from "./verbs/outbox/deliver.ts";
import { knownUses } from "./verbs/policy/known-uses.ts";
import { policyShelf } from "./verbs/policy-shelf.ts";

export type WireOptions = {
  readonly config: Config;
  readonly version: string;
  /** Folder of the web apps, each with its `dist`. */
  readonly appsDir: string;
  /** Set for a demo: mail is caught, and the workspace is marked. */
  readonly demo: { readonly name: string; readonly embedders: readonly string[] } | null;
  /** Lines for whoever started us. */
  readonly say: (line: string) => void;
  /** A test brings its own database and may fix the clock. */
  readonly database?: Database;
  readonly now?: StoreOptions["now"];
};

/** The desk on its database, ready to be given work and then to listen. */
export type Desk = {
  readonly database: Database;
  readonly deps: Deps;
  readonly workspace: Workspace;
  readonly logger: Logger;
  readonly url: string;
  /** A context of the desk itself, for what no person asked. */
  readonly system: (job: string) => Ctx;
  /** Opens the port and starts the jobs. */
  readonly listen: (mounts: readonly Mount[]) => Promise<{ readonly port: number }>;
  readonly stop: () => Promise<void>;
};

/** Every construction, once, in order of need. */
export async function wire(options: WireOptions): Promise<Desk> {
  const { config, version, appsDir, demo, say, now } = options;
  const logger = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const log = (line: string): void => logger.warn(line);
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.toReversed())
      await close().catch((error: unknown) => logger.error({ err: error }, "stopping"));
    closing.length = 0;
  };
  try {
    if (!options.database) await claimDataFolder(config.dataDir);
    const database = options.database ?? (await connect(config, say));
    closing.push(() => database.stop());
    await prepare(database, log, say);
    const pool = createPool(database, {
      role: APP_ROLE,
      applicationName: "troth",
      plansOnce: true,
      max: 20,
      log,
    });
    closing.push(() => pool.end());
    await assertDurable(pool);
    const authPool = createPool(database, {
      role: APP_ROLE,
      searchPath: "auth",
      applicationName: "troth accounts",
      max: 4,
      log,
    });
    closing.push(() => authPool.end());
    const key = config.key ?? (await ownKey(config.dataDir));
    const vault = vaultOf(key);
    const url = config.url ?? `http://localhost:${config.port}`;
    const workspace = await withOwner(database, log, (owner) =>
      ensureWorkspace(owner, {
        url,
        demo,
        embedders: demo?.embedders ?? config.vendor.embedders,
        isConfigured: config.url !== null,
        keyCheck: keyCheck(vault),
      }),
    );
    const files = await openBlobs(config.files, config.dataDir);
    closing.push(() => files.stop());
    let onRing = (): void => {};
    const live = await liveEvents(pool, database, log, () => onRing());
    closing.push(() => live.stop());
    const deps: Deps = {
      store: postgresStore(pool, now ? { now } : {}),
      vault,
      ids: randomIds,
      shelf: policyShelf(),
      uses: knownUses(),
      meetings: meetingsAt(config.meetingUrl),
      invitations: icalInvitations({ name: workspace.name, address: config.mailFrom }),
      blobs: files.blobs,
      fileTypes: signatures,
      ring: () => {
        live.ring();
        onRing();
      },
    };
    const answers = answersInThread({
      newsSince: (id, revision) => deps.store.read(id, ({ knowledge }) => knowledge.since(revision)),
      onError: (error) => logger.error({ err: error }, "answers"),
    });
    closing.push(() => answers.stop());
    const readers = sourceReaders({
      userAgent: `Troth (+${url}/support)`,
      ...config.sources,
      store: join(config.dataDir, "sources"),
    });
    closing.push(() => readers.stop());
    const system = (job: string): Ctx => ({
      ...deps,
      workspace,
      credential: { kind: "system", job },
      replay: null,
    });
    const accounts = betterAuthAccounts({
      pool: authPool,
      secret: vault.sha256(`auth ${key.toString("base64")}`),
      baseUrl: url,
      isSecure: url.startsWith("https:"),
      addressIndex: (email) => vault.addressIndex(email),
    });
    const sender = { name: workspace.name, address: config.mailFrom };
    const outgoing = join(config.dataDir, "mail");
    const isCaught = config.smtp === null;
    const mailer: Mailer =
      config.smtp === null ? mailCatcher(outgoing, sender) : smtpMailer({ url: config.smtp, from: sender });
    const meter = meterOf();

    const listen = async (mounts: readonly Mount[]): Promise<{ port: number }> => {
      const app = await httpApp({
        deps,
        accounts,
        answers,
        readers,
        live,
        sessions: sessions({ deps, accounts, tokens: vendorTokens(), ownUrl: url }),
        logger,
        version,
        appsDir,
        meter,
        mounts,
        caughtMails: isCaught && demo ? () => caughtMails(outgoing) : null,
        isBehindProxy: config.isBehindProxy,
        health: () => healthOf(pool),
      });
      closing.push(() => app.close());
      await app.listen({ port: config.port, host: config.host });
      const port = portOf(app);
      const metricsPort = config.metricsPort ?? (port + 6_000) % 65_536;
      if (metricsPort > 0) {
        const metrics = await meterServer(meter, metricsPort, config.host);
        closing.push(async () => void metrics.close());
      }
      const contexts = async (job: string): Promise<Ctx[]> =>
        (await deps.store.workspaces()).map((one) => ({ ...system(job), workspace: one }));
      const within = async (job: string, id: string): Promise<Ctx | undefined> =>
        (await contexts(job)).find((ctx) => ctx.workspace.id === id);
      const onError = (error: unknown): void => logger.error({ err: error }, "job failed");
      const watch = watchClocks({
        board: clockBoard(pool),
        onLag: (ms) => meter.clockLag(ms),
        onError,
        record: async (id, tickets) => {
          const ctx = await within("clock-watch", id);
          if (!ctx) return 0;
          const { written, breaches } = await refreshTickets(ctx, { tickets });
          meter.breaches(breaches);
          return written;
        },
        setAside: async ({ workspace: id, ticket }) => {
          const ctx = await within("clock-watch", id);
          if (ctx) await setTicketAside(ctx, { ticket, ms: SET_ASIDE_MS });
        },
      });
      for (const ctx of await contexts("recompute")) await askAtStart(ctx);
      const recomputes = runRecomputes({
        onError,
        run: async (isStopped) => {
          for (const ctx of await contexts("recompute")) {
            const began = performance.now();
            if (await recompute(ctx, isStopped)) meter.job("recompute", "done", performance.now() - began);
          }
        },
      });
      const refreshes = runRefreshes({
        onError,
        run: async (isStopped) => {
          for (const ctx of await contexts("refresh")) {
            const began = performance.now();
            const own = { ...ctx, answers, readers };
            await ensureOwnSources(own);
            let isDone = false;
            while (!isStopped() && (await refreshDue(own, isStopped))) isDone = true;
            if (isDone && !isStopped()) await learnMeaning(own);
            if (isDone) meter.job("refresh", "done", performance.now() - began);
          }
        },
      });
      const outbox = runOutbox({
        board: mailBoard(pool),
        onError,
        deliver: async ({ workspace: id, id: item }) => {
          const ctx = await within("outbox", id);
          if (ctx) await deliver({ ...ctx, mailer }, { id: item });
        },
      });
      closing.push(() => Promise.all([watch.stop(), outbox.stop(), recomputes.stop(), refreshes.stop()]));
      onRing = () => {
        watch.wake();
        outbox.wake();
        recomputes.wake();
      };
      const jobs = await runJobs({
        connection: database.connection,
        jobs: JOBS,
        contexts,
        onRun: (job, outcome, ms) => meter.job(job, outcome, ms),
        onError,
      });
      closing.push(() => jobs.stop());
      return { port };
    };
    return { database, deps, workspace, logger, url, system, listen, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function connect({ databaseUrl, dataDir }: Config, say: (line: string) => void): Promise<Database> {
  return databaseUrl === null
    ? startEmbedded({ dataDir: join(dataDir, "postgres"), log: say })
    : connectServer(databaseUrl);
}

async function prepare(
  database: Database,
  log: (line: string) => void,
  say: (line: string) => void,
): Promise<void> {
  await withOwner(database, log, async (owner) => {
    await assertDurable(owner);
    await ensureRole(owner);
    await migrate(owner, await readMigrations(), say);
  });
}

async function withOwner<T>(
  database: Database,
  log: (line: string) => void,
  act: (owner: Pool) => Promise<T>,
): Promise<T> {
  const owner = createPool(database, { applicationName: "troth owner", max: 2, log });
  try {
    return await act(owner);
  } finally {
    await owner.end();
  }
}

/** A ticket whose clock cannot be looked at is let alone for this long. */
const SET_ASIDE_MS = 30_000;

const KEY_BYTES = 32;

/** The installation's key, made on the first start and kept beside the data. */
async function ownKey(dataDir: string): Promise<Buffer> {
  const file = join(dataDir, "key");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const fresh = randomBytes(KEY_BYTES).toString("base64");
  // «wx»: of two that start at once, the first one's key counts for both.
  await writeFile(file, fresh, { flag: "wx", mode: 0o600 }).catch(() => {});
  return Buffer.from(await readFile(file, "utf8"), "base64");
}

/** Tells another installation's key from ours, without telling the key. */
function keyCheck(vault: Vault): string {
  return vault.addressIndex("key-check").toString("base64");
}

async function healthOf(pool: Pool): Promise<string | null> {
  try {
    await pool.query("select 1");
    return null;
  } catch (error) {
    return `The database does not answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address.port;
}
