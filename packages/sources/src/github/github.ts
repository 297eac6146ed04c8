import { Unfetched } from "../fetch/unfetched.ts";
import { Ledger } from "../ledger.ts";
import type { Change, NoteCode, Round, Source, SourceState } from "../source.ts";
import { Api, RateLimited } from "./api.ts";
import { findingOf } from "./thread.ts";
import { discussionsOf, issuesOf, type Listed, releasesOf } from "./threads.ts";

export type GithubSettings = {
  /** `owner/name`. */
  readonly repository: string;
  /** GitHub Enterprise: `https://github.example.com/api/v3`. */
  readonly api?: string;
  /** Without one: no discussions, and 60 requests an hour. */
  readonly token?: string;
  readonly parts?: readonly Part[];
};

export type Part = "issues" | "discussions" | "releases";

const API = "https://api.github.com";
const REPOSITORY = /^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/;
/** A list of what is new does not tell what was deleted: once a day all of it is looked at. */
const WHOLE_EVERY_MS = 20 * 3_600_000;

/** Issues, discussions and releases of a repository on GitHub. */
export function github(settings: GithubSettings): Source {
  return { kind: "github", refresh: (before, round) => refresh(settings, before, round) };
}

type Cursor = {
  readonly issues: string | null;
  readonly discussions: string | null;
  readonly wholeAt: number | null;
};

async function* refresh(settings: GithubSettings, before: SourceState, round: Round): AsyncGenerator<Change> {
  const { repository, token = null } = settings;
  const ledger = new Ledger(before, round);
  const base = URL.parse(settings.api ?? API);
  if (base === null || !REPOSITORY.test(repository)) {
    yield* ledger.note("refused", repository);
    yield* ledger.end({ sight: "some", cursor: before.cursor });
    return;
  }
  const api = new Api({ base, token }, round.fetch, round.signal);
  const was = cursorIn(before.cursor);
  const isWhole = was.wholeAt === null || round.now - was.wholeAt >= WHOLE_EVERY_MS;
  const parts = (settings.parts ?? ["issues", "discussions", "releases"]).filter(
    (part) => part !== "discussions" || token !== null,
  );
  const since = { issues: isWhole ? null : was.issues, discussions: isWhole ? null : was.discussions };
  const latest = { issues: was.issues, discussions: was.discussions };
  const lists = {
    issues: () => issuesOf(api, `/repos/${repository}`, since.issues),
    discussions: () => discussionsOf(api, repository, since.discussions),
    releases: () => releasesOf(api, `/repos/${repository}`),
  };
  let code: NoteCode | null = null;
  for (const part of parts) {
    const told = yield* readPart(ledger, lists[part], round.signal);
    code ??= told.code;
    if (told.code !== null) yield* ledger.note(told.code, `${repository} ${part}`);
    // Discussions come with the last one first: stopped half-way, those before are still to be seen.
    if (part === "issues" || (part === "discussions" && told.code === null))
      latest[part] = laterOf(latest[part], told.latest);
  }
  const isDone = code === null;
  const cursor: Cursor = { ...latest, wholeAt: isDone && isWhole ? round.now : was.wholeAt };
  yield* ledger.end({
    sight: isDone ? (isWhole ? "all" : "news") : "some",
    cursor: JSON.stringify(cursor),
  });
}

type Told = { readonly latest: number | null; readonly code: NoteCode | null };

async function* readPart(
  ledger: Ledger,
  list: () => AsyncIterable<Listed>,
  signal: AbortSignal,
): AsyncGenerator<Change, Told> {
  let latest: number | null = null;
  try {
    for await (const listed of list()) {
      yield* await readListed(ledger, listed);
      if (listed.kind === "thread") latest = Math.max(latest ?? 0, listed.thread.changedAt ?? 0);
    }
    return { latest, code: null };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RateLimited) return { latest, code: "rate-limit" };
    if (!(error instanceof Unfetched)) throw error;
    return { latest, code: codeOf(error) };
  }
}

async function readListed(ledger: Ledger, listed: Listed): Promise<Change[]> {
  if (listed.kind === "hidden") {
    ledger.gone(listed.id);
    return [];
  }
  const { thread, more } = listed;
  if (ledger.known(thread.id)?.fingerprint === thread.fingerprint) {
    ledger.kept(thread.id);
    return [];
  }
  const texts = more === null ? thread.texts : [...thread.texts, ...(await more())];
  return ledger.found(findingOf({ ...thread, texts }));
}

const codeOf = ({ why }: Unfetched): NoteCode =>
  why === "refused" || why === "elsewhere" || why === "too-long" || why === "unreadable"
    ? why
    : "not-reached";

/** GitHub's own instants, to the second. */
const laterOf = (one: string | null, other: number | null): string | null => {
  const later = other === null || other === 0 ? null : new Date(other).toISOString().replace(/\.\d+Z$/, "Z");
  return one !== null && (later === null || one > later) ? one : later;
};

function cursorIn(text: string | null): Cursor {
  const none: Cursor = { issues: null, discussions: null, wholeAt: null };
  try {
    const said: unknown = JSON.parse(text ?? "null");
    if (typeof said !== "object" || said === null) return none;
    const of = (key: string): unknown => Object.entries(said).find(([name]) => name === key)?.[1];
    const instant = (key: string): string | null => (typeof of(key) === "string" ? String(of(key)) : null);
    const wholeAt = of("wholeAt");
    return {
      issues: instant("issues"),
      discussions: instant("discussions"),
      wholeAt: typeof wholeAt === "number" ? wholeAt : null,
    };
  } catch {
    return none;
  }
}
