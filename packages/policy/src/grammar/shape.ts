import { suggestion } from "../source/nearest.ts";
import type { At, Place, Report } from "../source/report.ts";
import { type Entry, kindOf, type Tree } from "../source/tree.ts";

/**
 * One construct of the language: reads a node into a value, reporting what is wrong with it. `read` always
 * answers, with `empty` in place of what could not be read, so that the rest is still checked.
 */
export type Shape<T> = {
  /** What the author is asked for: “a text”, “yes or no”. */
  readonly wanted: string;
  /** What it says of itself. The JSON Schema, the language reference, completion and hover are made from it. */
  readonly describes?: Description;
  read(tree: Tree, report: Report): T;
  empty(at: Place): T;
};

/**
 * A shape for those that explain it instead of reading it. `refersTo` and `defines` name a kind of thing, such as
 * `plan`: ids that stand under a block that defines the kind can be written where something refers to it.
 */
export type Description =
  | { readonly kind: "scalar"; readonly refersTo: readonly string[]; readonly words: readonly string[] }
  | { readonly kind: "choice"; readonly words: readonly string[]; readonly alsoWords: readonly string[] }
  | { readonly kind: "list"; readonly item: Shape<unknown>; readonly mayStandAlone: boolean }
  | {
      readonly kind: "named";
      readonly value: Shape<unknown>;
      readonly defines: string | null;
      readonly refersTo: string | null;
    }
  | { readonly kind: "fields"; readonly keys: readonly Key[]; readonly short: string | null }
  | { readonly kind: "either"; readonly shapes: readonly Shape<unknown>[] }
  | { readonly kind: "week"; readonly hours: Shape<unknown> }
  | { readonly kind: "figures" }
  | { readonly kind: "unread" };

/** One key of a block, as the author writes it. */
export type Key = {
  readonly key: string;
  readonly isNeeded: boolean;
  readonly about: string;
  readonly shape: Shape<unknown>;
};

/** The same shape with a description of its own. */
export const described = <S extends Shape<unknown>>(shape: S, describes: Description): S => ({
  ...shape,
  describes,
});

const FREE: Description = { kind: "scalar", refersTo: [], words: [] };

/** The value that a shape reads. */
export type Read<S> = S extends Shape<infer T> ? T : never;

export type Named<T> = { readonly id: At<string>; readonly value: T };

export type Field<T> = { readonly isNeeded: boolean; readonly shape: Shape<T>; readonly about: string };
type Need<T> = Field<T> & { readonly isNeeded: true };
type May<T> = Field<T> & { readonly isNeeded: false };
type ValueOf<F> = F extends Need<infer T> ? T : F extends May<infer T> ? T | undefined : never;
export type Form<F> = { readonly at: Place } & { readonly [K in keyof F]: ValueOf<F[K]> };

/** A key that must be there. `about` says what it is for. */
export const need = <T>(shape: Shape<T>, about: string): Need<T> => ({ isNeeded: true, shape, about });

/** A key that may be left out. */
export const may = <T>(shape: Shape<T>, about: string): May<T> => ({ isNeeded: false, shape, about });

function wrong(tree: Tree, wanted: string, report: Report): void {
  report.add(
    "value-type",
    tree.at,
    `Here stands ${kindOf(tree)} where ${wanted} belongs.`,
    `Write ${wanted}.`,
  );
}

/** A scalar that `parse` understands; null from it is a finding, whose mend is what `meant` makes of the words. */
export function scalar<T>(
  wanted: string,
  parse: (text: string) => T | null,
  fallback: T,
  meant: (text: string) => string | null = () => null,
): Shape<At<T>> {
  return {
    wanted,
    describes: FREE,
    empty: (at) => ({ value: fallback, at }),
    read(tree, report) {
      if (tree.kind !== "text") {
        wrong(tree, wanted, report);
        return { value: fallback, at: tree.at };
      }
      const value = parse(tree.text);
      if (value === null) {
        const text = tree.text.slice(0, 80);
        const near = meant(text);
        const mend = near !== null && parse(near) !== null ? `Did you mean \`${near}\`?` : `Write ${wanted}.`;
        report.add("value-format", tree.at, `\`${text}\` is not ${wanted}.`, mend);
      }
      return { value: value ?? fallback, at: tree.at };
    },
  };
}

/** One of a few words, with spaces or hyphens, small or large. The words may be several to a meaning. */
export function choice<T>(options: ReadonlyMap<string, T>, fallback: T): Shape<At<T>> {
  const words = [...options.keys()];
  const wanted = `one of ${words.map((word) => `\`${word}\``).join(", ")}`;
  const first = words.filter(
    (word, index) => words.findIndex((one) => options.get(one) === options.get(word)) === index,
  );
  return {
    wanted,
    describes: { kind: "choice", words: first, alsoWords: words.filter((word) => !first.includes(word)) },
    empty: (at) => ({ value: fallback, at }),
    read(tree, report) {
      if (tree.kind !== "text") {
        wrong(tree, wanted, report);
        return { value: fallback, at: tree.at };
      }
      const written = tree.text.trim();
      const value = options.get(written) ?? options.get(written.toLowerCase().replaceAll(/[\s_]+/g, "-"));
      if (value === undefined) {
        report.add(
          "value-choice",
          tree.at,
          `\`${tree.text.slice(0, 80)}\` is not ${wanted}.`,
          suggestion(tree.text, words),
        );
      }
      return { value: value ?? fallback, at: tree.at };
    },
  };
}

