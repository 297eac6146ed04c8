import type { Page } from "@troth/knowledge";
import { changedSections, checksumsOf, READER } from "./checksum.ts";
import type { Change, Known, Note, NoteCode, Round, SourceState } from "./source.ts";
import { visiblePage } from "./visible.ts";

/** A page as a source found it. */
export type Finding = {
  readonly page: Page;
  readonly address: string;
  readonly fingerprint: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly changedAt?: number | null;
  readonly leads?: readonly string[];
};

export type Ending = {
  /** What came into sight: only where it is all of it, what did not come is gone. */
  readonly sight: "all" | "news" | "some";
  readonly cursor: string | null;
};

/** As many of one sort tell enough. */
const MOST_NOTES = 20;
/** Fewer go in a day's work. */
const FEWEST_LOST = 5;

/** Keeps the books of one refresh, the same for every kind of source: what came, what stayed, what may be called gone. */
export class Ledger {
  readonly #before: SourceState;
  readonly #round: Round;
  readonly #seen = new Set<string>();
  readonly #unseen = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #notes = new Map<NoteCode, number>();
  #put = 0;
  #unchanged = 0;

  constructor(before: SourceState, round: Round) {
    this.#before = before;
    this.#round = round;
  }

  /** What is known of a page, unless other readers than ours today read it. */
  known(id: string): Known | null {
    const known = this.#before.pages.get(id);
    return known === undefined || known.reader !== READER ? null : known;
  }

  /** Whether a page of that name came already. */
  has(id: string): boolean {
    return this.#seen.has(id);
  }

  /** A page came: it is put where its words are others, known where only its clothes are. */
  found(finding: Finding): Change[] {
    const page = visiblePage(finding.page);
    if (this.#seen.has(page.id)) return this.note("same-page", finding.address);
    this.#seen.add(page.id);
    const before = this.known(page.id);
    const { checksum, sections } = checksumsOf(page);
    const isSame = before?.checksum === checksum;
    const known: Known = {
      address: finding.address,
      checksum,
      sections,
      fingerprint: finding.fingerprint,
      etag: finding.etag ?? null,
      lastModified: finding.lastModified ?? null,
      changedAt: (isSame ? before.changedAt : null) ?? finding.changedAt ?? null,
      leads: finding.leads ?? [],
      reader: READER,
    };
    if (!isSame) {
      this.#put += 1;
      const had = this.#before.pages.get(page.id)?.sections ?? [];
      return [{ kind: "put", page, known, changed: changedSections(had, sections) }];
    }
    this.#unchanged += 1;
    return JSON.stringify(before) === JSON.stringify(known) ? [] : [{ kind: "known", id: page.id, known }];
  }

  /** A page is there as it was. */
  kept(id: string): void {
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.#unchanged += 1;
  }

  /** A page could not be seen; what is known of it stays. */
  unseen(id: string): void {
    this.#unseen.add(id);
  }

  /** The source itself says that a page is no longer there. */
  gone(id: string): void {
    this.#gone.add(id);
  }

  note(code: NoteCode, about: string): Change[] {
    const times = (this.#notes.get(code) ?? 0) + 1;
    this.#notes.set(code, times);
    if (times > MOST_NOTES + 1) return [];
    const note: Note =
      times > MOST_NOTES ? { code: "more-notes", about: code } : { code, about: about.slice(0, 500) };
    return [{ kind: "note", note }];
  }

  /** The last steps: what is gone, and how it all ended. */
  end({ sight, cursor }: Ending): Change[] {
    this.#round.signal.throwIfAborted();
    const { pages } = this.#before;
    const lost = [...pages.keys()].filter(
      (id) => !this.#seen.has(id) && !this.#unseen.has(id) && (sight === "all" || this.#gone.has(id)),
    );
    const isSuspicious = this.#round.acceptsLoss !== true && isSuddenLoss(lost.length, pages.size);
    const going = isSuspicious ? [] : lost;
    const staying = [...pages.keys()].filter((id) => !this.#seen.has(id)).length - going.length;
    const isCurrent = sight !== "some" && this.#unseen.size === 0 && !isSuspicious;
    const seen = isCurrent ? (sight === "all" ? "whole" : "news") : "part";
    return [
      ...(isSuspicious ? this.note("most-is-gone", `${lost.length}/${pages.size}`) : []),
      ...going.map((id): Change => ({ kind: "gone", id })),
      {
        kind: "end",
        outcome: isSuspicious ? "suspicious" : seen,
        cursor: isSuspicious ? this.#before.cursor : cursor,
        currentAt: isCurrent ? this.#round.now : this.#before.currentAt,
        figures: {
          pages: this.#seen.size + staying,
          put: this.#put,
          unchanged: this.#unchanged,
          gone: going.length,
          unseen: staying,
        },
        withheld: isSuspicious ? lost : [],
      },
    ];
  }
}

/** Whether more went at once than goes by decision: everything, or more than half and not just a few. */
export const isSuddenLoss = (lost: number, there: number): boolean =>
  lost > 0 && (lost === there || (lost >= FEWEST_LOST && lost * 2 > there));
