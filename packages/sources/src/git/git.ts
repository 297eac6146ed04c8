import { mkdir } from "node:fs/promises";
import { readMarkdown } from "@troth/knowledge";
import { type AddressRule, addressOfFile, idOfFile, isPageFile } from "../address-rule.ts";
import type { Allowed } from "../fetch/addresses.ts";
import { textOf } from "../fetch/charset.ts";
import { type Resolve, resolveByMachine } from "../fetch/connect.ts";
import { Unfetched } from "../fetch/unfetched.ts";
import { Ledger } from "../ledger.ts";
import type { Change, Round, Source, SourceState } from "../source.ts";
import { gitAddress } from "./git-address.ts";
import { GitFailed, type GitRun, runGit } from "./run-git.ts";

export type GitSettings = {
  /** `https://…`, `ssh://…`, `git@host:path`. */
  readonly address: string;
  /** A branch or tag; the repository's own choice by default. */
  readonly ref?: string;
  /** Only what lies below this folder. */
  readonly under?: string;
  /** A folder of ours, for this repository alone, that may be thrown away. */
  readonly store: string;
  readonly addresses: AddressRule;
  readonly token?: string;
  readonly allowed?: Allowed;
  readonly resolve?: Resolve;
  readonly mayUseFiles?: boolean;
  readonly mostBytes?: number;
};

const REF = /^(?!-)(?!.*\.\.)[\w][\w./-]{0,200}$/;
const MOST_BYTES = 5 * 1_048_576;
const MOST_PAGES = 20_000;
const BATCH_BYTES = 32 * 1_048_576;

/** The Markdown of a git repository. Nothing is ever checked out: files are read from its objects. */
export function git(settings: GitSettings): Source {
  return { kind: "git", refresh: (before, round) => refresh(settings, before, round) };
}

async function* refresh(settings: GitSettings, before: SourceState, round: Round): AsyncGenerator<Change> {
  const ledger = new Ledger(before, round);
  const run: GitRun = { store: settings.store, signal: round.signal };
  const head = await fetched(settings, round).catch(failure(round.signal));
  if ("code" in head) {
    yield* ledger.note(head.code, "");
    yield* ledger.end({ sight: "some", cursor: before.cursor });
    return;
  }
  const files = await filesOf(run, head.commit, settings.under ?? "");
  const changed: File[] = [];
  for (const file of files.slice(0, MOST_PAGES)) {
    const id = idOfFile(file.path);
    const known = ledger.known(id);
    const address = addressOfFile(file.path, settings.addresses);
    if (file.bytes > (settings.mostBytes ?? MOST_BYTES)) {
      ledger.unseen(id);
      yield* ledger.note("too-long", file.path);
    } else if (known?.fingerprint === file.oid && known.address === address && !ledger.has(id))
      ledger.kept(id);
    else changed.push(file);
  }
  for (const batch of batchesOf(changed))
    for (const [file, bytes] of await contentsOf(run, batch))
      yield* readFile(settings, ledger, { file, bytes, before, head });
  if (files.length > MOST_PAGES) yield* ledger.note("limit", String(files.length));
  yield* ledger.end({ sight: files.length > MOST_PAGES ? "some" : "all", cursor: head.commit });
}

type Head = { readonly commit: string; readonly committedAt: number };
type File = { readonly path: string; readonly oid: string; readonly bytes: number };

const failure =
  (signal: AbortSignal) =>
  (error: unknown): { readonly code: "refused" | "not-reached" } => {
    signal.throwIfAborted();
    if (error instanceof Unfetched) return { code: error.why === "refused" ? "refused" : "not-reached" };
    if (error instanceof GitFailed || error instanceof Error) return { code: "not-reached" };
    throw error;
  };

/** Fetches the last state of the repository, and nothing of its history. */
async function fetched(settings: GitSettings, { signal }: Round): Promise<Head> {
  const {
    store,
    token,
    ref = "HEAD",
    allowed = [],
    resolve = resolveByMachine,
    mayUseFiles = false,
  } = settings;
  if (!REF.test(ref)) throw new Unfetched("refused");
  const address = await gitAddress(settings.address, { allowed, resolve, mayUseFiles });
  await mkdir(store, { recursive: true, mode: 0o700 });
  const run: GitRun = { store, signal };
  await runGit(run, "init", "--bare", "--quiet");
  const secret = token === undefined || !address.address.startsWith("https:") ? {} : { token };
  await runGit(
    { ...run, address, ...secret },
    "fetch",
    "--quiet",
    "--depth=1",
    "--no-tags",
    "--no-recurse-submodules",
    "--no-write-fetch-head",
    "--force",
    "--",
    address.address,
    `${ref}:refs/troth/head`,
  );
  const [commit = "", seconds = ""] = (await runGit(run, "log", "-1", "--format=%H %ct", "refs/troth/head"))
    .toString()
    .trim()
    .split(" ");
  return { commit, committedAt: Number(seconds) * 1_000 };
}

/** Its Markdown files; links, submodules and what is hidden are left out. */
async function filesOf(run: GitRun, commit: string, under: string): Promise<readonly File[]> {
  const folder = under.replace(/^\/+|\/+$/g, "");
  const listed = await runGit(run, "ls-tree", "-r", "-z", "--long", "--full-tree", commit);
  return listed
    .toString()
    .split("\0")
    .flatMap((line) => {
      const [, mode, oid, bytes, path = ""] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(line) ?? [];
      const isFile = mode === "100644" || mode === "100755";
      const isBelow = folder === "" || path.startsWith(`${folder}/`);
      const isHidden = path.split("/").some((part) => part.startsWith("."));
      if (!isFile || oid === undefined || !isBelow || isHidden || !isPageFile(path)) return [];
      return [{ path: folder === "" ? path : path.slice(folder.length + 1), oid, bytes: Number(bytes) }];
    });
}

function batchesOf(files: readonly File[]): File[][] {
  const batches: File[][] = [];
  let room = 0;
  for (const file of files) {
    if (file.bytes > room || batches.length === 0) {
      batches.push([]);
      room = BATCH_BYTES;
    }
    batches.at(-1)?.push(file);
    room -= file.bytes;
  }
  return batches;
}

async function contentsOf(
  run: GitRun,
  files: readonly File[],
): Promise<ReadonlyArray<readonly [File, Buffer]>> {
  const input = files.map(({ oid }) => `${oid}\n`).join("");
  const all = await runGit({ ...run, input, mostBytes: BATCH_BYTES * 2 }, "cat-file", "--batch");
  let at = 0;
  return files.map((file) => {
    const from = all.indexOf("\n", at) + 1;
    at = from + file.bytes + 1;
    return [file, all.subarray(from, from + file.bytes)] as const;
  });
}

type Read = {
  readonly file: File;
  readonly bytes: Buffer;
  readonly before: SourceState;
  readonly head: Head;
};

function readFile(settings: GitSettings, ledger: Ledger, { file, bytes, before, head }: Read): Change[] {
  const id = idOfFile(file.path);
  if (bytes.includes(0)) {
    ledger.unseen(id);
    return ledger.note("unreadable", file.path);
  }
  return ledger.found({
    page: readMarkdown(id, textOf(bytes, null)),
    address: addressOfFile(file.path, settings.addresses),
    fingerprint: file.oid,
    // Without history one knows of a change only if one saw the page before.
    changedAt: before.pages.has(id) ? head.committedAt : null,
  });
}
