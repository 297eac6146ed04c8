import { READINGS, readingWords } from "../grammar/readings.ts";
import { METRICS, sameMetric } from "../grammar/targets.ts";
import { ALWAYS } from "../lower/calendars.ts";
import { planText, severityText } from "../text.ts";
import type { Access, Ground, Instant, Policy, Severity } from "../types.ts";
import type { Block, Item, Table } from "./blocks.ts";
import { calendarBlocks } from "./calendar-blocks.ts";
import { listed } from "./references.ts";
import { targetsTable } from "./target-table.ts";

export type Directive = { readonly name: string; readonly given: ReadonlyMap<string, string> };

/** What surrounds a directive: the level its own headings take, and the instant the page is read at. */
export type Surroundings = { readonly level: number; readonly at: Instant };

/** A directive's blocks, or why it stands for nothing. */
export type Expanded =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly code: "directive-unknown" | "reference-broken"; readonly why: string };

const ACCESS: Readonly<Record<Access, string>> = {
  included: "yes",
  "on-request": "on request",
  "not-included": "no",
  "extra-fee": "for a fee",
  recommended: "yes, recommended",
  unstated: "not stated",
};

const blocks = (...list: readonly Block[]): Expanded => ({ ok: true, blocks: list });

function channelsTable(policy: Policy): Block[] {
  const rows = policy.channels.map((channel) => ({
    heading: channel.isOfficial ? channel.name : `${channel.name} (not official)`,
    cells: policy.plans.map((plan) => ACCESS[plan.access[channel.id] ?? "not-included"]),
  }));
  const notes = policy.channels.flatMap(({ name, note }): Item[] =>
    note === null ? [] : [{ id: null, text: `${name}: ${note}` }],
  );
  const table: Table = {
    kind: "table",
    caption: "Support channels by support plan",
    columns: ["Support channel", ...policy.plans.map((plan) => plan.name)],
    rows,
  };
  return notes.length === 0 ? [table] : [table, { kind: "list", isNumbered: false, items: notes }];
}

function plansTable(policy: Policy): Table {
  const namesOf = (plan: string) =>
    policy.pricing.filter((pricing) => pricing.plan === plan).map((pricing) => pricing.name);
  return {
    kind: "table",
    caption: "Support plan of each pricing plan",
    columns: ["Support plan", "Pricing plans", "Tiers"],
    rows: policy.plans.map((plan) => ({
      heading: plan.name,
      cells: [
        listed(namesOf(plan.id)) || "bought apart",
        listed(plan.tiers.map((tier) => planText(plan, tier))) || "none",
      ],
    })),
  };
}

function groundItem(policy: Policy, ground: Ground): Item {
  const note =
    ground.proposedAs === null ? "" : ` (a match is proposed as ${severityText(policy, ground.proposedAs)})`;
  const points = ground.points.map((point) => ({ id: point.id, text: point.text }));
  return { id: ground.id, text: `${ground.text}${note}`, ...(points.length > 0 ? { items: points } : {}) };
}

function severityBlocks(policy: Policy, severity: Severity, level: number): Block[] {
  const of = (kind: Ground["kind"]) =>
    severity.grounds.filter((ground) => ground.kind === kind).map((ground) => groundItem(policy, ground));
  const section = (title: string, isNumbered: boolean, items: readonly Item[]): Block[] =>
    items.length === 0
      ? []
      : [
          { kind: "text", text: title },
          { kind: "list", isNumbered, items },
        ];
  const impact: Block[] = severity.asksBusinessImpact
    ? [{ kind: "text", text: "Whoever chooses this level is asked what the problem costs the business." }]
    : [];
  return [
    { kind: "heading", level, id: `severity-${severity.id}`, text: severityText(policy, severity.id) },
    { kind: "text", text: severity.summary },
    ...section("It is this severe when there is:", false, of("definition")),
    ...section("Also listed here:", false, of("context")),
    ...section("Examples:", true, of("example")),
    ...impact,
  ];
}

