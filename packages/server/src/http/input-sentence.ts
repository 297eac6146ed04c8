import type { z } from "zod";

/** What is wrong with a field and what to do, where the contract has no words of its own for it. */
export function inputSentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "This is missing." : `This must be ${kindOf(issue.expected)}.`;
    case "too_big":
      return tooMuch(issue);
    case "too_small":
      return tooLittle(issue);
    case "invalid_value":
      return `This must be ${issue.values.length === 1 ? "" : "one of: "}${issue.values.map(String).join(", ")}.`;
    case "invalid_format":
      return FORMATS[issue.format] ?? "This is not written as it must be.";
    case "not_multiple_of":
      return `This must be a multiple of ${issue.divisor}.`;
    case "unrecognized_keys":
      return `There is no field ${issue.keys.join(", ")} here. Leave it out.`;
    case "invalid_union":
      return `This has none of the forms it may have. ${said(issue.errors.flat())}`.trim();
    case "invalid_key":
      return `A name in this is not as it must be. ${said(issue.issues)}`.trim();
    case "invalid_element":
    case "custom":
      return "This is not as it must be.";
  }
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

function kindOf(expected: string): string {
  return KINDS[expected] ?? "of another kind";
}

const FORMATS: Readonly<Record<string, string>> = {
  datetime: "Write an instant such as 2026-01-05T10:00:00Z.",
  date: "Write a day such as 2026-01-05.",
  email: "Write an e-mail address such as ana@example.com.",
  url: "Write a web address such as https://example.com.",
  uuid: "Write an id as we gave it to you.",
};

const isList = (origin: string): boolean => origin === "array" || origin === "set" || origin === "record";

type Above = Pick<z.core.$ZodIssueTooBig, "origin" | "maximum" | "inclusive">;
type Below = Pick<z.core.$ZodIssueTooSmall, "origin" | "minimum" | "inclusive">;

function tooMuch({ origin, maximum, inclusive }: Above): string {
  if (origin === "string") return `This is longer than ${maximum} characters. Shorten it.`;
  if (isList(origin)) return `This has more entries than the ${maximum} it may have. Send fewer.`;
  return inclusive === false ? `This must be less than ${maximum}.` : `This is more than ${maximum}.`;
}

function tooLittle({ origin, minimum, inclusive }: Below): string {
  if (origin === "string" && Number(minimum) === 1) return "This is empty. Fill it in.";
  if (origin === "string") return `This is shorter than ${minimum} characters.`;
  if (isList(origin)) return `This has fewer entries than the ${minimum} it needs.`;
  return inclusive === false ? `This must be more than ${minimum}.` : `This is less than ${minimum}.`;
}

/** What was said of the parts, each sentence once. */
function said(issues: readonly { readonly message: string }[]): string {
  return [...new Set(issues.map(({ message }) => message))].join(" ");
}
