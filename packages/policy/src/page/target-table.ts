import { METRICS, REPEATING, sameMetric } from "../grammar/targets.ts";
import { specificityOf } from "../target.ts";
import { durationText, hasScale, planText, severityText } from "../text.ts";
import type { Firmness, Policy, Target } from "../types.ts";
import type { Block, Table } from "./blocks.ts";
import { after, calendarName, categoryNames, clauses } from "./sentences.ts";

const WITHOUT_FIGURE: Readonly<Record<Firmness, string>> = {
  commitment: "as agreed",
  target: "as agreed",
  expectation: "as agreed",
  aspiration: "as agreed",
  "best-effort": "best effort, no figure",
  "per-contract": "as the contract says",
  unstated: "not stated",
  none: "not offered",
};

const FIRM: Readonly<Record<Firmness, string>> = {
  commitment: "a commitment",
  target: "a target",
  expectation: "an expectation, not a commitment",
  aspiration: "an aspiration",
  "best-effort": "best effort",
  "per-contract": "by contract",
  unstated: "",
  none: "",
};

/** “less than 2 business hours, in Normal Business Hours”. */
export function targetWords(policy: Policy, target: Target): string {
  const figure = durationText(target);
  if (figure === "") return WITHOUT_FIGURE[target.firmness];
  const op = opWords(target);
  const id = target.calendar ?? target.lowered?.calendar;
  const calendar = id === undefined ? undefined : policy.calendars[id];
  if (calendar === undefined) return `${op}${figure}`;
  const isAlways =
    calendar.schedules.length === 0 &&
    calendar.leftOpen.hours !== true &&
    (calendar.regions ?? []).length === 0;
  return `${op}${figure}, ${isAlways ? "around the clock" : `in ${calendar.name}`}`;
}

/** A day that is named is no stretch of time: the answer comes by its end. */
function opWords({ unit, op, daysEnd }: Target): string {
  if (unit === "continuous") return "";
  if (unit !== "next_business_day" && unit !== "same_business_day") {
    return op === "less-than" ? "less than " : "within ";
  }
  if (daysEnd === undefined) return "within the ";
  return `${op === "less-than" ? "before" : "by"} the end of the `;
}

/** The metric's own name where the policy gives it one. */
export const metricName = (policy: Policy, metric: string): string =>
  policy.metrics?.find((one) => sameMetric(one.id, metric))?.name ??
  METRICS.get(metric.replaceAll("_", "-")) ??
  metric;

/** “the resolution” for a metric, the author's own words for anything else. */
function untilWords(policy: Policy, until: string): string {
  const name = metricName(policy, until);
  return name === until && !METRICS.has(until) ? until : `the ${name}`;
}

type Column = {
  readonly name: string;
  readonly plan: string | null;
  readonly tier: string | null;
  /** Set where the columns are conditions: there is but one plan to show. */
  readonly when?: string | null;
};

/** The plans that a target names; all of them where others hold for any plan. */
function columnsOf(policy: Policy, only: string | null, targets: readonly Target[]): Column[] {
  const named = new Set(targets.flatMap(({ plan }) => plan ?? []));
  const isForAny = named.size > 0 && targets.some(({ plan }) => plan === null);
  const isShown = ({ id, addOn }: Policy["plans"][number]) =>
    only === null ? named.has(id) || (isForAny && addOn === undefined) : id === only;
  const columns = policy.plans.filter(isShown).flatMap((plan): Column[] => {
    const tiers = plan.tiers.filter((tier) =>
      targets.some((one) => one.plan === plan.id && one.tier === tier.id),
    );
    const whole = { name: plan.name, plan: plan.id, tier: null };
    return tiers.length === 0
      ? [whole]
      : tiers.map((tier) => ({ name: planText(plan, tier), plan: plan.id, tier: tier.id }));
  });
  return columns.length > 0 ? columns : [{ name: "Every plan", plan: null, tier: null }];
}

