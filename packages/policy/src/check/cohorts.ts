import type { Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { knownNames } from "./known.ts";
import { checkKnown, idsOf } from "./lookup.ts";

/** Cohorts say who belongs and what they keep, by names that exist (K10). */
export function checkCohorts(source: Source, report: Report): void {
  const { form } = source;
  const known = knownNames(source, report);
  const used = namedCohorts(source);
  const sold = new Set([...idsOf(form.plans), ...idsOf(form.pricing)]);
  for (const { id, value } of form.cohorts ?? []) {
    known("plan", value.of);
    for (const kept of value.keeps ?? []) {
      checkKnown(kept.id, sold, "plan-undefined", "plan or pricing plan", report);
      known("plan", kept.value.plan);
    }
    const isDated = [value.before, value.since, value.forFirst, value.atLeast].some(
      (one) => one !== undefined,
    );
    const isUsed = value.keeps !== undefined || value.note !== undefined || used.has(id.value);
    if (isDated && isUsed) continue;
    report.add(
      "key-missing",
      id.at,
      isDated ? `Nothing says what \`${id.value}\` keep.` : `Nothing says who belongs to \`${id.value}\`.`,
      isDated
        ? "Add `keeps:` or `note:`, or name them in a target."
        : "Add `before:` or `since:` with a date, `for-first:` or `at-least:`.",
    );
  }
}

/** Cohorts that a target or a calendar is for. */
const namedCohorts = ({ form }: Source): ReadonlySet<string> =>
  new Set(
    [
      ...form.targets.flatMap((target) => target.cohort ?? []),
      ...(form.calendars ?? []).flatMap(({ value }) => value.instead.flatMap((one) => one.cohort ?? [])),
    ].map((name) => name.value),
  );
