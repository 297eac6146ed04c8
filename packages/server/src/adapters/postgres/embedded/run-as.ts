import { execFile } from "node:child_process";
import { chmod, chown, readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { DatabaseRefusal } from "../refusal.ts";
import type { Binaries } from "./binaries.ts";

const run = promisify(execFile);

/** How PostgreSQL's programs are started; they refuse to run as root. */
export interface RunAs {
  /** Words before the program's own command line. */
  readonly prefix: readonly string[];
  readonly identity: { readonly uid?: number; readonly gid?: number };
  /** Hands a file or folder of ours to the identity that PostgreSQL runs as. */
  give(path: string): Promise<void>;
}

const asOurselves: RunAs = { prefix: [], identity: {}, give: async () => {} };

/** In a user namespace of its own, root looks like an unprivileged user and keeps its access to the files. */
const inUserNamespace: RunAs = { ...asOurselves, prefix: ["unshare", "--user"] };

const asUser = (uid: number, gid: number): RunAs => ({
  prefix: [],
  identity: { uid, gid },
  give: (path) => chown(path, uid, gid),
});

export interface RunAsQuestion {
  readonly folder: string;
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly mayUseNamespace: boolean;
}

/** Chooses who runs PostgreSQL; refuses when nobody can. */
export async function chooseRunAs({
  folder,
  cluster,
  binaries,
  mayUseNamespace,
}: RunAsQuestion): Promise<RunAs> {
  const owner = await stat(cluster).catch(() => undefined);
  const self = process.getuid?.();
  if (owner !== undefined && self !== 0 && owner.uid !== self) throw anothers(folder, owner.uid);
  if (self !== 0) return asOurselves;
  if (owner !== undefined && owner.uid !== 0) return asUser(owner.uid, owner.gid);
  if (mayUseNamespace && (await succeeds("unshare", ["--user", binaries.postgres, "-V"])))
    return inUserNamespace;
  const nobody = await unprivilegedUser();
  await chmod(folder, 0o711);
  const reaches = await succeeds(binaries.postgres, ["-V"], nobody.identity);
  if (reaches && (await succeeds("/bin/sh", ["-c", 'test -x "$0"', folder], nobody.identity))) return nobody;
  throw new DatabaseRefusal(
    `PostgreSQL does not run as root, and neither a user namespace nor the user nobody can use ${folder}: start Troth as an ordinary user or set DATABASE_URL.`,
  );
}

const anothers = (folder: string, uid: number) =>
  new DatabaseRefusal(
    `The database in ${folder} belongs to user ${uid}: start Troth as that user, or choose another folder with --data.`,
  );

async function unprivilegedUser(): Promise<RunAs> {
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const [, , uid = "65534", gid = "65534"] =
    passwd
      .split("\n")
      .find((line) => line.startsWith("nobody:"))
      ?.split(":") ?? [];
  return asUser(Number(uid), Number(gid));
}

const succeeds = (program: string, words: readonly string[], identity: RunAs["identity"] = {}) =>
  run(program, [...words], { ...identity, cwd: "/" }).then(
    () => true,
    () => false,
  );
