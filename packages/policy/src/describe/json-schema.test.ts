import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compilePolicy } from "../compile.ts";
import { generatedFiles } from "./generated.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const FOLDERS = globSync("policies/{*,examples/*}/policy.yaml", { cwd: ROOT }).map(dirname).toSorted();

function validator(path: string) {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false });
  ajv.addVocabulary(["markdownDescription", "defaultSnippets"]);
  return ajv.compile(JSON.parse(generatedFiles().get(path) ?? ""));
}

const isPolicy = validator("packages/policy/schema/policy.schema.json");
const isList = validator("packages/policy/schema/holidays.schema.json");

/** What the schema finds in a YAML text, as an editor reads it: the places. */
function wrongIn(validate: typeof isPolicy, text: string): readonly string[] {
  return validate(parse(text)) ? [] : (validate.errors ?? []).map((error) => error.instancePath);
}

describe("the JSON Schema of policies", () => {
  test.each(FOLDERS)("takes %s", (folder) => {
    expect(wrongIn(isPolicy, readFileSync(join(ROOT, folder, "policy.yaml"), "utf8"))).toEqual([]);
    const lists = globSync(join(ROOT, folder, "holidays/*.yaml"));
    expect(lists.flatMap((list) => wrongIn(isList, readFileSync(list, "utf8")))).toEqual([]);
  });

  const starter = readFileSync(join(ROOT, "policies/starter/policy.yaml"), "utf8");

  test.each([
    ["an unknown key", "email: ", "e-mail: ", ""],
    ["a key that is missing", "vendor: Acme\n", "", ""],
    ["a word that is no choice", "kind: ticket", "kind: tickets", "/channels/tickets/kind"],
    ["an unknown key deep down", "paid: no", "payed: no", "/pricing/free"],
    ["a weekday that is none", "{ mon-fri:", "{ mon-fry:", "/calendars/office-hours/open"],
    [
      "a block where a word belongs",
      "default-severity: low\nsev",
      "default-severity: { a: b }\nsev",
      "/default-severity",
    ],
    ["an answer that no reading has", "tie: late", "tie: perhaps", "/readings/tie"],
  ])("refuses %s", (_, from, to, place) => {
    expect(starter).toContain(from);
    expect(wrongIn(isPolicy, starter.replace(from, to))).toContain(place);
  });

  test("the key `$schema` may say where it is", () => {
    const named = `$schema: ./policy.schema.json\n${starter}`;
    expect(wrongIn(isPolicy, named)).toEqual([]);
    expect(compilePolicy({ "policy.yaml": named }).findings.map((one) => one.code)).not.toContain(
      "key-unknown",
    );
  });

  test("says of each key what it is for", () => {
    const schema = JSON.parse(generatedFiles().get("packages/policy/schema/policy.schema.json") ?? "");
    expect(schema.properties.plans.markdownDescription).toBe(
      "**Needed.** The support plans, lowest first.\n\nWritten as a block of ids.",
    );
  });
});

test("the schema that the starter policy names is where it says", () => {
  const path =
    /\$schema=(\S+)/.exec(readFileSync(join(ROOT, "policies/starter/policy.yaml"), "utf8"))?.[1] ?? "";
  expect(existsSync(join(ROOT, "policies/starter", path))).toBe(true);
});
