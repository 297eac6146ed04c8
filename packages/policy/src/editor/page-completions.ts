import { DIRECTIVE_NAMES } from "../page/directives.ts";
import type { PolicyFiles } from "../types.ts";
import type { Completion, Completions } from "./completion.ts";
import { type Definition, definitionsFor, definitionsOf } from "./definitions.ts";
import { policyAsWritten } from "./policy-as-written.ts";
import { referencesOf } from "./references.ts";

/** References inside `{{ … }}`, directives behind `::`, what they are given, and sections behind `](#`. */
export function pageCompletions(files: PolicyFiles, text: string, offset: number): Completions | null {
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const reference = /\{\{ *([^{}]*)$/.exec(before)?.[1];
  if (reference !== undefined) return references(files, text, offset, reference);
  const section = /\]\(#([\w.-]*)$/.exec(before)?.[1];
  if (section !== undefined) {
    return inPlace(offset, section, definitionsFor(definitionsOf(files), "clause", []).map(idItem));
  }
  const name = /^::([\w-]*)$/.exec(before)?.[1];
  if (name !== undefined) return inPlace(offset, name, DIRECTIVE_NAMES.map(directive));
  const given = /^::([\w-]+)\{(?:[^{}]* )?(\w+)=([\w.-]*)$/.exec(before);
  if (given === null) return null;
  const [, owner = "", key = "", value = ""] = given;
  return inPlace(offset, value, definitionsFor(definitionsOf(files), kindOf(owner, key), []).map(idItem));
}

function references(files: PolicyFiles, text: string, offset: number, typed: string): Completions | null {
  const rest = /^[\w.-]*/.exec(text.slice(offset))?.[0] ?? "";
  const isClosed = /^[\w.-]* *\}\}/.test(text.slice(offset));
  const policy = policyAsWritten(files);
  const items = referencesOf(policy, definitionsOf(files)).map(
    ({ path, words }): Completion => ({
      label: path,
      detail: words,
      apply: isClosed ? path : `${path} }}`,
      kind: "reference",
    }),
  );
  return items.length === 0 ? null : { from: offset - typed.length, to: offset + rest.length, items };
}

function inPlace(offset: number, typed: string, items: readonly Completion[]): Completions | null {
  return items.length === 0 ? null : { from: offset - typed.length, to: offset, items };
}

const idItem = ({ id, name }: Definition): Completion => ({ label: id, detail: name, apply: id, kind: "id" });

const directive = (name: string): Completion => ({
  label: name,
  detail: `the table or list of ${name}`,
  apply: name,
  kind: "directive",
});

/** What a directive is given: `plan=` and `metric=` name their kind, `id=` is one of what the directive lists. */
function kindOf(name: string, key: string): string {
  if (key !== "id") return key;
  return name.endsWith("ies") ? `${name.slice(0, -3)}y` : name.replace(/s$/, "");
}