function severityDirective(policy: Policy, given: ReadonlyMap<string, string>, level: number): Expanded {
  const wanted = given.get("id");
  const found = policy.severities.filter((severity) => wanted === undefined || severity.id === wanted);
  if (found.length === 0)
    return { ok: false, code: "reference-broken", why: `there is no severity \`${wanted}\`` };
  return blocks(...found.flatMap((severity) => severityBlocks(policy, severity, level)));
}

const list = (items: readonly Item[], isNumbered = false): Expanded =>
  blocks({ kind: "list", isNumbered, items });

function categoriesTable(policy: Policy): Table {
  const routeOf = (route: string) =>
    route === "support" ? "support" : (policy.links[route]?.label ?? route);
  return {
    kind: "table",
    caption: "What a request can be about",
    columns: ["Kind", "What belongs there", "Goes to", "Severity at first"],
    rows: policy.categories.map((category) => ({
      heading: category.name,
      cells: [
        category.description,
        routeOf(category.route),
        category.route === "support"
          ? severityText(policy, category.defaultSeverity ?? policy.defaultSeverity)
          : "none",
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
    return { ok: false, code: "reference-broken", why: `there is no plan \`${plan}\`` };
  }
  const metric = given.get("metric") ?? policy.targets[0]?.metric ?? [...METRICS.keys()][0] ?? "";
  if (!policy.targets.some((target) => sameMetric(target.metric, metric))) {
    return { ok: false, code: "reference-broken", why: `no target measures \`${metric}\`` };
  }
  return blocks(targetsTable(policy, plan ?? null, metric));
}

type Expand = (policy: Policy, given: ReadonlyMap<string, string>, around: Surroundings) => Expanded;

const DIRECTIVES: Readonly<Record<string, Expand>> = {
  channels: (policy) => blocks(...channelsTable(policy)),
  plans: (policy) => blocks(plansTable(policy)),
  targets: targetsDirective,
  severities: (policy, given, { level }) => severityDirective(policy, given, level),
  calendars: (policy, given, { at }) => calendarDirective(policy, given, at),
  categories: (policy) => blocks(categoriesTable(policy)),
  exclusions: (policy) =>
    list(
      policy.exclusions.map(({ id, text }) => ({ id: `exclusion-${id}`, text })),
      true,
    ),
  responsibilities: (policy) =>
    list(policy.responsibilities.map(({ id, text }) => ({ id: `duty-${id}`, text }))),
  factors: (policy) => list(policy.factors.map(({ id, name }) => ({ id: `factor-${id}`, text: name }))),
  outcomes: (policy) => list(policy.outcomes.map(({ id, name }) => ({ id: `outcome-${id}`, text: name }))),
  disputes: (policy) => list((policy.billing?.mayFollowDispute ?? []).map((text) => ({ id: null, text }))),
  exceptions: (policy) => list(policy.exceptions.map(({ note }) => ({ id: null, text: note }))),
  readings: (policy) => list(readingItems(policy)),
};

function calendarDirective(policy: Policy, given: ReadonlyMap<string, string>, at: Instant): Expanded {
  const wanted = given.get("id");
  const found = Object.values(policy.calendars).filter((one) =>
    wanted === undefined ? one.schedules.length > 0 : one.id === wanted,
  );
  if (wanted !== undefined && found.length === 0) {
    return { ok: false, code: "reference-broken", why: `there is no calendar \`${wanted}\`` };
  }
  return blocks(...found.flatMap((calendar) => calendarBlocks(calendar, at)));
}

export const DIRECTIVE_NAMES = Object.keys(DIRECTIVES);

/** The tables and lists that a `::name{…}` line stands for. */
export function expandDirective(policy: Policy, directive: Directive, around: Surroundings): Expanded {
  const expand = Object.hasOwn(DIRECTIVES, directive.name) ? DIRECTIVES[directive.name] : undefined;
  if (expand === undefined) {
    return { ok: false, code: "directive-unknown", why: `no directive is called \`::${directive.name}\`` };
  }
  return expand(policy, directive.given, around);
}