/** With one plan, the conditions become columns. */
function byCondition(
  policy: Policy,
  columns: readonly Column[],
  targets: readonly Target[],
): readonly Column[] {
  const [only] = columns;
  const conditions = new Map(targets.map((target) => [target.when, whenWords(policy, target)]));
  if (only === undefined || columns.length > 1 || conditions.size < 2) return columns;
  return [...conditions].map(([when, name]) => ({
    ...only,
    name: capital(name) || "At any other time",
    when,
  }));
}

/** For a plan's own table only what is written for that plan's tiers or severities counts, if anything is. */
function rowsFor(targets: readonly Target[], only: string | null): readonly Target[] {
  const mine = targets.filter((target) => only === null || target.plan === only || target.plan === null);
  const detailed = mine.filter((target) => target.severity !== null);
  return detailed.length > 0 && only !== null ? detailed : mine;
}

const DOORS: Readonly<Record<string, string>> = {
  console: "through the console",
  portal: "through the portal",
  email: "by e-mail",
  api: "through the API",
  agent: "opened by our people",
};

/** What a row is for beside its severity. */
type Aspect = (policy: Policy, target: Target) => string;
const CASES: readonly Aspect[] = [
  (_policy, { intake }) => (intake === null ? "" : (DOORS[intake] ?? intake)),
  (policy, { channel }) => policy.channels.find((one) => one.id === channel)?.name ?? channel ?? "",
  (policy, { category }) => categoryNames(policy, category === null ? [] : [category]),
  (policy, { cohort }) => policy.cohorts?.find((one) => one.id === cohort)?.name ?? cohort ?? "",
  whenWords,
];

/** The calendar by its name, where the condition is about when a request came. */
function whenWords(policy: Policy, { when, openedIn }: Target): string {
  if (openedIn === undefined) return when ?? "";
  return `opened ${openedIn.isOpen ? "in" : "outside"} ${calendarName(policy, openedIn.calendar)}`;
}

/** What is said of a figure beside its calendar. */
const DETAILS: readonly Aspect[] = [
  (_policy, { appliesTo }) => after("for", appliesTo?.replaceAll("_", " ")),
  (_policy, { clockStart }) => after("counted from:", clockStart?.replaceAll("_", " ")),
  (_policy, { clockStop, stops }) => after("ends with:", clockStop ?? stops?.replaceAll("-", " ")),
  (_policy, { runsWhile }) => (runsWhile === undefined ? "" : "runs only while the next move is ours"),
  (policy, { until }) => (until === undefined ? "" : `until ${untilWords(policy, until)}`),
];

/** An aspect that is the same for all is said once, below the table; one that differs stands in its place. */
function sharedBy(policy: Policy, targets: readonly Target[], aspect: Aspect): string | null {
  const said = new Set(targets.map((target) => aspect(policy, target)));
  return said.size === 1 ? ([...said][0] ?? "") : null;
}

const caseWords = (policy: Policy, target: Target, aspects: readonly Aspect[]): string =>
  clauses(...aspects.map((aspect) => aspect(policy, target)));

