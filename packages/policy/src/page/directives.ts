import { READINGS, readingWords } from "../grammar/readings.ts";
import { sameMetric } from "../grammar/targets.ts";
import { ALWAYS } from "../lower/calendars.ts";
import { suggestion } from "../source/nearest.ts";
import { hasScale, severityText } from "../text.ts";
import type { Instant, Policy } from "../types.ts";
import type { Block, Item, Table } from "./blocks.ts";
import { calendarBlocks, ownCalendars } from "./calendar-blocks.ts";
import { channelBlocks } from "./channel-blocks.ts";
import {
  contactItems,
  eligibilityItems,
  formItems,
  languageItems,
  quotaItems,
  staffItems,
} from "./people-blocks.ts";
import { cohortItems, planBlocks } from "./plan-blocks.ts";
import {
  changeItems,
  conductItems,
  creditItems,
  escalationItems,
  exclusionItems,
  lifeCycleItems,
  statementItems,
  statusItems,
  versionItems,
} from "./rule-blocks.ts";
import { after, clauses, plansHaving } from "./sentences.ts";
import {
  capItems,
  decisionItems,
  factItems,
  loweringItems,
  priorityItems,
  severityBlocks,
} from "./severity-blocks.ts";
import { targetBlocks } from "./target-table.ts";

export type Directive = { readonly name: string; readonly given: ReadonlyMap<string, string> };

/** What surrounds a directive: the level its own headings take, and the instant the page is read at. */
export type Surroundings = { readonly level: number; readonly at: Instant };

/** A directive's blocks, or why it stands for nothing. */
export type Expanded =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | {
      readonly ok: false;
      readonly code: "directive-unknown" | "reference-broken";
      readonly why: string;
      readonly mend: string;
    };

const blocks = (...list: readonly Block[]): Expanded => ({ ok: true, blocks: list });

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id);

const broken = (why: string, wanted: string, known: readonly string[]): Expanded => ({
  ok: false,
  code: "reference-broken",
  why,
  mend: suggestion(wanted, known),
});

function severityDirective(policy: Policy, given: ReadonlyMap<string, string>, level: number): Expanded {
  const wanted = given.get("id");
  const found = policy.severities.filter((severity) => wanted === undefined || severity.id === wanted);
  if (found.length === 0) {
    return broken(`there is no severity \`${wanted}\``, wanted ?? "", idsOf(policy.severities));
  }
  return blocks(...found.flatMap((severity) => severityBlocks(policy, severity, level)));
}

const list = (items: readonly Item[], isNumbered = false): Expanded =>
  blocks({ kind: "list", isNumbered, items });

function categoriesTable(policy: Policy): Table {
  const routeOf = (route: string) =>
    route === "support" ? "support" : (policy.links[route]?.label ?? route);
  const isScaled = hasScale(policy);
  const firstSeverity = ({ route, defaultSeverity }: Policy["categories"][number]) =>
    route === "support" ? severityText(policy, defaultSeverity ?? policy.defaultSeverity) : "none";
  return {
    kind: "table",
    caption: "Kinds of request",
    columns: ["Kind", "What belongs there", "Goes to", ...(isScaled ? ["Severity at first"] : [])],
    rows: policy.categories.map((category) => ({
      heading: category.name,
      cells: [
        clauses(
          category.description,
          category.isOpenToAll === true ? "open to everybody" : "",
          after("only on", plansHaving(policy, category.plans)),
        ),
        routeOf(category.route),
        ...(isScaled ? [firstSeverity(category)] : []),
      ],
    })),
  };
}

/** A reading of plain days is worth a line only where a target counts them in a calendar that closes. */
const speaksTo = (policy: Policy, key: string): boolean =>
  key !== "day-in-business-calendar" ||
  policy.targets.some(
    (target) => target.unit === "day" && target.calendar !== null && target.calendar !== ALWAYS,
  );

function readingItems(policy: Policy): Item[] {
  const values: Readonly<Record<string, unknown>> = policy.readings;
  return READINGS.flatMap((reading): Item[] => {
    const { key, property, title } = reading;
    if (property === null || !speaksTo(policy, key)) return [];
    const words = readingWords(reading, values[property]);
    return words === undefined ? [] : [{ id: `reading-${key}`, text: `${title}: ${words}` }];
  });
}

