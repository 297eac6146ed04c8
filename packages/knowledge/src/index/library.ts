import type { Page, Section } from "../page/page.ts";
import { termsOf } from "../words/tokens.ts";
import { inboundTexts } from "./links.ts";
import { countsOf, learnMeaning, type Meaning, placeOf } from "./meaning.ts";
import { type FieldRule, Postings } from "./postings.ts";

/** A piece of a page that may answer: a section, a part of a long one, or a row of a table. */
export type Passage = {
  /** The page's place in the library. */
  readonly page: number;
  readonly heading: string;
  readonly above: readonly string[];
  readonly anchor: string | null;
  readonly texts: readonly string[];
  readonly kind: "section" | "row";
};

/** All pages of one audience, ready to be asked. */
export type Library = {
  readonly pages: readonly Page[];
  readonly passages: readonly Passage[];
  /** The terms of each passage, its heading first, in order. */
  readonly passageTerms: readonly (readonly string[])[];
  readonly byPassage: Postings;
  readonly byPage: Postings;
  readonly meaning: Meaning;
  readonly passagePlaces: Float32Array;
  readonly pagePlaces: Float32Array;
  /** How many links lead to each page. */
  readonly inbound: readonly number[];
  /** What each page was made into, for the next time: most pages stay as they are. */
  readonly made: ReadonlyMap<Page, Made>;
};

/** A page cut into passages, with their terms and where they stand in a meaning. */
type Made = {
  readonly page: Page;
  readonly passages: readonly Omit<Passage, "page">[];
  readonly fields: readonly ReturnType<typeof fieldsOfPassage>[];
  readonly placed: { readonly meaning: Meaning; readonly places: Float32Array } | null;
};

const PASSAGE_RULES: Readonly<Record<string, FieldRule>> = {
  title: { weight: 2, evening: 0.3 },
  path: { weight: 1, evening: 0.3 },
  description: { weight: 0.6, evening: 0.3 },
  heading: { weight: 3, evening: 0.3 },
  above: { weight: 1, evening: 0.3 },
  body: { weight: 1, evening: 0.75 },
};

const PAGE_RULES: Readonly<Record<string, FieldRule>> = {
  title: { weight: 4, evening: 0.3 },
  path: { weight: 1.5, evening: 0.3 },
  description: { weight: 2.5, evening: 0.4 },
  formerly: { weight: 1, evening: 0.4 },
  headings: { weight: 2, evening: 0.6 },
  inbound: { weight: 1.5, evening: 0.6 },
  body: { weight: 1, evening: 0.75 },
};

/** Characters of a passage that one still reads at a glance. */
const LONGEST = 1_500;

/**
 * Makes pages ready to be asked. A meaning that was learned from much the same pages may be given, and the library they
 * stood in before: pages it holds, the same values, are not cut and placed again.
 */
export function shelve(pages: readonly Page[], learned?: Meaning, before?: Library): Library {
  const inbound = inboundTexts(pages);
  const cut = pages.map((page) => before?.made.get(page) ?? cutUp(page));
  const passages = cut.flatMap((one, page) => one.passages.map((passage) => ({ ...passage, page })));
  const own = cut.flatMap(({ fields }) => fields);
  const pageFields = pages.map((page, at) => fieldsOfPage(page, inbound[at] ?? []));
  const passageFields = passages.map(({ page }, at) => ({ ...pageFields[page], ...own[at] }));
  passages.forEach(({ page, kind }, at) => {
    // A row stands in its section as well.
    if (kind === "section") pageFields[page]?.body.push(...(own[at]?.body ?? []));
  });
  const meaning = learned ?? learnMeaning(cut.flatMap(meantBy));
  const made = cut.map((one) => placedIn(meaning, one));
  return {
    pages,
    passages,
    passageTerms: own.map(({ heading, body }) => [...heading, ...body]),
    byPassage: new Postings(passageFields, PASSAGE_RULES),
    byPage: new Postings(pageFields, PAGE_RULES),
    meaning,
    passagePlaces: joined(made.map(({ placed }) => placed.places)),
    pagePlaces: placesOf(meaning, pageFields.map(pageMeant)),
    inbound: inbound.map(({ length }) => length),
    made: new Map(made.map((one) => [one.page, one])),
  };
}

/** Learns the meaning that pages would be shelved with. */
export function learnFrom(pages: readonly Page[]): Meaning {
  return learnMeaning(pages.map(cutUp).flatMap(meantBy));
}

function cutUp(page: Page): Made {
  const passages = page.sections.flatMap(passagesOf);
  return { page, passages, fields: passages.map(fieldsOfPassage), placed: null };
}

function placedIn(meaning: Meaning, made: Made): Made & { readonly placed: NonNullable<Made["placed"]> } {
  const { placed } = made;
  if (placed?.meaning === meaning) return { ...made, placed };
  return { ...made, placed: { meaning, places: placesOf(meaning, meantBy(made)) } };
}

/** The terms that the meaning of each passage is read from. */
function meantBy({ page, fields }: Made): string[][] {
  const title = termsOf(page.title);
  return fields.map(({ heading, above, body }) => [title, heading, heading, above, body].flat());
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What a page is found by; its body comes from its passages. */
function fieldsOfPage({ id, title, description, formerly, sections }: Page, inbound: readonly string[]) {
  return {
    title: termsOf(title),
    path: termsOf(pathWords(id)),
    description: termsOf(description),
    formerly: termsOf(formerly.map((path) => pathWords(path.split("/").at(-1) ?? "")).join(" ")),
    headings: sections.flatMap(({ heading }) => termsOf(heading)),
    inbound: [...new Set(inbound)].flatMap(termsOf),
    body: [] as string[],
  };
}

function fieldsOfPassage({ heading, above, texts }: Omit<Passage, "page">) {
  return { heading: termsOf(heading), above: termsOf(above.join(" ")), body: texts.flatMap(termsOf) };
}

/** The terms that a page's meaning is read from; what stands at its head counts more than once. */
function pageMeant({ title, path, description, headings, inbound, body }: ReturnType<typeof fieldsOfPage>) {
  return [title, title, title, description, description, headings, headings, inbound, path, body].flat();
}

const pathWords = (path: string): string => path.replace(/\d+-/g, "").replace(/[-_/.]/g, " ");

function placesOf(meaning: Meaning, texts: readonly (readonly string[])[]): Float32Array {
  const places = new Float32Array(texts.length * meaning.dimensions);
  texts.forEach((terms, at) => places.set(placeOf(meaning, countsOf(terms)), at * meaning.dimensions));
  return places;
}

/** A section whole, or in parts of a readable length; each row of its tables stands for itself as well. */
function passagesOf({ heading, above, anchor, blocks }: Section): Omit<Passage, "page">[] {
  const place = { heading, above, anchor };
  const parts: string[][] = [[]];
  let length = 0;
  for (const { text } of blocks) {
    if (length > 0 && length + text.length > LONGEST) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(text);
    length += text.length;
  }
  const rows = blocks.flatMap(({ kind, text }): Omit<Passage, "page">[] =>
    kind === "row" ? [{ ...place, texts: [text], kind: "row" }] : [],
  );
  return [...parts.map((texts) => ({ ...place, texts, kind: "section" as const })), ...rows];
}