/** A list, or one item standing alone. */
export function many<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    wanted: `${item.wanted}, or a list`,
    describes: { kind: "list", item, mayStandAlone: true },
    empty: () => [],
    read: (tree, report) =>
      tree.kind === "list" ? tree.items.map((one) => item.read(one, report)) : [item.read(tree, report)],
  };
}

/** A list only. */
export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    wanted: "a list",
    describes: { kind: "list", item, mayStandAlone: false },
    empty: () => [],
    read(tree, report) {
      if (tree.kind === "list") return tree.items.map((one) => item.read(one, report));
      wrong(tree, "a list", report);
      return [];
    },
  };
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

function entriesOf(tree: Tree, report: Report): readonly Entry[] {
  if (tree.kind === "map") return tree.entries;
  if (tree.kind !== "list") {
    wrong(tree, "a block of ids", report);
    return [];
  }
  return tree.items.flatMap((item): readonly Entry[] => {
    if (item.kind === "map") return item.entries;
    if (item.kind !== "text") {
      wrong(item, "an id", report);
      return [];
    }
    return [{ key: item.text, keyAt: item.at, value: { kind: "empty", at: item.at } }];
  });
}

/**
 * Ids with something to each: a block `id: …`, or a list of bare ids, which read as `id` with nothing more. `ids` says
 * what kind of thing the ids define here, or refer to.
 */
export function named<T>(
  value: Shape<T>,
  ids: { readonly defines?: string; readonly refersTo?: string } = {},
): Shape<readonly Named<T>[]> {
  return {
    wanted: "a block of ids",
    describes: { kind: "named", value, defines: ids.defines ?? null, refersTo: ids.refersTo ?? null },
    empty: () => [],
    read(tree, report) {
      const seen = new Set<string>();
      return entriesOf(tree, report).flatMap((entry): readonly Named<T>[] => {
        if (!NAME.test(entry.key)) {
          report.add(
            "value-format",
            entry.keyAt,
            `\`${entry.key.slice(0, 80)}\` cannot be an id.`,
            "Use letters, digits, hyphen, underscore and full stop, beginning with a letter or digit.",
          );
        }
        if (seen.has(entry.key)) {
          report.add("id-twice", entry.keyAt, `\`${entry.key}\` is listed twice.`, "Keep one of the two.");
          return [];
        }
        seen.add(entry.key);
        return [{ id: { value: entry.key, at: entry.keyAt }, value: value.read(entry.value, report) }];
      });
    },
  };
}

/** `defaultTier` in code is `default-tier:` in the file. */
const keyOf = (property: string): string => property.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`);

type Fields = Readonly<Record<string, Need<unknown> | May<unknown>>>;

/** A block of known keys. With `short`, a bare text stands for that one key. */
export function fields<F extends Fields>(known: F, short?: keyof F & string): Shape<Form<F>> {
  const keys = new Map(
    Object.entries(known).map(([property, field]) => [keyOf(property), { property, field }]),
  );
  const shape: Shape<Form<F>> = {
    wanted: short === undefined ? "a block of keys" : `a text or a block of keys`,
    describes: {
      kind: "fields",
      keys: Object.entries(known).map(([property, field]) => ({ ...field, key: keyOf(property) })),
      short: short === undefined ? null : keyOf(short),
    },
    empty(at) {
      const values = Object.entries(known).map(([property, field]) => [
        property,
        field.isNeeded ? field.shape.empty(at) : undefined,
      ]);
      // A value for each key of `known` by its own shape: what Form says, which no type can follow through entries.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return { at, ...Object.fromEntries(values) } as Form<F>;
    },
    read(tree, report) {
      const entries = entriesOfBlock(tree, short, report);
      if (entries === null) return shape.empty(tree.at);
      const values: Record<string, unknown> = {};
      for (const entry of entries) {
        const found = keys.get(entry.key);
        if (found === undefined) {
          report.add(
            "key-unknown",
            entry.keyAt,
            `\`${entry.key.slice(0, 80)}\` is not a key that belongs here.`,
            suggestion(entry.key, [...keys.keys()]),
          );
          continue;
        }
        values[found.property] = found.field.shape.read(entry.value, report);
      }
      for (const [key, { property, field }] of keys) {
        if (property in values || !field.isNeeded) continue;
        report.add(
          "key-missing",
          tree.at,
          `\`${key}:\` is missing here.`,
          `Add \`${key}:\`, ${field.about}.`,
        );
        values[property] = field.shape.empty(tree.at);
      }
      return { ...shape.empty(tree.at), ...values };
    },
  };
  return shape;
}

function entriesOfBlock(tree: Tree, short: string | undefined, report: Report): readonly Entry[] | null {
  if (tree.kind === "map") return tree.entries;
  if (tree.kind === "text" && short !== undefined) {
    return [{ key: keyOf(short), keyAt: tree.at, value: tree }];
  }
  if (tree.kind === "empty") return [];
  wrong(tree, short === undefined ? "a block of keys" : "a text or a block of keys", report);
  return null;
}

/** Whatever stands there, unread: for tables whose meaning depends on other keys. */
export const anything: Shape<Tree> = {
  wanted: "a figure or a table",
  describes: { kind: "unread" },
  empty: (at) => ({ kind: "empty", at }),
  read: (tree) => tree,
};
