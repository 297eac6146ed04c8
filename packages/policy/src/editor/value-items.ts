import type { Description, Shape } from "../grammar/shape.ts";
import type { Completion } from "./completion.ts";
import { definitionsFor } from "./definitions.ts";
import { idItem, type Surroundings } from "./key-items.ts";
import { alternatives } from "./locate.ts";

const item = (word: string, kind: Completion["kind"], detail = ""): Completion => ({
  label: word,
  detail,
  apply: word,
  kind,
});

/** What can be written as a value: choices, ids, examples. */
export function valueItems(
  { describes, wanted }: Shape<unknown>,
  around: Surroundings,
): readonly Completion[] {
  switch (describes?.kind) {
    case "choice": {
      const others = describes.alsoWords.filter((word) => word !== "true" && word !== "false");
      return [...describes.words, ...others].map((word) => item(word, "choice"));
    }
    case "scalar":
      return scalarItems(wanted, describes, around);
    case "list": {
      if (!describes.mayStandAlone) return [];
      return alternatives(describes.item).flatMap((one) => valueItems(one, around));
    }
    case "named":
      return describes.refersTo === null ? [] : idsOf(describes.refersTo, around);
    case "fields": {
      const short = describes.keys.find((one) => one.key === describes.short);
      return short === undefined ? [] : alternatives(short.shape).flatMap((one) => valueItems(one, around));
    }
    case "either":
    case "week":
    case "figures":
    case "unread":
    case undefined:
      return [];
  }
}

function scalarItems(
  wanted: string,
  describes: Description & { readonly kind: "scalar" },
  around: Surroundings,
): readonly Completion[] {
  const ids = describes.refersTo.flatMap((kind) => idsOf(kind, around));
  const words = describes.words.map((word) => item(word, "choice"));
  const examples = [...wanted.matchAll(/`([^`]+)`/g)].map(([, word = ""]) =>
    item(word, "example", "an example"),
  );
  return ids.length > 0 ? [...ids, ...words] : [...words, ...examples];
}

function idsOf(kind: string, { path, known }: Surroundings): readonly Completion[] {
  if (kind === "zone") return ZONES;
  const ids = definitionsFor(known(), kind, path).map((one) => idItem(one));
  return kind === "fact" ? ids.flatMap((one) => [one, notSo(one)]) : ids;
}

/** Conditions are made of facts that hold and facts that do not. */
const notSo = (fact: Completion): Completion => ({
  ...fact,
  label: `not ${fact.label}`,
  apply: `not ${fact.apply}`,
});

/** The zones that the runtime knows: an editor's list, which no policy's meaning rests on. */
const ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => item(zone, "id"));
