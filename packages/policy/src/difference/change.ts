import type { Locale } from "../types.ts";

/** One text in every language of the desk. What an author wrote is the same in each. */
export type Said = Readonly<Record<Locale, string>>;

/** What a change is to the customer: `better` and `worse` only where that can be told for certain. */
export type ChangeKind = "better" | "worse" | "changed" | "added" | "removed";

/** The part of the policy a change belongs to, in the order in which differences are told. */
export const TOPICS = [
  "plans",
  "channels",
  "targets",
  "hours",
  "severities",
  "requests",
  "scope",
  "rules",
  "page",
] as const;
export type ChangeTopic = (typeof TOPICS)[number];

/** One difference between two versions of a policy, in the customer's words. */
export type Change = {
  /** Stable for the same change between any two versions, e.g. `targets/standard/any/2/first-response`. */
  readonly id: string;
  readonly topic: ChangeTopic;
  /** The support plan it is about, as the later version names it; null when it is about every customer. */
  readonly plan: { readonly id: string; readonly name: string } | null;
  /** What changed: `plan`, `pricing`, `channel`, `severity` …, with the author's id. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly kind: ChangeKind;
  /** Null where there was nothing before. */
  readonly before: Said | null;
  /** Null where nothing is left. */
  readonly after: Said | null;
  /** The whole change in one sentence without markup. */
  readonly sentence: Said;
};

/** Builds a text in each language. */
export const compose = (make: (locale: Locale) => string): Said => ({ en: make("en"), de: make("de") });

/** A text that is the same in every language: a name, an author's sentence. */
export const asWritten = (text: string): Said => ({ en: text, de: text });

export const said = (en: string, de: string): Said => ({ en, de });

/** “a”, “a and b”, “a, b and c”. */
export function joined(items: readonly string[], locale: Locale): string {
  const and = locale === "de" ? "und" : "and";
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1)}`;
}

/** Where a change stands: all of it but what changed. */
export type Spot = {
  readonly id: string;
  readonly topic: ChangeTopic;
  readonly plan: Change["plan"];
  readonly subject: Change["subject"];
  /** What the sentence begins with: “Severity 2 on Standard”. */
  readonly label: Said;
};

/** Longer than this, a text is not set against the old one in one sentence. */
const LONGEST = 80;

const isLong = (text: Said | null): boolean => (text?.en.length ?? 0) > LONGEST;

function sentenceOf({ label }: Spot, before: Said | null, after: Said | null): Said {
  if (before === null && after !== null)
    return compose((locale) => `${NEW[locale](label[locale])}: ${after[locale]}`);
  if (after === null && before !== null)
    return compose((locale) => `${GONE[locale](label[locale])}: ${before[locale]}`);
  if (before === null || after === null) return label;
  return isLong(before) || isLong(after)
    ? compose((locale) => `${NOW[locale](label[locale])}: ${after[locale]}`)
    : compose((locale) => `${label[locale]}: ${before[locale]} → ${after[locale]}`);
}

type Phrase = Readonly<Record<Locale, (label: string) => string>>;
const NEW: Phrase = { en: (label) => `${label}, new`, de: (label) => `${label}, neu` };
const GONE: Phrase = { en: (label) => `${label}, no longer`, de: (label) => `${label}, entfällt` };
const NOW: Phrase = { en: (label) => `${label}, new wording`, de: (label) => `${label}, neuer Wortlaut` };

/** A change at a spot. Its kind follows from what is missing on a side, else it is `otherwise`. */
export function changeAt(
  spot: Spot,
  before: Said | null,
  after: Said | null,
  given: { readonly otherwise?: ChangeKind; readonly sentence?: Said } = {},
): Change {
  const { label: _, ...rest } = spot;
  const kind = before === null ? "added" : after === null ? "removed" : (given.otherwise ?? "changed");
  return { ...rest, kind, before, after, sentence: given.sentence ?? sentenceOf(spot, before, after) };
}