/** One metric's targets: severities and conditions down, plans or tiers across; what all share stands below. */
export function targetBlocks(policy: Policy, plan: string | null, metric: string): Block[] {
  const measured = policy.targets.filter((target) => sameMetric(target.metric, metric));
  const targets = rowsFor(measured, plan);
  const figures = targets.filter((target) => durationText(target) !== "");
  const columns = byCondition(policy, columnsOf(policy, plan, targets), targets);
  const isByCondition = columns.some((column) => column.when !== undefined);
  const rowCases = CASES.filter(
    (aspect) => sharedBy(policy, targets, aspect) === null && !(isByCondition && aspect === whenWords),
  );
  const inCell = DETAILS.filter((aspect) => sharedBy(policy, figures, aspect) === null);
  const firm = [...new Set(targets.map((target) => FIRM[target.firmness]))].filter((word) => word !== "");
  const isFirmShared = firm.length < 2;
  const cellText = (target: Target): string => {
    const details = caseWords(policy, target, inCell);
    const firmness = isFirmShared || durationText(target) === "" ? "" : FIRM[target.firmness];
    const more = clauses(firmness, details);
    return `${targetWords(policy, target)}${more === "" ? "" : ` (${more})`}`;
  };
  const isScaled = hasScale(policy);
  const isOther = targets.some((target) => target.severity !== null);
  const hasCases = targets.some((target) => caseWords(policy, target, rowCases) !== "");
  const anySeverity = isScaled ? `Any ${isOther ? "other " : ""}severity` : "";
  const anyRequest = `Any ${hasCases ? "other " : ""}request`;
  const headingOf = (target: Target): string =>
    capital(
      clauses(
        target.severity === null ? anySeverity : severityText(policy, target.severity),
        caseWords(policy, target, rowCases),
      ),
    ) || anyRequest;
  const rankOf = (target: Target): number => {
    const index = policy.severities.findIndex((severity) => severity.id === target.severity);
    return index < 0 ? policy.severities.length : index;
  };
  const rows = Map.groupBy(
    targets.toSorted((a, b) => rankOf(a) - rankOf(b)),
    headingOf,
  );
  // Where each severity has a row of its own, one for any severity says nothing more.
  const isSpent = ([first]: readonly Target[]): boolean =>
    isScaled &&
    first?.severity === null &&
    policy.severities.every(({ id }) => rows.has(headingOf({ ...first, severity: id })));
  const table: Table = {
    kind: "table",
    caption: `${captionOf(policy, metric)}${isFirmShared && firm.length === 1 ? ` (${firm[0]})` : ""}`,
    columns: [isScaled ? "Severity" : "Request", ...columns.map((column) => column.name)],
    rows: [...rows]
      .filter(([, row]) => !isSpent(row))
      .map(([heading, row]) => ({
        heading,
        cells: columns.map((column) => cellOf(targets, row, column).map(cellText).join("; ") || "none"),
      })),
  };
  const notes = [
    ...CASES.map((aspect) => after("Holds for requests:", sharedBy(policy, targets, aspect))),
    ...DETAILS.map((aspect) => capital(sharedBy(policy, figures, aspect) ?? "")),
  ].filter((note) => note !== "");
  return [table, ...notes.map((note): Block => ({ kind: "text", text: `${note}.` }))];
}

function captionOf(policy: Policy, metric: string): string {
  const name = metricName(policy, metric);
  const own = policy.metrics?.find((one) => sameMetric(one.id, metric));
  const repeats = own?.repeats ?? REPEATING.has(metric.replaceAll("_", "-"));
  return repeats ? `Time from one ${name} to the next` : `Time to ${name}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a column shows of a row: of all that fit, the ones that name most; else what holds for more than the row's case. */
function cellOf(all: readonly Target[], row: readonly Target[], column: Column): readonly Target[] {
  const isIn = (one: Target) =>
    (one.plan === column.plan || one.plan === null) && (one.tier === column.tier || one.tier === null);
  const own = strongest(
    row.filter((one) => isIn(one) && (column.when === undefined || one.when === column.when)),
  );
  const [first] = row;
  if (own.length > 0 || first === undefined) return own;
  return strongest(all.filter((one) => isIn(one) && holdsFor(one, first)));
}

function strongest(targets: readonly Target[]): readonly Target[] {
  const most = Math.max(...targets.map(specificityOf));
  return targets.filter((one) => specificityOf(one) === most);
}

/** Whether a target that names less than another holds in its case, too. */
const holdsFor = (one: Target, narrow: Target): boolean =>
  (one.severity === null || one.severity === narrow.severity) &&
  (one.intake === null || one.intake === narrow.intake) &&
  (one.category === null || one.category === narrow.category) &&
  (one.channel === undefined || one.channel === narrow.channel) &&
  (one.cohort === undefined || one.cohort === narrow.cohort) &&
  one.when === null;
