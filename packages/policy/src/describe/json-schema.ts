import type { Description, Key, Shape } from "../grammar/shape.ts";
import { innerShapes, kindsOf } from "./rows.ts";
import { snippetsOf } from "./snippets.ts";
import { writtenAs } from "./written-as.ts";

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

const DRAFT = "https://json-schema.org/draft/2020-12/schema";

/** YAML takes `3` and `true` for no text; the policy language takes every scalar for text. */
const SCALAR: JsonSchema = { type: ["string", "number", "boolean"] };

const DAY = "(mon|tue|wed|thu|fri|sat|sun)";
const WEEKDAYS = `^(daily|${DAY}(-${DAY})?(, *${DAY}(-${DAY})?)*)$`;

/** What an editor needs to complete and to check a file of the folder, made from the shape that the compiler reads. */
export function jsonSchemaOf(
  shape: Shape<unknown>,
  about: { readonly title: string; readonly description: string },
): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const body = schemaWriter(shape, definitions);
  return { $schema: DRAFT, ...about, ...body, $defs: definitions };
}

/** Writes the schema; shapes that stand at several places stand once, among the definitions. */
function schemaWriter(root: Shape<unknown>, definitions: Record<string, JsonSchema>): JsonSchema {
  const uses = usesOf(root);
  const kinds = kindsOf(root);
  const whereOf = (kind: string) => (kinds.has(kind) ? `\`${kinds.get(kind)}\`` : null);
  const names = new Map<Shape<unknown>, string>();

  function schemaOf(shape: Shape<unknown>, name: string): JsonSchema {
    const isShared = (uses.get(shape) ?? 0) > 1 && shape.describes?.kind !== "scalar";
    if (!isShared) return bodyOf(shape, name);
    const known = names.get(shape);
    if (known !== undefined) return { $ref: `#/$defs/${known}` };
    const like = Object.keys(definitions).filter((one) => one.replace(/-\d+$/, "") === name).length;
    const own = like === 0 ? name : `${name}-${like + 1}`;
    names.set(shape, own);
    definitions[own] = {};
    definitions[own] = bodyOf(shape, name);
    return { $ref: `#/$defs/${own}` };
  }

  function bodyOf({ describes, wanted }: Shape<unknown>, name: string): JsonSchema {
    switch (describes?.kind) {
      case undefined:
      case "unread":
        return {};
      case "scalar":
        return withExamples([...examplesIn(wanted), ...describes.words]);
      case "choice":
        return { enum: [...describes.words, ...describes.alsoWords].flatMap(asYamlReads) };
      case "list": {
        const list = { type: "array", items: schemaOf(describes.item, name) };
        return describes.mayStandAlone ? { anyOf: [schemaOf(describes.item, name), list] } : list;
      }
      case "named": {
        const block = { type: "object", additionalProperties: schemaOf(describes.value, name) };
        const items = mayBeEmpty(describes.value) ? { anyOf: [SCALAR, block] } : block;
        return { anyOf: [block, { type: "array", items }] };
      }
      case "fields":
        return fieldsSchema(describes, name);
      case "either":
        return { anyOf: describes.shapes.map((one) => schemaOf(one, name)) };
      case "week": {
        const hours = schemaOf(describes.hours, name);
        return { type: "object", propertyNames: { pattern: WEEKDAYS }, additionalProperties: hours };
      }
      case "figures": {
        const cell = withExamples(examplesIn(wanted));
        const row = { type: "object", additionalProperties: cell };
        return { anyOf: [cell, { type: "object", additionalProperties: { anyOf: [cell, row] } }] };
      }
    }
  }

  function fieldsSchema(
    { keys, short }: Description & { readonly kind: "fields" },
    name: string,
  ): JsonSchema {
    const required = keys.filter((one) => one.isNeeded).map((one) => one.key);
    const block = {
      type: required.length === 0 ? ["object", "null"] : "object",
      properties: Object.fromEntries(keys.map((one) => [one.key, keySchema(one)])),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
    };
    const alone = keys.find((one) => one.key === short);
    return alone === undefined ? block : { anyOf: [schemaOf(alone.shape, name), block] };
  }

  function keySchema({ key, about, isNeeded, shape }: Key): JsonSchema {
    const snippets = snippetsOf(shape);
    return {
      description: sentence(about),
      markdownDescription: `${isNeeded ? "**Needed.** " : ""}${sentence(about)}\n\nWritten as ${writtenAs(shape, whereOf)}.`,
      ...(snippets.length === 0 ? {} : { defaultSnippets: snippets }),
      ...schemaOf(shape, key),
    };
  }

  return bodyOf(root, "file");
}

function usesOf(root: Shape<unknown>): ReadonlyMap<Shape<unknown>, number> {
  const uses = new Map<Shape<unknown>, number>();
  const count = (shape: Shape<unknown>): void => {
    const before = uses.get(shape) ?? 0;
    uses.set(shape, before + 1);
    if (before === 0) innerShapes(shape).forEach(count);
  };
  count(root);
  return uses;
}

const examplesIn = (words: string): readonly string[] =>
  [...words.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word.replaceAll(/^"|"$/g, ""));

const withExamples = (examples: readonly string[]): JsonSchema =>
  examples.length === 0 ? SCALAR : { ...SCALAR, examples };

/** `true` and `3` as the language takes them are a truth and a number to a YAML editor. */
function asYamlReads(word: string): readonly unknown[] {
  if (word === "true" || word === "false") return [word, word === "true"];
  return /^\d+$/.test(word) ? [word, Number(word)] : [word];
}

/** Whether an id may stand with nothing behind it. */
const mayBeEmpty = ({ describes }: Shape<unknown>): boolean =>
  describes?.kind === "either" ||
  (describes?.kind === "fields" && describes.keys.every((one) => !one.isNeeded));

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
