import type { z } from "zod";
import { Fail } from "../verbs/fail.ts";

/** The input as the schema has it, or a refusal that names each field with a sentence for whoever sent it. */
export function readInput(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {}, { error: sentenceOf });
  if (!result.success) {
    throw refusal(
      where,
      result.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
    );
  }
  const path = unkeepableIn(result.data, "");
  if (path === null) return result.data;
  throw refusal(where, [{ path, message: "This contains a NUL or half a character. Remove it." }]);
}

type Field = { readonly path: string; readonly message: string };

function refusal(where: string, fields: readonly Field[]): Fail {
  const [first] = fields;
  const told = first?.path ? `${first.path}: ${first.message}` : (first?.message ?? "");
  return new Fail("invalid", `Something in ${where} is not as it must be. ${told}`, { fields });
}

/** Path of the first text that could not be given back as it came: no column takes a NUL or a lone surrogate. */
function unkeepableIn(value: unknown, path: string): string | null {
  if (typeof value === "string") return value.includes("\u0000") || !value.isWellFormed() ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, one] of Object.entries(value)) {
    const inner = path === "" ? name : `${path}.${name}`;
    const found = unkeepableIn(name, path) ?? unkeepableIn(one, inner);
    if (found !== null) return found;
  }
  return null;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** What is wrong with a field, where the contract has no words of its own for it. */
function sentenceOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "This is missing."
        : `This must be ${KINDS[issue.expected] ?? issue.expected}.`;
    case "too_big":
      return issue.origin === "string"
        ? `This is longer than ${issue.maximum} characters. Shorten it.`
        : `This is more than ${issue.maximum}.`;
    case "too_small":
      if (issue.origin === "string" && Number(issue.minimum) === 1) return "This is empty. Fill it in.";
      return issue.origin === "string"
        ? `This is shorter than ${issue.minimum} characters.`
        : `This is less than ${issue.minimum}.`;
    case "invalid_value":
      return `This must be one of: ${issue.values.map(String).join(", ")}.`;
    case "invalid_format":
      return issue.format === "datetime"
        ? "Write an instant such as 2026-01-05T10:00:00Z."
        : "This is not written as it must be.";
    case "custom":
    case "invalid_element":
    case "invalid_key":
    case "invalid_union":
    case "not_multiple_of":
    case "unrecognized_keys":
      return "This is not as it must be.";
  }
}
