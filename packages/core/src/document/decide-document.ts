import { saysSomething } from "../says-something.ts";
import type { Invalid } from "../ticket/form-answers.ts";
import { DOCUMENT_SECTIONS } from "../vocabulary.ts";
import type { CauseDocument, Sections } from "./events.ts";

const MISSING: Readonly<Record<keyof Sections, string>> = {
  happened: "Say what happened: one sentence is enough.",
  impact: "Say whom it touched, and how; if nobody, say that.",
  cause: "Say what the cause was, or that it is not known yet.",
  changed: "Say what you changed so that it does not come back, or that nothing was changed.",
};

export type NextVersion = {
  readonly sections: Sections;
  /** What changes against the version before; read beside its date. */
  readonly change: string;
  readonly isOnStatusPage: boolean;
};

/** Why a document cannot be published as it stands; empty when it can. Each part says something. */
export function invalidVersion(
  { about, published }: Pick<CauseDocument, "about" | "published">,
  { sections, change, isOnStatusPage }: NextVersion,
): readonly Invalid[] {
  const invalid: Invalid[] = DOCUMENT_SECTIONS.filter((part) => !saysSomething(sections[part])).map(
    (part) => ({
      path: `sections.${part}`,
      reason: `part-missing-${part}` as const,
      message: MISSING[part],
    }),
  );
  if (published > 0 && !saysSomething(change))
    invalid.push({
      path: "change",
      reason: "change-missing",
      message: "Say in a line what changed since the version before.",
    });
  if (published === 0 && saysSomething(change))
    invalid.push({
      path: "change",
      reason: "change-needless",
      message: "The first version changes nothing. Leave the line out.",
    });
  if (isOnStatusPage && about.kind === "ticket")
    invalid.push({
      path: "isOnStatusPage",
      reason: "not-on-status-page",
      message: "A ticket is its customer's alone. Only an incident's document can be on the status page.",
    });
  return invalid;
}

/** Why a draft cannot be kept; empty when it can. An unfinished one can, one without a word cannot. */
export function invalidDraft(sections: Sections): readonly Invalid[] {
  const isEmpty = DOCUMENT_SECTIONS.every((part) => !saysSomething(sections[part]));
  return isEmpty
    ? [{ path: "sections.happened", reason: "draft-empty", message: "Write at least one word, then save." }]
    : [];
}
