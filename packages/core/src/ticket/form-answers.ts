import { parseInstant } from "@troth/business-time";
import { DESK_FIELDS, type FormChoice, type FormField, formFieldsOf, type Policy } from "@troth/policy";
import type { Refused } from "../reasons.ts";
import { wordsIn } from "../says-something.ts";

/** What is wrong in a request, and at which field. */
export type Invalid = Refused & { readonly path: string };

/** Answers to the fields of the policy's form, by the field's id. */
export type FormAnswers = Readonly<Record<string, string>>;

/** Uploads for the fields that ask for files, by the field's id. */
export type FormFiles = Readonly<Record<string, readonly string[]>>;

/** One answer as the desk shows it: under the label that the customer saw. */
export type AnsweredField = { readonly name: string; readonly value: string };

const OF_THE_DESK: ReadonlySet<string> = new Set(DESK_FIELDS);

/** Whether the form draws this field as one of the policy's own. */
export function isOwnField({ id }: Pick<FormField, "id">): boolean {
  return !OF_THE_DESK.has(id);
}

/** What the policy asks the customer to allow, e.g. access to data: a question like others, never demanded. */
export function consentField({ form }: Policy): FormField[] {
  if (form?.consent == null || form.fields.some(({ id }) => id === "consent")) return [];
  const everywhere = { categories: null, severities: null, products: null, plans: null };
  const asked = { id: "consent", label: form.consent, help: null, choices: [], isRequired: false } as const;
  return [{ ...asked, kind: "yes-no", ...everywhere }];
}

/** What the form asks of a request beside what every request says. */
export function askedFields(policy: Policy, choice: FormChoice): readonly FormField[] {
  return [...formFieldsOf(policy, choice).filter(isOwnField), ...consentField(policy)];
}

/** Severity and product may be left out, unless the policy's form demands them. */
export function invalidChoices(policy: Policy, choice: FormChoice): Invalid[] {
  return formFieldsOf(policy, choice).flatMap(({ id, label, isRequired }): Invalid[] => {
    const isLacking = isRequired && (id === "severity" || id === "product") && choice[id] === null;
    return isLacking
      ? [
          {
            path: id,
            reason: "choice-missing",
            message: `“${label}” is asked for here. Choose one.`,
            facts: { label },
          },
        ]
      : [];
  });
}

/** What is wrong with the answers, by field; what the form does not ask for is refused, so that nothing is lost. */
export function invalidAnswers(fields: readonly FormField[], answers: FormAnswers): Invalid[] {
  const invalid = fields.flatMap((field): Invalid[] => {
    const unfit = problemWith(field, Object.hasOwn(answers, field.id) ? answers[field.id] : undefined);
    return unfit === null ? [] : [{ path: `answers.${field.id}`, ...unfit }];
  });
  for (const id of Object.keys(answers)) {
    if (fields.some((field) => field.id === id)) continue;
    const known = fields.map((field) => field.id).join(", ");
    const message = `The form asks no «${id}» here. ${known === "" ? "It asks nothing more." : `It asks ${known}.`}`;
    invalid.push({ path: `answers.${id}`, reason: "not-asked-here", message, facts: { field: id } });
  }
  return invalid;
}

function problemWith(
  { label, isRequired, kind, choices }: FormField,
  given: string | undefined,
): Refused | null {
  const facts = { label };
  const answer = wordsIn(given);
  if (kind === "files") {
    const message = `“${label}” is answered with files. Upload them.`;
    return answer === "" ? null : { reason: "answer-is-a-file", message, facts };
  }
  if (answer === "") {
    const message = `“${label}” is asked for here. Write a few words.`;
    return isRequired ? { reason: "answer-asked", message, facts } : null;
  }
  switch (kind) {
    case "choice": {
      const known = choices.join(", ");
      const message = `“${label}” is one of: ${known}.`;
      if (choices.includes(answer)) return null;
      return { reason: "answer-among", message, facts: { label, choices: known } };
    }
    case "yes-no": {
      const message = `“${label}” is answered with yes or no.`;
      return answer === "yes" || answer === "no" ? null : { reason: "answer-yes-or-no", message, facts };
    }
    case "instant": {
      const message = `“${label}” is a date and time, such as 2026-03-02T09:30:00Z.`;
      return isInstant(answer) ? null : { reason: "answer-is-a-time", message, facts };
    }
    case "text":
    case "long-text":
      return null;
  }
}

/** What is wrong with the files, by field: one that is asked for lacks them, or none is asked for there. */
export function invalidFiles(fields: readonly FormField[], files: FormFiles): Invalid[] {
  const asking = fields.filter(({ kind }) => kind === "files");
  const lacking = asking.filter(({ id, isRequired }) => isRequired && filesOf(files, id).length === 0);
  const unasked = Object.keys(files).filter((id) => !asking.some((field) => field.id === id));
  return [
    ...lacking.map(
      ({ id, label }): Invalid => ({
        path: `files.${id}`,
        reason: "file-asked",
        facts: { label },
        message: `“${label}” is asked for here. Attach at least one file.`,
      }),
    ),
    ...unasked.map(
      (id): Invalid => ({
        path: `files.${id}`,
        reason: "files-not-asked",
        facts: { field: id },
        message: `The form asks no files «${id}» here. Send them along as attachments.`,
      }),
    ),
  ];
}

/** The files under the labels of the fields that asked for them. */
export function answeredFiles(
  fields: readonly FormField[],
  files: FormFiles,
): readonly { readonly name: string; readonly files: readonly string[] }[] {
  return fields.flatMap(({ id, label, kind }) => {
    const found = kind === "files" ? filesOf(files, id) : [];
    return found.length === 0 ? [] : [{ name: label, files: found }];
  });
}

const filesOf = (files: FormFiles, id: string): readonly string[] =>
  Object.hasOwn(files, id) ? (files[id] ?? []) : [];

function isInstant(text: string): boolean {
  try {
    parseInstant(text);
    return true;
  } catch {
    return false;
  }
}

/** The answers under their labels, in the order of the form; what was left empty is left out. */
export function answeredFields(fields: readonly FormField[], answers: FormAnswers): AnsweredField[] {
  return fields.flatMap(({ id, label }) => {
    const value = Object.hasOwn(answers, id) ? wordsIn(answers[id]) : "";
    return value === "" ? [] : [{ name: label, value }];
  });
}
