import { METRICS } from "../grammar/targets.ts";
import { durationText, NAMES_ITSELF, planText } from "../text.ts";
import type { Firmness, Locale, Policy, Target } from "../types.ts";
import { type Change, compose, joined, type Said, said } from "./change.ts";
import { type Cell, factsOf, OTHER } from "./target-cells.ts";
import { valueWords } from "./values.ts";
import { keyWords } from "./words.ts";

const FIRM: Readonly<Record<Firmness, Said>> = {
  commitment: said("a commitment", "eine Zusage"),
  target: said("a target", "ein Ziel"),
  expectation: said("an expectation", "eine Erwartung"),
  aspiration: said("an aspiration", "ein Bestreben"),
  "best-effort": said("best effort", "nach bestem Bemühen"),
  "per-contract": said("by contract", "laut Vertrag"),
  unstated: said("no firmness stated", "ohne Angabe der Verbindlichkeit"),
  none: said("not offered", "nicht angeboten"),
};
function calendarWords(policy: Policy, target: Target, locale: Locale): string {
  const id = target.calendar ?? target.lowered?.calendar;
  const calendar = id === undefined ? undefined : policy.calendars[id];
  if (calendar === undefined) return "";
  if (calendar.schedules.length === 0) return locale === "de" ? "rund um die Uhr" : "around the clock";
  return `in ${calendar.name}`;
}

const OP: Readonly<Record<Target["op"], Said>> = {
  "less-than": said("less than", "unter"),
  within: said("within", "innerhalb von"),
};

const FIGURE_FIELDS = new Set(["amount", "rangeLow", "unit", "op", "calendar", "firmness"]);

/** The figure, with as much else as sets it apart from the other side. */
export function cellWords(policy: Policy, target: Target, other: Target | null): Said {
  const differs = (key: keyof Target) => (other === null ? key === "firmness" : other[key] !== target[key]);
  return compose((locale) => {
    const figure = durationText(target, locale);
    const op = figure !== "" && differs("op") ? `${OP[target.op][locale]} ` : "";
    const hours = figure !== "" && differs("calendar") ? calendarWords(policy, target, locale) : "";
    const isFirmTold = figure === "" || differs("firmness");
    const rest = factsOf(target)
      .filter(([key]) => !FIGURE_FIELDS.has(key))
      .filter(
        ([key, value]) =>
          other === null ||
          !factsOf(other).some(([k, v]) => k === key && JSON.stringify(v) === JSON.stringify(value)),
      )
      .map(([key, value]) => `${keyWords(key)[locale]}: ${valueWords(value)[locale]}`);
    const firm = isFirmTold ? FIRM[target.firmness][locale] : "";
    const head = figure === "" ? firm : `${op}${figure}`;
    const tail = [hours, figure === "" ? "" : firm, ...rest].filter((part) => part !== "");
    return [head, ...tail].join(", ");
  });
}

const DOORS: Readonly<Record<string, Said>> = {
  console: said("through the console", "über die Konsole"),
  portal: said("through the portal", "über das Portal"),
  email: said("by e-mail", "per E-Mail"),
  api: said("through the API", "über die API"),
  agent: said("opened by an agent", "von Mitarbeitern eröffnet"),
};

function severityWords(policies: readonly Policy[], id: string, locale: Locale): string {
  const severity = policies.flatMap((policy) => policy.severities).find((one) => one.id === id);
  const name = /^\d+$/.test(id) && !NAMES_ITSELF.test(severity?.name ?? "") ? id : (severity?.name ?? id);
  if (NAMES_ITSELF.test(name)) return name;
  return `${locale === "de" ? "Schweregrad" : "Severity"} ${name}`;
}

/** The two versions, and what is measured. */
export type Context = { readonly before: Policy; readonly after: Policy; readonly metric: string };

