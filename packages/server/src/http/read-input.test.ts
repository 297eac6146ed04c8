import { type Route, routes } from "@troth/contract";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { Fail } from "../verbs/fail.ts";
import { readInput } from "./read-input.ts";

type Shape = {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
};

/** All that comes in anywhere, with the place it is told as. */
const INPUTS = Object.entries<Route>(routes).flatMap(([id, { params, query, body }]) =>
  Object.entries({ params, query, body }).flatMap(([part, schema]) => (schema ? [{ id, part, schema }] : [])),
);

const JUNK = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  fc.integer(),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom("", " ", "x".repeat(600), "x".repeat(1_000_001), "\u0000", "\ud800", "2026-13-01", "a@b"),
  fc.array(fc.jsonValue(), { maxLength: 120 }),
  fc.dictionary(fc.string({ maxLength: 250 }), fc.jsonValue(), { maxKeys: 4 }),
);

/** Values of a shape's own kind, each part of which may be junk instead. */
function nearly(shape: Shape, whole: Shape = shape): fc.Arbitrary<unknown> {
  const { $ref, properties, items, additionalProperties, anyOf, oneOf, type } = shape;
  const named = $ref === undefined ? undefined : whole.$defs?.[$ref.split("/").at(-1) ?? ""];
  if (named) return nearly(named, whole);
  const either = anyOf ?? oneOf;
  if (either) return fc.oneof(JUNK, ...either.map((one) => nearly(one, whole)));
  if (shape.enum) return fc.oneof(JUNK, fc.constantFrom(...shape.enum));
  if (properties) {
    const parts = Object.entries(properties).map(([name, part]) => [name, nearly(part, whole)]);
    return fc.oneof(
      { arbitrary: fc.record(Object.fromEntries(parts), { requiredKeys: [] }), weight: 9 },
      { arbitrary: JUNK, weight: 1 },
    );
  }
  if (items) return fc.oneof(JUNK, fc.array(nearly(items, whole), { maxLength: 60 }));
  if (typeof additionalProperties === "object")
    return fc.oneof(JUNK, fc.dictionary(fc.string({ maxLength: 220 }), nearly(additionalProperties, whole)));
  if (type === "string") {
    const long = shape.maxLength === undefined ? 12_000 : shape.maxLength + 1;
    return fc.oneof(JUNK, fc.string(), fc.constant("x".repeat(long)));
  }
  return fc.oneof(JUNK, fc.integer(), fc.double());
}

const RAW = /invalid|expected|received|undefined|\bnan\b|\bnull\b|zod|regex|pattern|too (big|small)|symbol/i;

/** Every sentence of the refusal, or none when the input was taken. */
function sentencesFor(schema: z.ZodType, value: unknown): string[] {
  try {
    readInput(schema, value, "the body");
    return [];
  } catch (error) {
    if (!(error instanceof Fail)) throw error;
    return (error.details.fields ?? []).map(({ message }) => message);
  }
}

test.each(INPUTS)(
  "$id refuses wrong $part in sentences of its own, none of them the library's",
  ({ schema }) => {
    const shape: Shape = JSON.parse(
      JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })),
    );
    fc.assert(
      fc.property(nearly(shape), (value) => {
        for (const sentence of sentencesFor(schema, value)) {
          // What the contract lists are its own words.
          expect(sentence.replace(/one of: .*\.$/, "one of.")).not.toMatch(RAW);
          expect(sentence).toMatch(/^[A-Z].*\.$/s);
        }
      }),
      { numRuns: 60 },
    );
  },
);

test.each([
  [
    z.object({ list: z.array(z.string()).min(1) }),
    { list: [] },
    "This has fewer entries than the 1 it needs.",
  ],
  [
    z.object({ list: z.array(z.string()).max(1) }),
    { list: ["", ""] },
    "This has more entries than the 1 it may have. Send fewer.",
  ],
  [z.object({ at: z.iso.date() }), { at: "soon" }, "Write a day such as 2026-01-05."],
  [z.object({ one: z.literal(1) }), { one: 2 }, "This must be 1."],
  [z.object({ n: z.number().int() }), { n: 0.5 }, "This must be a whole number."],
  [z.object({ n: z.number().positive() }), { n: 0 }, "This must be more than 0."],
  [z.object({ n: z.number().multipleOf(5) }), { n: 3 }, "This must be a multiple of 5."],
  [z.strictObject({ a: z.string() }), { a: "", b: 1 }, "There is no field b here. Leave it out."],
  [
    z.object({ a: z.union([z.string(), z.number()]) }),
    { a: true },
    "This has none of the forms it may have. This must be a text. This must be a number.",
  ],
  [
    z.record(z.string().max(2), z.string()),
    { long: "x" },
    "A name in this is not as it must be. This is longer than 2 characters. Shorten it.",
  ],
])("what is wrong is said, with what to do: %#", (schema, value, sentence) => {
  expect(sentencesFor(schema, value)).toEqual([sentence]);
});
