import type { Prefill } from "@troth/ui/customer";

const MOST_CHARACTERS = 500;
const MOST_OPERATIONS = 5;

/**
 * What the console said about the page, as fields of the form and as facts that can be taken out. It comes from
 * another origin: every field is read as text or left out.
 */
export function prefillOf(context: object, category: string | null): Prefill {
  const facts = [
    fact("page", textAt(context, "page")),
    fact("region", textAt(context, "region")),
    fact("request id", textAt(context, "requestId")),
    ...operationsOf(context).map((operation) => fact("failed operation", operation)),
  ];
  return {
    category,
    project: textAt(context, "project"),
    branch: textAt(context, "branch"),
    endpoint: textAt(context, "endpoint"),
    facts: facts.filter((one) => one !== null),
  };
}

function fact(name: string, value: string | null): { name: string; value: string } | null {
  return value === null ? null : { name, value: value.slice(0, MOST_CHARACTERS) };
}

function textAt(from: object, name: string): string | null {
  const value: unknown = Reflect.get(from, name);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** “restore_branch op-8c1f, stopped at 40 %, 2026-07-02 19:21 UTC”: one line an operation. */
function operationsOf(context: object): string[] {
  const list: unknown = Reflect.get(context, "failedOperations");
  if (!Array.isArray(list)) return [];
  return list
    .slice(0, MOST_OPERATIONS)
    .filter((one: unknown): one is object => typeof one === "object" && one !== null)
    .map((one) => {
      const head = [textAt(one, "action"), textAt(one, "id")].filter(Boolean).join(" ");
      return [head, textAt(one, "target"), textAt(one, "error"), minuteOf(textAt(one, "at"))]
        .filter(Boolean)
        .join(", ");
    })
    .filter((line) => line !== "");
}

/** An instant to the minute; a text that is none stays as it is. */
function minuteOf(text: string | null): string | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? text : `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
