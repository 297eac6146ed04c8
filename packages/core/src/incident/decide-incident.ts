import type { Instant } from "@troth/policy";
import type { Refused } from "../reasons.ts";
import { saysSomething, wordsIn } from "../says-something.ts";
import type { Invalid } from "../ticket/form-answers.ts";
import type { IncidentState } from "../vocabulary.ts";
import type { Incident } from "./events.ts";

export type IncidentWord = {
  readonly state: IncidentState;
  readonly text: string;
  /** Until when the next word is promised; null when none is. */
  readonly nextUpdateBy: Instant | null;
};

/** Names as they are kept: trimmed, each once, none empty. */
export function namesOf(names: readonly string[]): string[] {
  return [...new Set(names.map(wordsIn).filter((name) => name !== ""))];
}

/** Why an incident cannot be declared as asked; empty when it can. */
export function invalidDeclaration(
  request: IncidentWord & { readonly title: string },
  now: Instant,
): readonly Invalid[] {
  return [
    ...(!saysSomething(request.title)
      ? [
          {
            path: "title",
            reason: "incident-untitled" as const,
            message: "Say in a few words what does not work.",
          },
        ]
      : []),
    ...(request.state === "resolved"
      ? [
          {
            path: "state",
            reason: "incident-begins-open" as const,
            message: "An incident begins open. Declare it first, then resolve it.",
          },
        ]
      : []),
    ...invalidWord(request, now),
  ];
}

/** Why an update cannot be posted as asked; empty when it can. An incident that ended stays ended. */
export function invalidWord({ state, text, nextUpdateBy }: IncidentWord, now: Instant): readonly Invalid[] {
  const invalid: Invalid[] = [];
  if (!saysSomething(text))
    invalid.push({
      path: "text",
      reason: "update-empty",
      message: "Say what is known now: one sentence is enough.",
    });
  if (nextUpdateBy !== null && state === "resolved")
    invalid.push({
      path: "nextUpdateBy",
      reason: "update-after-end",
      message: "After the end no further update is promised. Leave it out.",
    });
  if (nextUpdateBy !== null && nextUpdateBy <= now)
    invalid.push({
      path: "nextUpdateBy",
      reason: "next-update-past",
      message: "The next update is promised for later. Give a time to come.",
    });
  return invalid;
}

/** Why nothing more is posted on this incident; null while it is open. */
export function endedRefusal({ resolvedAt }: Pick<Incident, "resolvedAt">): Refused | null {
  if (resolvedAt === null) return null;
  const message = "This incident has ended. If it came back, declare a new one.";
  return { reason: "incident-over", message };
}
