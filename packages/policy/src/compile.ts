import { checkCalendars } from "./check/calendars.ts";
import { checkCredits } from "./check/credits.ts";
import { checkFurther } from "./check/further.ts";
import { checkPlans } from "./check/plans.ts";
import { checkPromiseOrder } from "./check/promise-order.ts";
import { checkReach } from "./check/reach.ts";
import { checkReadings } from "./check/readings.ts";
import { checkSeverities } from "./check/severities.ts";
import { checkTargets, checkTwice } from "./check/targets.ts";
import { compileCalendars } from "./compile-calendars.ts";
import { clauseLookup } from "./lower/clauses.ts";
import { lower, sealed, titleOf } from "./lower/lower.ts";
import { placedTargets } from "./lower/targets.ts";
import {
  checkCited,
  checkClauses,
  checkReferences,
  checkSections,
  type PageSection,
} from "./page/check-page.ts";
import { checkProse } from "./page/check-prose.ts";
import { plainPage } from "./page/plain-page.ts";
import { type Piece, readPage } from "./page/read-page.ts";
import { anchorOf, plainText } from "./page.ts";
import { readSource } from "./source/read-source.ts";
import { newReport, type Report } from "./source/report.ts";
import type { Source } from "./source/source.ts";
import type { Compilation, Instant, Policy, PolicyFiles } from "./types.ts";

/**
 * Turns a policy folder into the value the desk runs, with every finding at once. Never throws for what an
 * author wrote. `now` only decides whether holiday lists reach far enough; the policy's own date when absent.
 */
export function compilePolicy(files: PolicyFiles, now?: Instant): Compilation {
  const report = newReport();
  const source = readSource(files, now, report);
  if (source === null) return { runnable: null, findings: report.findings() };
  checkPlans(source, report);
  checkCalendars(source, report);
  checkSeverities(source, report);
  checkFurther(source, report);
  checkTargets(source, report);
  checkCredits(source, report);
  checkReadings(source, report);
  const policy = lowerWithPage(source, report);
  const calendars = compileCalendars(source, policy, report);
  checkOrder(source, policy, report);
  const runnable = report.hasErrors() ? null : { policy: sealed(policy), calendars };
  return { runnable, findings: report.findings() };
}

/** Titles of sections may hold references, so facts are lowered once to fill them and once to cite them. */
function lowerWithPage(source: Source, report: Report): Policy {
  const bare = lower(source, []);
  const page = source.page === "" ? plainPage(bare) : source.page;
  const pieces = readPage("page.md", page);
  const sections = sectionsOf(bare, pieces);
  const policy = lower({ ...source, page }, sections);
  if (source.page === "") {
    checkCited(source, sections, report);
    return policy;
  }
  checkSections(sections, report);
  checkReferences(policy, pieces, report);
  checkClauses(source, sections, pieces, report);
  checkProse(policy, pieces, report);
  return policy;
}

function sectionsOf(policy: Policy, pieces: readonly Piece[]): PageSection[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== "heading" || piece.level === 1) return [];
    const title = plainText(policy, piece.text);
    return [{ id: anchorOf(policy, piece), title, level: piece.level, at: piece.at }];
  });
}

function checkOrder(source: Source, policy: Policy, report: Report): void {
  const clauses = clauseLookup(source.form, titleOf(source), policy.clauses);
  const placed = placedTargets(source, policy.readings, clauses);
  checkTwice(placed, report);
  if (report.hasErrors()) return;
  const own = placed.map(({ at }, index) => ({ target: policy.targets[index], at }));
  const targets = own.flatMap(({ target, at }) => (target === undefined ? [] : [{ target, at }]));
  checkReach(policy, targets, report);
  checkPromiseOrder(policy, targets, report);
}
