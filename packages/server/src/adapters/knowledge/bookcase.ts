import {
  FIELD_SYNONYMS,
  type Library,
  type Meaning,
  NO_MEANING,
  passagesOf,
  type Reply,
  readSynonyms,
  replyTo,
  type Synonyms,
  shelve,
  unpackMeaning,
} from "@troth/knowledge";
import type { FoundPage, FoundReply } from "../../ports/answers.ts";
import type { KnowledgeNews, StoredPage } from "../../ports/knowledge.ts";

/** Passages that a model may be shown. */
const MOST_PASSAGES = 8;
const MOST_PAGES = 5;

type Shelf = { readonly library: Library; readonly pages: readonly StoredPage[] };

/**
 * The pages of one workspace, ready to be asked: those for everybody in one library, those of each organisation in a
 * library of its own, so that nothing of one organisation's, not even how rare its words are, is in another's answer.
 */
export class Bookcase {
  readonly #pages = new Map<string, StoredPage>();
  readonly #shelves = new Map<string | null, Shelf>();
  /** Whose pages have changed since they were shelved. */
  readonly #stale = new Set<string | null>();
  #meaning: Meaning = NO_MEANING;
  #synonyms: Synonyms = readSynonyms(FIELD_SYNONYMS);
  #table: string | null = null;

  /** Takes what changed; it counts from the next question on. */
  take({ pages, gone, meaning, synonyms }: KnowledgeNews): void {
    for (const page of pages) {
      this.#remove(page);
      this.#pages.set(keyOf(page), page);
      this.#stale.add(page.organisation);
    }
    for (const one of gone) this.#remove(one);
    if (meaning !== null) {
      this.#meaning = unpackMeaning(meaning);
      for (const owner of this.#shelves.keys()) this.#stale.add(owner);
    }
    if (synonyms !== this.#table) {
      this.#table = synonyms;
      this.#synonyms = readSynonyms(synonyms ?? FIELD_SYNONYMS);
    }
  }

  /** Answers from the pages for everybody and from the organisation's own: whichever is the surer, the other's pages after it. */
  reply(organisation: string | null, question: string): FoundReply {
    const shelves = [this.#shelf(null), ...(organisation === null ? [] : [this.#shelf(organisation)])];
    const [first, ...others] = shelves
      .map((shelf) => foundOf(shelf, replyTo(shelf.library, question, this.#synonyms)))
      .toSorted((a, b) => b.confidence - a.confidence);
    if (first === undefined) throw new Error("There is always a shelf for everybody.");
    const pages = [first, ...others].flatMap((one) => one.pages);
    return { ...first, pages };
  }

  #remove(page: Pick<StoredPage, "source" | "id">): void {
    const before = this.#pages.get(keyOf(page));
    if (before === undefined) return;
    this.#pages.delete(keyOf(page));
    this.#stale.add(before.organisation);
  }

  #shelf(owner: string | null): Shelf {
    const before = this.#shelves.get(owner);
    if (before !== undefined && !this.#stale.has(owner)) return before;
    const pages = [...this.#pages.values()]
      .filter(({ organisation }) => organisation === owner)
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const library = shelve(
      pages.map(({ content }) => content),
      this.#meaning,
      before?.library,
    );
    const shelf = { library, pages };
    this.#shelves.set(owner, shelf);
    this.#stale.delete(owner);
    return shelf;
  }
}

const keyOf = ({ source, id }: Pick<StoredPage, "source" | "id">): string => `${source} ${id}`;

function foundOf({ library, pages }: Shelf, { outcome, why, confidence, hits, quotes }: Reply): FoundReply {
  const passages = passagesOf(library, { hits }, MOST_PASSAGES);
  const shown = new Map<number, number>();
  for (const { page } of [...quotes, ...passages, ...hits.slice(0, MOST_PAGES)])
    if (!shown.has(page)) shown.set(page, shown.size);
  const place = (page: number): number => shown.get(page) ?? 0;
  return {
    outcome,
    why,
    confidence,
    pages: [...shown.keys()].flatMap((at) => pageOf(pages[at])),
    sentences: quotes.map(({ page, anchor, heading, text }) => ({
      page: place(page),
      anchor,
      heading,
      text,
    })),
    passages: passages.map(({ page, anchor, heading, texts }) => ({
      page: place(page),
      anchor,
      heading,
      texts,
    })),
  };
}

function pageOf(page: StoredPage | undefined): FoundPage[] {
  if (page === undefined) return [];
  const { source, id, content, address, changedAt } = page;
  return [{ source, id, title: content.title, address, changedAt }];
}
