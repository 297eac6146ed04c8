import type { At, Place, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { type KnownNames, knownNames } from "./known.ts";

/** How support is given: every name exists, and nothing is said by half (K16, K44–K53). */
export function checkService(source: Source, report: Report): void {
  const { form } = source;
  const known = knownNames(source, report);
  for (const { value } of form.languages ?? []) {
    known("plan", value.plans);
    known("calendar", [value.calendar, value.urgent?.calendar]);
    known("severity", value.urgent?.severities);
    known("language", value.urgent?.in);
  }
  for (const { value } of form.staff ?? []) {
    known("plan", value.plans);
    known("product", value.products);
    known("link", value.link);
  }
  known("severity", form.escalation?.paging?.severities);
  known(
    "link",
    (form.escalation?.steps ?? []).map((step) => step.value.link),
  );
  known("link", form.status?.link);
  checkForm(source, known, report);
  checkExclusions(source, known, report);
  checkHalves(source, report);
}

/** Where the form names its fields, whatever asks for one names one of them. */
function checkForm({ form }: Source, known: KnownNames, report: Report): void {
  for (const { id, value } of form.form?.fields ?? []) {
    known("category", value.categories);
    known("severity", value.severities);
    known("product", value.products);
    known("plan", value.plans);
    if (value.kind?.value === "choice" && value.choices === undefined) {
      missing(id.at, "choices", "the words one can choose", report);
    }
  }
  if (form.form?.fields === undefined) return;
  for (const { value } of [...form.categories, ...form.channels]) known("field", value.asks);
}

function checkExclusions({ form }: Source, known: KnownNames, report: Report): void {
  for (const { id, value } of form.exclusions ?? []) {
    const { leadsTo, link } = value;
    known("link", link);
    if (leadsTo === undefined) continue;
    known(
      "plan",
      leadsTo.byPlan.map((one) => one.id),
    );
    const words = [leadsTo.all, ...leadsTo.byPlan.map((one) => one.value.said)];
    const redirect = words.find((one) => one?.value === "redirect");
    if (redirect !== undefined && redirect !== null && link === undefined) {
      missing(redirect.at, "link", `where a request about \`${id.value}\` goes`, report);
    }
  }
}

/** Rules that mean nothing without another key. */
function checkHalves({ form }: Source, report: Report): void {
  const { changes, lifeCycle, escalation, versions } = form;
  if (changes?.effective?.value === "after-notice" && changes.notice === undefined) {
    missing(changes.effective.at, "notice", "how long before a new version counts it is told", report);
  }
  const closing = lifeCycle?.closeAfter;
  if (closing?.notice !== undefined && closing.notice.value >= closing.silence.value) {
    report.add(
      "value-format",
      closing.notice.at,
      "The notice would come before the silence began.",
      "Write a shorter time than that of `silence:`.",
    );
  }
  const asks: readonly (At<unknown> | undefined)[] = [escalation?.marker, escalation?.button];
  const says = escalation?.steps ?? escalation?.paging ?? escalation?.peerReview;
  if (escalation !== undefined && says === undefined && asks.every((one) => one === undefined)) {
    missing(escalation.at, "steps", "what to do when an answer does not help", report);
  }
  for (const { id, value } of versions ?? []) {
    const { phases, minimum, hotfix, notice, notes } = value;
    if ([phases, minimum, hotfix, notice, notes].some((one) => one !== undefined)) continue;
    missing(id.at, "phases", "how long a version is supported", report);
  }
}

const missing = (at: Place, key: string, about: string, report: Report): void =>
  report.add("key-missing", at, `\`${key}:\` is missing here.`, `Add \`${key}:\`, ${about}.`);
