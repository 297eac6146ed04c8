import type { z } from "zod";
import { Fail } from "../verbs/fail.ts";
import { inputSentence } from "./input-sentence.ts";

/** The input as the schema has it, or a refusal that names each field with a sentence for whoever sent it. */
export function readInput(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {}, { error: inputSentence });
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
