import { fingerprintOf } from "../checksum.ts";
import { textOf } from "../fetch/charset.ts";
import { Unfetched } from "../fetch/unfetched.ts";
import { readHtml } from "../html/read-html.ts";
import { Ledger } from "../ledger.ts";
import type { Change, NoteCode, Round, Source, SourceState } from "../source.ts";
import { idOfAddress } from "../website/scope.ts";
import { type Entry, entriesIn } from "./entries.ts";

export type FeedSettings = {
  readonly address: string;
  /** An entry that is no longer in the feed stays so long after its date; a feed names only its last ones. */
  readonly keepsDays?: number;
};

const KEEPS_DAYS = 400;
const DAY_MS = 86_400_000;
const MOST_ENTRIES = 2_000;

/** News as Atom, RSS or JSON Feed. */
export function feed(settings: FeedSettings): Source {
  return { kind: "feed", refresh: (before, round) => refresh(settings, before, round) };
}

async function* refresh(settings: FeedSettings, before: SourceState, round: Round): AsyncGenerator<Change> {
  const ledger = new Ledger(before, round);
  const came = await entriesFrom(settings.address, before.cursor, round);
  if ("code" in came) {
    yield* ledger.note(came.code, settings.address);
    yield* ledger.end({ sight: "some", cursor: before.cursor });
    return;
  }
  for (const entry of came.entries.slice(0, MOST_ENTRIES)) yield* readEntry(ledger, entry, settings.address);
  const oldest = round.now - (settings.keepsDays ?? KEEPS_DAYS) * DAY_MS;
  for (const [id, { changedAt }] of before.pages)
    if (changedAt === null || changedAt >= oldest) ledger.kept(id);
  yield* ledger.end({ sight: "all", cursor: came.cursor });
}

function readEntry(ledger: Ledger, entry: Entry, feedAddress: string): Change[] {
  const { title, link, name, html, changedAt } = entry;
  const address = link ?? feedAddress;
  const id =
    link === null ? `entry-${fingerprintOf(name || title || html).slice(0, 16)}` : idOfAddress(new URL(link));
  const read = readHtml(id, `<main>${html}</main>`, address);
  if (read === null) return ledger.note("unreadable", address);
  const page = { ...read.page, title: title || read.page.title };
  // Anchors within an entry are none of the page it stands on.
  const sections = page.sections.map((section) => ({ ...section, anchor: null }));
  return ledger.found({ page: { ...page, sections }, address, fingerprint: "", changedAt });
}

type Came =
  | { readonly entries: readonly Entry[]; readonly cursor: string | null }
  | { readonly code: NoteCode };

async function entriesFrom(address: string, cursor: string | null, round: Round): Promise<Came> {
  try {
    const headers = cursor === null ? {} : { "if-none-match": cursor };
    const answer = await round.fetch(address, { headers, signal: round.signal });
    if (answer.status === 304) return { entries: [], cursor };
    if (answer.status !== 200) return { code: "not-reached" };
    const entries = entriesIn(textOf(answer.bytes, answer.header("content-type")), answer.address.href);
    return entries === null ? { code: "unreadable" } : { entries, cursor: answer.header("etag") };
  } catch (error) {
    if (!(error instanceof Unfetched)) throw error;
    return { code: codeOf(error) };
  }
}

function codeOf({ why }: Unfetched): NoteCode {
  return why === "refused" || why === "elsewhere" || why === "too-long" || why === "unreadable"
    ? why
    : "not-reached";
}
