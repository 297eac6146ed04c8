import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../packages/server/src/config.ts";
import { type Desk, wire } from "../../packages/server/src/wire.ts";
import { openDatabase, type TestDatabase } from "./database.ts";

/** Where the tests' desk believes to live; it is the audience of every token. */
export const DESK_URL = "http://desk.test";

/** The store's clock: real and moved by `shift`, or standing at one instant. */
export class TestClock {
  #fixed: number | null;
  #shift = 0;

  constructor(at: string | null = null) {
    this.#fixed = at === null ? null : Date.parse(at);
  }

  readonly now = (): number => this.#fixed ?? Date.now() + this.#shift;

  /** Stands still at this instant from now on. */
  set(at: string | number): void {
    this.#fixed = typeof at === "number" ? at : Date.parse(at);
  }

  /** Runs with the real clock, this far away from it. */
  run(shift: number): void {
    this.#fixed = null;
    this.#shift = shift;
  }
}

export type DeskOptions = {
  /** Inside hosts that sources may be read from; asked once the desk is wired. */
  readonly inside?: () => string;
  readonly clock?: TestClock;
  /** The name that tokens are made for, where it is not the desk's address. */
  readonly audience?: string;
  /** One of several desks on one database brings that; else the desk has a database of its own. */
  readonly database?: TestDatabase;
};

/** A mail as it would have left, with its bytes. */
export type CaughtMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly raw: string;
};

/** A whole desk that listens on a port of its own on 127.0.0.1. */
export type TestDesk = {
  readonly origin: string;
  readonly desk: Desk;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** Its data folder. */
  readonly folder: string;
  /** What the mail catcher holds, in no order. */
  readonly mails: () => Promise<CaughtMail[]>;
  readonly stop: () => Promise<void>;
};

const INSTALLATION_KEY = Buffer.alloc(32, "test installation key").toString("base64");

/** The desk on its database, not listening yet: what a desk that is down left behind can be made with it. */
export async function wireDesk(
  database: TestDatabase,
  clock: TestClock,
  folder: string,
  { url = DESK_URL, inside = "" }: { readonly url?: string; readonly inside?: string } = {},
): Promise<Desk> {
  const config = readConfig({
    HOST: "127.0.0.1",
    PORT: "0",
    TROTH_DATA: folder,
    TROTH_KEY: INSTALLATION_KEY,
    TROTH_LOG: "silent",
    TROTH_METRICS_PORT: "0",
    TROTH_URL: url,
    TROTH_SOURCE_FOLDERS: folder,
    TROTH_SOURCES_INSIDE: inside,
  });
  if ("problems" in config) throw new Error(config.problems.join("\n"));
  return wire({
    config,
    version: "0.0.0-test",
    appsDir: join(folder, "no-apps"),
    demo: null,
    say: () => {},
    // The database outlives its desks.
    database: { ...database, stop: async () => {} },
    now: clock.now,
  });
}

export async function openDesk(options: DeskOptions = {}): Promise<TestDesk> {
  const clock = options.clock ?? new TestClock();
  const database = options.database ?? (await openDatabase());
  const folder = await mkdtemp(join(tmpdir(), "troth-desk-"));
  if (options.audience !== undefined) {
    await database.owner.query(
      `insert into troth.workspace (id, slug, name, base_url, created_at) values ($1, 'main', 'Desk', $2, 0)`,
      [randomUUID(), options.audience],
    );
  }
  // The workspace keeps an audience of its own where no address is set.
  const desk = await wireDesk(database, clock, folder, {
    url: options.audience === undefined ? DESK_URL : "",
    inside: options.inside?.() ?? "",
  });
  const { port } = await desk.listen([]);
  return {
    origin: `http://127.0.0.1:${port}`,
    desk,
    database,
    clock,
    folder,
    mails: () => mailsIn(join(folder, "mail")),
    async stop() {
      await desk.stop();
      if (options.database === undefined) await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function mailsIn(folder: string): Promise<CaughtMail[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".json"));
  return Promise.all(
    files.map(async (name) => {
      const raw = await readFile(join(folder, name.replace(/json$/, "eml")), "utf8");
      return { ...JSON.parse(await readFile(join(folder, name), "utf8")), raw };
    }),
  );
}
