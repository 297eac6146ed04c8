import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { codeOf, messageOf } from "../error-code.ts";
import { DatabaseRefusal } from "../refusal.ts";
import type { Binaries } from "./binaries.ts";
import type { RunAs } from "./run-as.ts";
import { socketFolderOf } from "./socket-path.ts";

const run = promisify(execFile);

export const OWNER = "troth";

/** Where one embedded database keeps what; all below `home`, but a socket folder whose path would be too long. */
export interface Layout {
  readonly folder: string;
  readonly home: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
  readonly socketFolder: string;
}

export function layoutOf(folder: string): Layout {
  const home = join(folder, "postgres");
  return {
    folder,
    home,
    cluster: join(home, "cluster"),
    password: join(home, "password"),
    log: join(home, "server.log"),
    socketFolder: socketFolderOf(home),
  };
}

const INITDB = [
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--data-checksums",
  "--auth=scram-sha-256",
  `--username=${OWNER}`,
];

export const isInitialised = (layout: Layout): Promise<boolean> =>
  lstat(join(layout.cluster, "PG_VERSION")).then(
    () => true,
    () => false,
  );

/** Makes the cluster in a folder aside and moves it into place whole: a crash leaves all of it or nothing. */
export async function initialise(layout: Layout, binaries: Binaries, runAs: RunAs): Promise<void> {
  await removeAbandoned(layout);
  const aside = await mkdtemp(join(layout.folder, `${ASIDE}${process.pid}-`));
  try {
    await runAs.give(aside);
    const password = join(aside, "password");
    await writeFile(password, randomBytes(24).toString("base64url"), { mode: 0o600 });
    await runAs.give(password);
    await initdb([`--pgdata=${join(aside, "cluster")}`, `--pwfile=${password}`], binaries, runAs);
    await rename(aside, layout.home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!(await isInitialised(layout))) throw error; // else another starter was first
  }
}

const ASIDE = "postgres.new-";

async function initdb(words: readonly string[], binaries: Binaries, runAs: RunAs): Promise<void> {
  const [program = binaries.initdb, ...rest] = [...runAs.prefix, binaries.initdb, ...INITDB, ...words];
  await run(program, rest, { ...runAs.identity, cwd: "/", env: serverEnvironment() }).catch(
    (error: unknown) => {
      throw new DatabaseRefusal(`PostgreSQL could not make its data folder: ${complaintOf(error)}`);
    },
  );
}

function complaintOf(error: unknown): string {
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  const complaint = said.split("\n").find((line) => /error|fatal|could not/i.test(line));
  return complaint?.replace(/^initdb: (error: )?/, "").trim() ?? messageOf(error);
}

/** Folders that a killed first start left behind. */
async function removeAbandoned(layout: Layout): Promise<void> {
  for (const name of await readdir(layout.folder)) {
    const pid = name.startsWith(ASIDE) ? Number.parseInt(name.slice(ASIDE.length), 10) : Number.NaN;
    if (!Number.isNaN(pid) && !isAlive(pid))
      await rm(join(layout.folder, name), { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Only what PostgreSQL needs: none of our secrets, none of the caller's PG… variables. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
});

/** Refuses a cluster that another major release of PostgreSQL wrote. */
export async function assertMajor(layout: Layout, binaries: Binaries): Promise<void> {
  const written = Number.parseInt(await readFile(join(layout.cluster, "PG_VERSION"), "utf8"), 10);
  const { stdout } = await run(binaries.postgres, ["-V"], { env: serverEnvironment() });
  const ours = Number(/(\d+)/.exec(stdout)?.[1]);
  if (written !== ours)
    throw new DatabaseRefusal(
      `The database in ${layout.folder} was written by PostgreSQL ${written} and this Troth brings ${ours}: start it with the Troth that wrote it, make a backup, and restore that into a new folder.`,
    );
}

/** Makes the socket's folder, readable by nobody else; refuses one that somebody else made first. */
export async function prepareSocketFolder(layout: Layout, runAs: RunAs): Promise<void> {
  await mkdir(layout.socketFolder, { mode: 0o700 }).then(
    () => runAs.give(layout.socketFolder),
    async () => {
      const found = await lstat(layout.socketFolder);
      const owner = runAs.identity.uid ?? process.getuid?.();
      if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0)
        throw new DatabaseRefusal(
          `The folder ${layout.socketFolder} for the database's socket belongs to somebody else: remove it, or choose another data folder with --data.`,
        );
    },
  );
}

/** Only one outside of our home is worth removing, and only when the server took its socket away. */
export async function removeSocketFolder({ home, socketFolder }: Layout): Promise<void> {
  if (!socketFolder.startsWith(home)) await rmdir(socketFolder).catch(() => {});
}
