import type { Policy } from "@troth/policy";
import { wordsIn } from "../says-something.ts";
import type { Invalid } from "./form-answers.ts";

/** Longest answer to one of the questions. */
const MOST_CHARACTERS = 2_000;

/** Answers to what the policy asks before an Issue counts as confirmed, by question. */
export type IssueAnswers = Readonly<Record<string, string>>;

/** Why an Issue cannot be confirmed with these answers; empty when it can (P052). */
export function invalidConfirmation(policy: Policy, answers: IssueAnswers): readonly Invalid[] {
  const asks = policy.issue?.asks ?? [];
  if (asks.length === 0) {
    return [
      {
        path: "answers",
        reason: "no-issue-asked",
        message: "This policy does not say what an Issue is, so none can be confirmed.",
      },
    ];
  }
  const missing = asks.flatMap((ask): Invalid[] => {
    const answer = Object.hasOwn(answers, ask) ? wordsIn(answers[ask]) : "";
    const path = `answers.${ask}`;
    if (answer === "")
      return [
        {
          path,
          reason: "issue-unanswered",
          message: `“${ask}” is not answered. An Issue is confirmed with: ${asks.join(", ")}.`,
          facts: { ask },
        },
      ];
    if (answer.length <= MOST_CHARACTERS) return [];
    return [
      {
        path,
        reason: "issue-answer-too-long",
        message: `“${ask}” has ${answer.length} characters. Keep it under ${MOST_CHARACTERS}.`,
        facts: { ask, most: String(MOST_CHARACTERS) },
      },
    ];
  });
  const unknown = Object.keys(answers).filter((id) => !asks.includes(id));
  return [
    ...missing,
    ...unknown.map(
      (id): Invalid => ({
        path: `answers.${id}`,
        reason: "issue-not-asked",
        message: `Nobody asks “${id}” here. Leave it out.`,
        facts: { ask: id },
      }),
    ),
  ];
}
