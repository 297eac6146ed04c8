import type { At, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { checkAddOns } from "./add-ons.ts";
import { checkCohorts } from "./cohorts.ts";
import { checkContacts } from "./contacts.ts";
import { checkDefinitions } from "./definitions.ts";
import { checkNames } from "./names.ts";
import { checkNarrowing } from "./narrowing.ts";
import { checkService } from "./service.ts";

/** What many policies do without. */
export function checkFurther(source: Source, report: Report): void {
  checkNames(source, report);
  checkAddOns(source, report);
  checkNarrowing(source, report);
  checkCohorts(source, report);
  checkDefinitions(source, report);
  checkContacts(source, report);
  checkService(source, report);
}

type Cites = { readonly clause: At<string> | undefined };

/** The sections of the page that these keys cite. */
export function furtherClauses({ form }: Source): readonly At<string>[] {
  const named: readonly { readonly value: Cites }[] = [
    ...(form.cohorts ?? []),
    ...(form.quotas ?? []),
    ...(form.eligibility ?? []),
    ...(form.versions ?? []),
    ...(form.statements ?? []),
  ];
  const alone: readonly (Cites | undefined)[] = [
    form.lifeCycle,
    form.escalation,
    form.severityDecision,
    ...(form.contacts ?? []),
  ];
  return [...named.map((one) => one.value), ...alone].flatMap((one) => one?.clause ?? []);
}
