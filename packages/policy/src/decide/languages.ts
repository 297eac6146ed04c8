import { isAmong } from "../cover.ts";
import type { Language, Plan, Policy } from "../types.ts";

/** How a request in a language is answered. */
export type LanguageAnswer =
  | {
      readonly ok: true;
      readonly level: Language["level"];
      /** The language of the answer, which may be another. */
      readonly answeredIn: string;
      /** The calendar of the answer; null: that of the target. */
      readonly calendar: string | null;
      readonly note: string | null;
    }
  | {
      readonly ok: false;
      readonly reason: "unknown-language" | "language-not-on-plan";
      readonly message: string;
    };

/** In which language, how well and in which hours a request is answered. A policy that names no languages leaves it open. */
export function languageOf(
  policy: Policy,
  question: { readonly language: string; readonly severity: string | null; readonly plans: readonly Plan[] },
): LanguageAnswer {
  const languages = policy.languages ?? [];
  const spoken = languages.filter((one) => one.level === "full").map((one) => one.name);
  const instead = spoken.length === 0 ? "" : ` Write in ${spoken.join(" or ")}.`;
  const found = languages.find((one) => one.id === question.language);
  if (found === undefined) {
    return {
      ok: false,
      reason: "unknown-language",
      message: `The policy does not offer answers in “${question.language}”.${instead}`,
    };
  }
  if (found.plans !== undefined && !isAmong(policy, question.plans, found.plans)) {
    const message = `Answers in ${found.name} are not part of this plan.${instead}`;
    return { ok: false, reason: "language-not-on-plan", message };
  }
  const { urgent } = found;
  const isUrgent = question.severity !== null && urgent?.severities.includes(question.severity) === true;
  return {
    ok: true,
    level: found.level,
    answeredIn: (isUrgent ? urgent.in : null) ?? found.id,
    calendar: (isUrgent ? urgent.calendar : null) ?? found.calendar ?? null,
    note: found.note ?? null,
  };
}
