import { asWritten, type Change, changeAt, compose, joined, type Said, type Spot, said } from "./change.ts";
import { keyWords, yesNo } from "./words.ts";

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Fields that place or count a fact but are no fact themselves. */
const SILENT = new Set(["aliases", "clause", "rank", "number", "promise", "policyVersion"]);

/** Fields that a thing which comes or goes as a whole is not introduced by. */
const DETAILS = new Set(["id", "decided", "kind", "isIssue", "proposedWhen", "exceptWhen"]);

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

const UNITS: Readonly<Record<string, readonly [en: string, de: string, many: string]>> = {
  minute: ["minute", "Minute", "Minuten"],
  hour: ["hour", "Stunde", "Stunden"],
  day: ["day", "Tag", "Tage"],
  week: ["week", "Woche", "Wochen"],
  month: ["month", "Monat", "Monate"],
  quarter: ["quarter", "Quartal", "Quartale"],
  year: ["year", "Jahr", "Jahre"],
};

const lasting = (amount: number, unit: string): Said => {
  const [en, de, many] = UNITS[unit] ?? [unit, unit, unit];
  return said(`${amount} ${en}${amount === 1 ? "" : "s"}`, `${amount} ${amount === 1 ? de : many}`);
};

const SIZES: readonly (readonly [ms: number, unit: string])[] = [
  [86_400_000, "day"],
  [3_600_000, "hour"],
  [60_000, "minute"],
];

/** Instants of this century and the last, apart from all other numbers of a policy. */
const isInstant = (value: number): boolean => value > 100_000_000_000;

function numberWords(value: number, key: string): Said {
  if (key.endsWith("Ms")) {
    const [size, unit] = SIZES.find(([ms]) => value >= ms && value % ms === 0) ?? [60_000, "minute"];
    return lasting(value / size, unit);
  }
  if (isInstant(value)) return asWritten(new Date(value).toISOString().slice(0, 10));
  return compose((locale) => new Intl.NumberFormat(locale).format(value));
}

/** A stretch of time (`amount`, `unit`) or a count in one (`count`, `per`); null for anything else. */
function shortWords(value: Plain): Said | null {
  const { amount, unit, count, per } = value;
  if (typeof amount === "number" && typeof unit === "string") return lasting(amount, unit);
  if (typeof per !== "string" || (typeof count !== "number" && count !== null)) return null;
  const what = compose((locale) => {
    if (count === null) return locale === "de" ? "unbegrenzt" : "unlimited";
    return typeof unit === "string" ? `${count} ${unit}` : String(count);
  });
  const period = UNITS[per] ?? [per, per];
  return per === "always" ? what : said(`${what.en} per ${period[0]}`, `${what.de} je ${period[1]}`);
}

/** Any value in one line of words; `key` is the field it stands in. */
export function valueWords(value: unknown, key = ""): Said {
  if (typeof value === "boolean") return compose((locale) => yesNo[locale][value ? 1 : 0]);
  if (typeof value === "string") return asWritten(value);
  if (typeof value === "number") return numberWords(value, key);
  if (Array.isArray(value)) {
    const items = value.map((item) => valueWords(item));
    return compose((locale) =>
      joined(
        items.map((item) => item[locale]),
        locale,
      ),
    );
  }
  if (!isPlain(value)) return { en: "nothing", de: "nichts" };
  const short = shortWords(value);
  if (short !== null) return short;
  const told = Object.entries(value).filter(
    ([field, one]) => !SILENT.has(field) && !DETAILS.has(field) && !isNothing(one),
  );
  const name = textIn(value, "name", "label", "text");
  if (told.length === 0) return asWritten(nameOf(value));
  return compose((locale) =>
    told
      .map(([field, one]) =>
        one === name ? name : `${keyWords(field)[locale]}: ${valueWords(one, field)[locale]}`,
      )
      .join(", "),
  );
}

const words = (value: unknown, key: string): Said | null =>
  isNothing(value) && value !== false ? null : valueWords(value, key);

/** The spot of a part: “Standard” becomes “Standard, contacts”. */
export function partOf(spot: Spot, id: string, label: Said): Spot {
  return {
    ...spot,
    id: `${spot.id}/${id}`,
    label: compose((locale) => `${spot.label[locale]}, ${label[locale]}`),
  };
}

type Item = Plain & { readonly id: string };
const isItem = (value: unknown): value is Item => isPlain(value) && typeof value["id"] === "string";

/** Things with ids, listed or by their ids; null for anything else. What is not stated is an empty list. */
function itemsOf(value: unknown): readonly Item[] | null {
  if (value === undefined || value === null) return [];
  const list = isPlain(value) ? Object.values(value) : value;
  return Array.isArray(list) && list.every(isItem) ? list : null;
}

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
    if (old === null || now === null) return [changeAt(at, words(old, ""), words(now, ""))];
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
    return valueChanges({ ...spot, id: `${spot.id}/${key}`, label, subject }, before[key], after[key], key);
  });
}

/**
 * Every difference between two values of which nothing is known but that people wrote them. Lists of things with
 * ids are matched by id, so that a new name is no removal; all else is set against each other as words.
 */
export function valueChanges(spot: Spot, before: unknown, after: unknown, key = ""): Change[] {
  if (isSame(before, after)) return [];
  const [old, now] = [itemsOf(before), itemsOf(after)];
  if (old !== null && now !== null) return itemChanges(spot, old, now);
  const isFlag = typeof before === "boolean" || typeof after === "boolean";
  if (isFlag && (isNothing(before) || isNothing(after))) {
    return [changeAt(spot, valueWords(before ?? false), valueWords(after ?? false))];
  }
  const isWhole =
    !isPlain(before) || !isPlain(after) || shortWords(before) !== null || shortWords(after) !== null;
  return isWhole
    ? [changeAt(spot, words(before, key), words(after, key))]
    : partChanges(spot, before, after, spot.subject);
}
