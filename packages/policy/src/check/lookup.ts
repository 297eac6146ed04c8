import { ALWAYS } from "../lower/calendars.ts";
import type { FindingCode } from "../source/codes.ts";
import { suggestion } from "../source/nearest.ts";
import type { At, Report } from "../source/report.ts";

/** What people write for the calendar that is built in. */
const ROUND_THE_CLOCK = /^(?:24|a?round)[-_ ]?(?:[/x×*]?[-_ ]?7|the[-_ ]?clock|hours?)/i;

/** Reports a name that nothing defines. `kind` is the word for it: “calendar”, “plan”. */
export function checkKnown(
  name: At<string> | undefined,
  known: ReadonlySet<string>,
  code: FindingCode,
  kind: string,
  report: Report,
): void {
  if (name === undefined || name.value === "" || known.has(name.value)) return;
  const isAlways = known.has(ALWAYS) && ROUND_THE_CLOCK.test(name.value);
  const near = isAlways ? `Did you mean \`${ALWAYS}\`?` : suggestion(name.value, [...known]);
  report.add(
    code,
    name.at,
    `There is no ${kind} \`${name.value}\` in this policy.`,
    `Define it, or name one that exists. ${near}`,
  );
}

/** The ids of a block. */
export const idsOf = (block: readonly { readonly id: At<string> }[] | undefined): ReadonlySet<string> =>
  new Set((block ?? []).map((one) => one.id.value));