function targetsDirective(policy: Policy, given: ReadonlyMap<string, string>): Expanded {
  const plan = given.get("plan");
  if (plan !== undefined && !policy.plans.some((one) => one.id === plan)) {
    return broken(`there is no plan \`${plan}\``, plan, idsOf(policy.plans));
  }
  const metrics = [...new Set(policy.targets.map((target) => target.metric))];
  const metric = given.get("metric") ?? metrics[0];
  if (metric === undefined || !metrics.some((one) => sameMetric(one, metric))) {
    return broken(`no target measures \`${metric ?? "anything"}\``, metric ?? "", metrics);
  }
  return blocks(...targetBlocks(policy, plan ?? null, metric));
}

function calendarDirective(policy: Policy, given: ReadonlyMap<string, string>, at: Instant): Expanded {
  const wanted = given.get("id");
  const found =
    wanted === undefined
      ? ownCalendars(policy).filter((one) => one.id !== ALWAYS)
      : Object.values(policy.calendars).filter((one) => one.id === wanted);
  if (wanted !== undefined && found.length === 0) {
    return broken(`there is no calendar \`${wanted}\``, wanted, Object.keys(policy.calendars));
  }
  return blocks(...found.flatMap((calendar) => calendarBlocks(policy, calendar, at)));
}

type Expand = (policy: Policy, given: ReadonlyMap<string, string>, around: Surroundings) => Expanded;

const items =
  (of: (policy: Policy) => readonly Item[], isNumbered = false): Expand =>
  (policy) =>
    list(of(policy), isNumbered);

const DIRECTIVES: Readonly<Record<string, Expand>> = {
  channels: (policy) => blocks(...channelBlocks(policy)),
  plans: (policy) => blocks(...planBlocks(policy)),
  targets: targetsDirective,
  severities: (policy, given, { level }) => severityDirective(policy, given, level),
  calendars: (policy, given, { at }) => calendarDirective(policy, given, at),
  categories: (policy) => blocks(categoriesTable(policy)),
  cohorts: items(cohortItems),
  contacts: items(contactItems),
  eligibility: items(eligibilityItems),
  quotas: items(quotaItems),
  languages: items(languageItems),
  staff: items(staffItems),
  form: items(formItems),
  exclusions: items(exclusionItems, true),
  responsibilities: items((policy) =>
    policy.responsibilities.map(({ id, text }) => ({ id: `duty-${id}`, text })),
  ),
  factors: items((policy) => policy.factors.map(({ id, name }) => ({ id: `factor-${id}`, text: name }))),
  outcomes: items((policy) => policy.outcomes.map(({ id, name }) => ({ id: `outcome-${id}`, text: name }))),
  disputes: items((policy) => (policy.billing?.mayFollowDispute ?? []).map((text) => ({ id: null, text }))),
  exceptions: items((policy) => policy.exceptions.map(({ note }) => ({ id: null, text: note }))),
  readings: items(readingItems),
  caps: items(capItems),
  facts: items(factItems),
  "severity-decision": items(decisionItems),
  "lower-severity": items(loweringItems),
  priority: items(priorityItems),
  credits: items(creditItems),
  "life-cycle": items(lifeCycleItems),
  escalation: (policy) => {
    const { steps, besides } = escalationItems(policy);
    return blocks(
      ...(steps.length > 0 ? [{ kind: "list" as const, isNumbered: true, items: steps }] : []),
      ...(besides.length > 0 ? [{ kind: "list" as const, isNumbered: false, items: besides }] : []),
    );
  },
  versions: items(versionItems),
  status: items(statusItems),
  conduct: items(conductItems),
  changes: items(changeItems),
  statements: items(statementItems),
};

export const DIRECTIVE_NAMES = Object.keys(DIRECTIVES);

/** The tables and lists that a `::name{…}` line stands for. */
export function expandDirective(policy: Policy, directive: Directive, around: Surroundings): Expanded {
  const expand = Object.hasOwn(DIRECTIVES, directive.name) ? DIRECTIVES[directive.name] : undefined;
  if (expand === undefined) {
    return {
      ok: false,
      code: "directive-unknown",
      why: `no directive is called \`::${directive.name}\``,
      mend: suggestion(directive.name, DIRECTIVE_NAMES),
    };
  }
  return expand(policy, directive.given, around);
}
