import type { Page, Section } from "../page/page.ts";
import { termsOf } from "../words/tokens.ts";
import { inboundTexts } from "./links.ts";
import { countsOf, learnMeaning, type Meaning, placeOf } from "./meaning.ts";
import { type FieldRule, type Fields, Postings } from "./postings.ts";

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
  readonly byPassage: Postings;
  readonly byPage: Postings;
  readonly meaning: Meaning;
  readonly passagePlaces: Float32Array;
  readonly pagePlaces: Float32Array;
  /** How many links lead to each page. */
  readonly inbound: readonly number[];
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

/** Makes pages ready to be asked. A meaning that was learned from much the same pages may be given. */
export function shelve(pages: readonly Page[], learned?: Meaning): Library {
  const passages = pages.flatMap((page, at) => page.sections.flatMap((section) => passagesOf(section, at)));
  const known = pages.map(termsOfPage);
  const passageFields = passages.map(
    (passage): Fields & Record<"title" | "heading" | "above" | "body", string[]> => {
      const page = known[passage.page];
      return {
        title: page?.title ?? [],
        path: page?.path ?? [],
        description: page?.description ?? [],
        heading: termsOf(passage.heading),
        above: termsOf(passage.above.join(" ")),
        body: passage.texts.flatMap(termsOf),
      };
    },
  );
  const inbound = inboundTexts(pages);
  const pageFields = known.map((page, at) => ({
    ...page,
    headings: (pages[at]?.sections ?? []).flatMap(({ heading }) => termsOf(heading)),
    inbound: [...new Set(inbound[at])].flatMap(termsOf),
    body: [] as string[],
  }));
  passages.forEach(({ page }, at) => {
    for (const term of passageFields[at]?.body ?? []) pageFields[page]?.body.push(term);
  });
  const meant = passageFields.map(({ title, heading, above, body }) => [
    ...title,
    ...heading,
    ...heading,
    ...above,
    ...body,
  ]);
  const meaning = learned ?? learnMeaning(meant);
  return {
    pages,
    passages,
    byPassage: new Postings(passageFields, PASSAGE_RULES),
    byPage: new Postings(pageFields, PAGE_RULES),
    meaning,
    passagePlaces: placesOf(meaning, meant),
    pagePlaces: placesOf(
      meaning,
      pageFields.map(({ title, path, description, headings, inbound: texts, body }) => [
        ...[title, title, title, description, description, headings, headings, texts, path, body].flat(),
      ]),
    ),
    inbound: inbound.map(({ length }) => length),
  };
}

function termsOfPage({ id, title, description, formerly }: Page) {
  return {
    title: termsOf(title),
    path: termsOf(pathWords(id)),
    description: termsOf(description),
    formerly: termsOf(formerly.map((path) => pathWords(path.split("/").at(-1) ?? "")).join(" ")),
  };
}

const pathWords = (path: string): string => path.replace(/\d+-/g, "").replace(/[-_/.]/g, " ");

function placesOf(meaning: Meaning, texts: readonly (readonly string[])[]): Float32Array {
  const places = new Float32Array(texts.length * meaning.dimensions);
  texts.forEach((terms, at) => places.set(placeOf(meaning, countsOf(terms)), at * meaning.dimensions));
  return places;
}

/** A section whole, or in parts of a readable length; each row of its tables stands for itself as well. */
function passagesOf({ heading, above, anchor, blocks }: Section, page: number): Passage[] {
  const place = { page, heading, above, anchor };
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
  const rows = blocks.flatMap(({ kind, text }): Passage[] =>
    kind === "row" ? [{ ...place, texts: [text], kind: "row" }] : [],
  );
  return [...parts.map((texts): Passage => ({ ...place, texts, kind: "section" })), ...rows];
}