/** “Severity 2 on Enterprise Gold, through the console”. */
export function labelOf(context: Context, plan: Change["plan"], { labels }: Cell): Said {
  const policies = [context.after, context.before];
  return compose((locale) => {
    const severity = (labels.severity ?? []).flatMap((id) =>
      id === null ? [] : severityWords(policies, id, locale),
    );
    const tier = (labels.tier ?? []).flatMap((id) => id ?? []);
    const place = plan === null ? "" : placeWords(policies, plan, tier[0] ?? null);
    const head =
      severity.length === 0
        ? place || (locale === "de" ? "Jede Anfrage" : "Every request")
        : `${joined(severity, locale)}${place === "" ? "" : locale === "de" ? ` bei ${place}` : ` on ${place}`}`;
    const axis = (ids: readonly (string | null)[] | null | undefined, nameOf: (id: string) => string) =>
      axisWords(ids ?? [], nameOf, locale);
    const doors = axis(labels.intake, (door) => DOORS[door]?.[locale] ?? door);
    const categories = axis(labels.category, (id) => nameIn(policies, "categories", id));
    const whens = (labels.when ?? []).flatMap((text) =>
      text === null ? [] : whenWords(policies, text, locale),
    );
    const ways = axis(labels.channel, (id) => nameIn(policies, "channels", id));
    const cohorts = axis(labels.cohort, (id) => nameIn(policies, "cohorts", id));
    return [head, ...[doors, ways, categories, cohorts, whens].map((words) => joined(words, locale))]
      .filter((part) => part !== "")
      .join(", ");
  });
}

function placeWords(
  policies: readonly Policy[],
  plan: NonNullable<Change["plan"]>,
  tier: string | null,
): string {
  const plans = policies.flatMap((policy) => policy.plans.filter((one) => one.id === plan.id));
  const found = plans.flatMap((one) => one.tiers.filter((two) => two.id === tier))[0] ?? null;
  const [named] = plans;
  return named === undefined ? plan.name : planText(named, found);
}

/** A condition on the hour of opening with the calendar's name; any other as its author wrote it. */
function whenWords(policies: readonly Policy[], text: string, locale: Locale): string {
  const { where, id = "" } = /^opened (?<where>in|outside) (?<id>\S+)$/.exec(text)?.groups ?? {};
  const calendar = policies.flatMap(({ calendars }) => calendars[id] ?? [])[0];
  if (where === undefined || calendar === undefined) return text;
  if (locale === "en") return `opened ${where} ${calendar.name}`;
  return `eröffnet ${where === "in" ? "in" : "außerhalb von"} ${calendar.name}`;
}

/** What an axis takes: values by name, or all but those that a target names and these are not. */
function axisWords(
  ids: readonly (string | null)[],
  nameOf: (id: string) => string,
  locale: Locale,
): readonly string[] {
  const taken = ids.flatMap((id) => id ?? []);
  const other = taken.find((id) => id.startsWith(OTHER));
  if (other === undefined) return taken.map(nameOf);
  const left = other
    .slice(1)
    .split(OTHER)
    .filter((id) => !taken.includes(id));
  return left.length === 0 ? [] : [`${locale === "de" ? "nicht" : "not"} ${left.map(nameOf).join(", ")}`];
}

function nameIn(
  policies: readonly Policy[],
  kind: "categories" | "channels" | "cohorts",
  id: string,
): string {
  const known = policies.flatMap((policy): readonly { id: string; name: string }[] => policy[kind] ?? []);
  return known.find((one) => one.id === id)?.name ?? id;
}

export function metricWords(metric: string): Said {
  const hyphened = metric.replaceAll("_", "-");
  const german: Readonly<Record<string, string>> = {
    "first-response": "erste Antwort",
    "next-response": "nächste Antwort",
    acknowledge: "Bestätigung",
    "update-every": "Zwischenstand",
    mitigation: "Linderung",
    workaround: "Umgehung",
    resolution: "Lösung",
  };
  const name = METRICS.get(hyphened) ?? hyphened.replaceAll("-", " ");
  return said(name, german[hyphened] ?? name);
}
