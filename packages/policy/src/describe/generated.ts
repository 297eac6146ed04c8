import { holidayFile } from "../grammar/holidays.ts";
import { policyFile } from "../grammar/policy-file.ts";
import { type JsonSchema, jsonSchemaOf } from "./json-schema.ts";
import { languageReference } from "./reference.ts";

/** Files of the repository that are made from the grammar, by path; `npm run generate` writes them. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const policy = jsonSchemaOf(policyFile, {
    title: "Support policy",
    description: "The facts of a support policy: policy.yaml of a policy folder.",
  });
  const holidays = jsonSchemaOf(holidayFile, {
    title: "Holidays",
    description: "A dated list of holidays: holidays/NAME.yaml of a policy folder.",
  });
  return new Map([
    ["packages/policy/schema/policy.schema.json", printed(policy)],
    ["packages/policy/schema/holidays.schema.json", printed(holidays)],
    ["docs/reference/language.md", languageReference()],
  ]);
}

/** One line for each key and each shared shape, so that a change of the grammar is a small difference. */
function printed(schema: JsonSchema): string {
  const lines = (value: unknown, indent: string): string =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? `{\n${Object.entries(value)
          .map(([key, inner]) => `${indent}  ${JSON.stringify(key)}: ${JSON.stringify(inner)}`)
          .join(",\n")}\n${indent}}`
      : JSON.stringify(value);
  const parts = Object.entries(schema).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${lines(value, "  ")}`,
  );
  return `{\n${parts.join(",\n")}\n}\n`;
}
