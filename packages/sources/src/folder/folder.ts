import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { readMarkdown } from "@troth/knowledge";
import { type AddressRule, addressOfFile, idOfFile, isPageFile } from "../address-rule.ts";
import { fingerprintOf } from "../checksum.ts";
import { textOf } from "../fetch/charset.ts";
import { Ledger } from "../ledger.ts";
import type { Change, Round, Source, SourceState } from "../source.ts";

export type FolderSettings = {
  /** An absolute path. */
  readonly folder: string;
  readonly addresses: AddressRule;
  readonly mostPages?: number;
  readonly mostBytes?: number;
};

const MOST_PAGES = 20_000;
const MOST_BYTES = 5 * 1_048_576;
const DEEPEST = 32;

/** A folder of Markdown on this machine. Hidden files, and links that lead out of it or to folders, are not followed. */
export function folder(settings: FolderSettings): Source {
  return { kind: "folder", refresh: (before, round) => refresh(settings, before, round) };
}

async function* refresh(settings: FolderSettings, before: SourceState, round: Round): AsyncGenerator<Change> {
  const ledger = new Ledger(before, round);
  const root = await realpath(settings.folder).catch(() => null);
  const walk: Walk = { files: [], isWhole: root !== null, most: settings.mostPages ?? MOST_PAGES };
  if (root === null) yield* ledger.note("not-reached", "");
  else yield* walkFolder(walk, ledger, root, root, 0);
  for (const file of walk.files.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    round.signal.throwIfAborted();
    yield* await readOne(settings, ledger, file);
  }
  yield* ledger.end({ sight: walk.isWhole ? "all" : "some", cursor: null });
}

/** A file by its path within the folder, and where its bytes truly lie. */
type File = { readonly name: string; readonly real: string };
type Walk = { readonly files: File[]; isWhole: boolean; readonly most: number };

async function* walkFolder(
  walk: Walk,
  ledger: Ledger,
  root: string,
  at: string,
  depth: number,
): AsyncGenerator<Change> {
  const entries = await readdir(at, { withFileTypes: true }).catch(() => null);
  if (entries === null || depth > DEEPEST) {
    walk.isWhole = false;
    yield* ledger.note(entries === null ? "not-reached" : "limit", relative(root, at));
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(at, entry.name);
    const name = relative(root, path).split(sep).join("/");
    if (entry.isDirectory()) {
      yield* walkFolder(walk, ledger, root, path, depth + 1);
      continue;
    }
    if (!isPageFile(entry.name)) continue;
    const real = entry.isFile() ? path : await fileWithin(root, path);
    if (real === null) yield* ledger.note("refused", name);
    else if (walk.files.length < walk.most) walk.files.push({ name, real });
    else {
      walk.isWhole = false;
      yield* ledger.note("limit", name);
    }
  }
}

/** Where a link leads in the end, if that is a page of the folder that is not hidden; null for pipes and the like. */
async function fileWithin(root: string, path: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null);
  if (real === null || !real.startsWith(root + sep) || !isPageFile(real)) return null;
  const isHidden = relative(root, real)
    .split(sep)
    .some((part) => part.startsWith("."));
  const stat = await lstat(real).catch(() => null);
  return isHidden || stat?.isFile() !== true ? null : real;
}

async function readOne(settings: FolderSettings, ledger: Ledger, { name, real }: File): Promise<Change[]> {
  const id = idOfFile(name);
  const came = await bytesOf(real, settings.mostBytes ?? MOST_BYTES);
  if (!("bytes" in came)) {
    ledger.unseen(id);
    return ledger.note(came.why, name);
  }
  const address = addressOfFile(name, settings.addresses);
  const fingerprint = fingerprintOf(came.bytes);
  const known = ledger.known(id);
  if (known?.fingerprint === fingerprint && known.address === address && !ledger.has(id)) {
    ledger.kept(id);
    return [];
  }
  const page = readMarkdown(id, textOf(came.bytes, null));
  return ledger.found({ page, address, fingerprint, changedAt: came.changedAt });
}

type Came =
  | { readonly bytes: Buffer; readonly changedAt: number }
  | { readonly why: "not-reached" | "too-long" | "unreadable" };

async function bytesOf(path: string, mostBytes: number): Promise<Came> {
  try {
    // Checked a moment ago; whatever was put in its place since is no link that one follows, and no pipe one waits at.
    await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size, mtimeMs } = await file.stat();
    if (size > mostBytes) return { why: "too-long" };
    const bytes = await file.readFile();
    return bytes.includes(0) ? { why: "unreadable" } : { bytes, changedAt: Math.floor(mtimeMs) };
  } catch {
    return { why: "not-reached" };
  }
}
