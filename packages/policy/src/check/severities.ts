import type { SeveritiesForm } from "../grammar/severities.ts";
import type { Place, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { checkKnown, idsOf } from "./lookup.ts";

/** Words by which people describe small problems. */
const SMALL =
  /\b(minor|small(?:-scale)?|minimal|(?:non-|not )essential|insignificant|negligible|cosmetic|trivial|no (?:business )?impact|little (?:or no )?(?:effect|impact))\b/i;

type Severity = SeveritiesForm[number];

/** All that stands under a level, whatever it says of it. */
export function groundsOf({ value }: Severity) {
  const { definitions = [], context = [], examples = [], counterExamples = [] } = value;
  return [...definitions, ...context, ...examples, ...counterExamples];
}

/** Levels, their grounds and categories: names that exist, ids that are unique, words that fit the level. */
export function checkSeverities(source: Source, report: Report): void {
  const { form } = source;
  const levels = form.severities ?? [];
  const severities = idsOf(levels);
  checkKnown(form.defaultSeverity, severities, "severity-undefined", "severity", report);
  checkDefault(source, report);
  checkGroundIds(levels, report);
  levels.forEach((severity, index) => {
    for (const { value } of severity.value.context ?? []) {
      checkKnown(value.proposedAs, severities, "severity-undefined", "severity", report);
    }
    if (index < levels.length / 2) checkWords(severity, report);
  });
  for (const cap of form.severityCaps ?? []) {
    const grounds = new Set(levels.flatMap((one) => groundsOf(one).map((ground) => ground.id.value)));
    for (const ground of cap.except ?? []) checkKnown(ground, grounds, "ground-undefined", "ground", report);
  }
  checkCategories(source, report);
  checkDoors(source, report);
}

/** A request that names no severity needs one all the same, where there are several. */
function checkDefault({ form }: Source, report: Report): void {
  if (form.defaultSeverity !== undefined || (form.severities ?? []).length < 2) return;
  report.add(
    "key-missing",
    form.severities?.[0]?.id.at ?? form.at,
    "`default-severity:` is missing: several levels, and nothing says which one a request has that names none.",
    `Add \`default-severity: ${form.severities?.at(-1)?.id.value ?? "…"}\`, or another of the levels.`,
  );
}

/** Assessments name grounds by id, so one id means one ground in the whole policy (P085). */
function checkGroundIds(levels: readonly Severity[], report: Report): void {
  const seen = new Map<string, Place>();
  for (const severity of levels) {
    for (const ground of groundsOf(severity)) {
      for (const id of [ground.id, ...(ground.value.points ?? []).map((point) => point.id)]) {
        const first = seen.get(id.value);
        if (first === undefined) seen.set(id.value, id.at);
        else {
          report.add(
            "id-twice",
            id.at,
            `The ground \`${id.value}\` already stands in line ${first.line}.`,
            "Give each ground an id of its own.",
          );
        }
      }
    }
  }
}

/** The upper half of the levels is not for small problems; a line there that speaks of one contradicts it (P097). */
function checkWords(severity: Severity, report: Report): void {
  const { id, value } = severity;
  const notSo = new Set((value.counterExamples ?? []).map((ground) => ground.id.value));
  for (const ground of groundsOf(severity)) {
    if (notSo.has(ground.id.value)) continue;
    const word = SMALL.exec(ground.value.text.value)?.[0];
    if (word === undefined) continue;
    const choice = (value.context ?? []).find((one) => one.id.value === ground.id.value)?.value.proposedAs;
    report.add(
      "ground-contradicts-level",
      ground.id.at,
      choice === undefined
        ? `\`${ground.id.value}\` speaks of something “${word}” under ${id.value} (${value.name?.value ?? id.value}).`
        : `\`${ground.id.value}\` speaks of something “${word}” under ${id.value} (${value.name?.value ?? id.value}); a match is proposed as ${choice.value}.`,
      choice === undefined
        ? "Move it to a lower level, or carry it under `context:` with `proposed-as:`."
        : "The choice is recorded; move the line to a lower level to end the conflict.",
    );
  }
}

/** Channels, offers and exceptions name links, plans and categories that exist. */
function checkDoors(source: Source, report: Report): void {
  const { form } = source;
  const links = idsOf(form.links);
  const offered = [form.offers?.upgrade, form.offers?.renew, form.offers?.ticket].flatMap((one) => one ?? []);
  for (const link of [...form.channels.map((channel) => channel.value.link), ...offered]) {
    checkKnown(link, links, "link-undefined", "link", report);
  }
  for (const exception of form.exceptions ?? []) {
    checkKnown(exception.plan, idsOf(form.plans), "plan-undefined", "plan", report);
    checkKnown(exception.category, idsOf(form.categories), "category-undefined", "category", report);
  }
}

function checkCategories(source: Source, report: Report): void {
  const { form } = source;
  const severities = idsOf(form.severities);
  const routes = new Set(["support", ...idsOf(form.links)]);
  for (const { value } of form.categories) {
    checkKnown(value.route, routes, "link-undefined", "link", report);
    checkKnown(value.defaultSeverity, severities, "severity-undefined", "severity", report);
    for (const severity of value.warnsAt ?? []) {
      checkKnown(severity, severities, "severity-undefined", "severity", report);
    }
  }
}
