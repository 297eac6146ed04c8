import type { Key, Shape } from "../grammar/shape.ts";

/** The block that defines a kind of thing, ready to be printed; null when no block of `policy.yaml` does. */
export type WhereOf = (kind: string) => string | null;

/** Kinds whose ids no block of `policy.yaml` defines. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  zone: "a time zone by its city, such as `Europe/Berlin`",
  holidays: "the name of a list in `holidays/`",
  clause: "the id of a section of the page",
};

const code = (words: string): string => `\`${words}\``;

/** How a value is written, in words. */
export function writtenAs({ describes, wanted }: Shape<unknown>, whereOf: WhereOf): string {
  switch (describes?.kind) {
    case "scalar": {
      const ids = describes.refersTo.map((kind) => idIn(kind, whereOf));
      return ids.length === 0 ? wanted : [...ids, ...describes.words.map(code)].join(" or ");
    }
    case "choice":
      return `${describes.words.length > 1 ? "one of " : ""}${describes.words.map(code).join(", ")}`;
    case "list": {
      const item = writtenAs(describes.item, whereOf);
      return describes.mayStandAlone ? `${item}; or a list of them` : `a list of ${item}`;
    }
    case "named": {
      if (describes.refersTo === null) return "a block of ids";
      const where = whereOf(describes.refersTo);
      return where === null ? "a block or list of ids" : `a block or list of ids of ${where}`;
    }
    case "fields":
      return describes.short === null
        ? "a block"
        : `${shortForm(describes.keys, describes.short, whereOf)}, or a block`;
    case "either":
      return describes.shapes.map((one) => writtenAs(one, whereOf)).join("; or ");
    case "week":
    case "figures":
      return wanted;
    case "unread":
    case undefined:
      return "anything";
  }
}

function shortForm(keys: readonly Key[], short: string, whereOf: WhereOf): string {
  const found = keys.find((one) => one.key === short);
  return found === undefined ? code(short) : `${writtenAs(found.shape, whereOf)} (${code(short)})`;
}

function idIn(kind: string, whereOf: WhereOf): string {
  const where = whereOf(kind);
  return where === null ? (ELSEWHERE[kind] ?? "an id") : `an id of ${where}`;
}
