import { asWritten, type Change, changeAt, compose, joined, type Said, type Spot } from "./change.ts";
import { keyWords, yesNo } from "./words.ts";

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Fields that place or count a fact but are no fact themselves. */
const SILENT = new Set(["clause", "rank", "number", "promise", "policyVersion"]);

/** Fields that a thing which comes or goes as a whole is not introduced by. */
const DETAILS = new Set(["id", "decided", "kind", "isIssue"]);

/** Nothing stated, in any of the ways a compiled policy says so. An older one may lack the field itself. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isPlain(value) && Object.values(value).every(isNothing);
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other || (isNothing(one) && isNothing(other))) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  if (!isPlain(one) || !isPlain(other)) return false;
  return keysOf(one, other).every((key) => isSame(one[key], other[key]));
}

const keysOf = (one: Plain, other: Plain): string[] =>
  [...new Set([...Object.keys(other), ...Object.keys(one)])].filter((key) => !SILENT.has(key));

const textIn = (value: Plain, ...keys: readonly string[]): string | null => {
  for (const key of keys) {
    const text = value[key];
    if (typeof text === "string" && text !== "") return text;
  }
  return null;
};

/** What an item of a list is called: its name or its words, else its id. */
const nameOf = (value: Plain): string => textIn(value, "name", "label", "title", "text", "note", "id") ?? "";

/** Any value in one line of words. */
export function valueWords(value: unknown): Said {
  if (typeof value === "boolean") return compose((locale) => yesNo[locale][value ? 1 : 0]);
  if (typeof value === "string") return asWritten(value);
  if (typeof value === "number") return compose((locale) => new Intl.NumberFormat(locale).format(value));
  if (Array.isArray(value)) {
    const items = value.map(valueWords);
    return compose((locale) =>
      joined(
        items.map((item) => item[locale]),
        locale,
      ),
    );
  }
  if (!isPlain(value)) return { en: "nothing", de: "nichts" };
  const said = Object.entries(value).filter(
    ([key, one]) => !SILENT.has(key) && !DETAILS.has(key) && !isNothing(one),
  );
  const name = textIn(value, "name", "label", "text");
  if (said.length === 0) return asWritten(nameOf(value));
  return compose((locale) =>
    said
      .map(([key, one]) => (one === name ? name : `${keyWords(key)[locale]}: ${valueWords(one)[locale]}`))
      .join(", "),
  );
}

const words = (value: unknown): Said | null =>
  isNothing(value) && value !== false ? null : valueWords(value);

/** The spot of a part: “Standard” becomes “Standard, contacts”. */
export function partOf(spot: Spot, id: string, label: Said): Spot {
  return {
    ...spot,
    id: `${spot.id}/${id}`,
    label: compose((locale) => `${spot.label[locale]}, ${label[locale]}`),
  };
}

type Item = Plain & { readonly id: string };
const isItems = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.every((item) => isPlain(item) && typeof item["id"] === "string");

/** Two lists of things with ids, each with its partner; in the order of the later, then what is gone. */
export function paired<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly { readonly id: string; readonly before: T | null; readonly after: T | null }[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Set(after.map((item) => item.id));
  return [
    ...after.map((item) => ({ id: item.id, before: old.get(item.id) ?? null, after: item })),
    ...before.filter((item) => !now.has(item.id)).map((item) => ({ id: item.id, before: item, after: null })),
  ];
}

function itemChanges(spot: Spot, before: readonly Item[], after: readonly Item[]): Change[] {
  const changes = paired(before, after).flatMap(({ id, before: old, after: now }): Change[] => {
    const at = { ...spot, id: `${spot.id}/${id}`, subject: { ...spot.subject, id } };
    if (old === null || now === null) return [changeAt(at, words(old), words(now))];
    return partChanges(partOf(spot, id, asWritten(nameOf(now))), old, now, at.subject);
  });
  const order = (items: readonly Item[], others: readonly Item[]) =>
    items.filter(({ id }) => others.some((other) => other.id === id));
  const [oldOrder, newOrder] = [order(before, after), order(after, before)];
  if (oldOrder.every(({ id }, index) => newOrder[index]?.id === id)) return changes;
  const names = (items: readonly Item[]) => compose((locale) => joined(items.map(nameOf), locale));
  const label = compose((locale) => (locale === "de" ? "Reihenfolge" : "order"));
  return [...changes, changeAt(partOf(spot, "order", label), names(oldOrder), names(newOrder))];
}

function partChanges(spot: Spot, before: Plain, after: Plain, subject: Change["subject"]): Change[] {
  return keysOf(before, after).flatMap((key) => {
    const isName = typeof after[key] === "string" && after[key] === nameOf(after) && key !== "id";
    const label = isName ? spot.label : partOf(spot, key, keyWords(key)).label;
    return valueChanges({ ...spot, id: `${spot.id}/${key}`, label, subject }, before[key], after[key]);
  });
}

/**
 * Every difference between two values of which nothing is known but that people wrote them. Lists of things with
 * ids are matched by id, so that a new name is no removal; all else is set against each other as words.
 */
export function valueChanges(spot: Spot, before: unknown, after: unknown): Change[] {
  if (isSame(before, after)) return [];
  if (isNothing(before) || isNothing(after)) {
    if (isItems(before ?? []) && isItems(after ?? [])) {
      return itemChanges(spot, isItems(before) ? before : [], isItems(after) ? after : []);
    }
    const isFlag = typeof before === "boolean" || typeof after === "boolean";
    return [
      isFlag
        ? changeAt(spot, valueWords(before ?? false), valueWords(after ?? false))
        : changeAt(spot, words(before), words(after)),
    ];
  }
  if (isItems(before) && isItems(after)) return itemChanges(spot, before, after);
  if (isPlain(before) && isPlain(after)) return partChanges(spot, before, after, spot.subject);
  return [changeAt(spot, words(before), words(after))];
}
