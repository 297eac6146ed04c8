import { READINGS, readingWords } from "../grammar/readings.ts";
import type { Policy, Readings } from "../types.ts";
import { asWritten, type Change, type ChangeTopic, changeAt, compose, type Spot, said } from "./change.ts";
import { valueChanges } from "./values.ts";
import { keyWords } from "./words.ts";

/** Told elsewhere, or no fact: identity, version, hash and the anchors that decisions cite. */
const ELSEWHERE: ReadonlySet<string> = new Set<keyof Policy>([
  "id",
  "version",
  "updatedAt",
  "hash",
  "plans",
  "pricing",
  "channels",
  "targets",
  "calendars",
  "severities",
  "readings",
  "reopenDays",
  "clauses",
  "clauseFor",
  "page",
]);

/** Where a field is told that is none of the rules. */
const TOPIC: Readonly<Record<string, ChangeTopic>> = {
  title: "page",
  vendor: "page",
  terms: "page",
  links: "page",
  offers: "page",
  supportEmail: "page",
  categories: "requests",
  severityCaps: "severities",
  defaultSeverity: "severities",
  factors: "severities",
  issue: "scope",
  exclusions: "scope",
  exceptions: "scope",
  versions: "scope",
  eligibility: "requests",
  form: "requests",
  contacts: "plans",
  quotas: "plans",
  cohorts: "plans",
  contracts: "plans",
  defaultPlan: "plans",
  languages: "channels",
  status: "channels",
  staff: "channels",
  metrics: "targets",
  credits: "targets",
  facts: "severities",
  assessWithin: "severities",
  severityDecision: "severities",
  severityLowerings: "severities",
  customerPriority: "severities",
};

const spotOf = (field: string): Spot => ({
  id: field,
  topic: TOPIC[field] ?? "rules",
  plan: null,
  subject: { kind: field, id: field },
  label: keyWords(field),
});

type Names = ReadonlyMap<string, string>;

/** What ids stand for in either version, by the names of the later one, so that a new name is no change of a fact. */
function namesIn(before: Policy, after: Policy): Readonly<Record<string, Names>> {
  const of = (rows: (policy: Policy) => readonly { readonly id: string; readonly name: string }[]): Names =>
    new Map([...rows(before), ...rows(after)].map((row) => [row.id, row.name]));
  const links = (policy: Policy) => Object.values(policy.links).map(({ id, label }) => ({ id, name: label }));
  return {
    plan: of((policy) => policy.plans),
    severity: of((policy) => policy.severities),
    category: of((policy) => policy.categories),
    channel: of((policy) => policy.channels),
    calendar: of((policy) => Object.values(policy.calendars)),
    language: of((policy) => policy.languages ?? []),
    product: of((policy) => policy.products ?? []),
    link: of(links),
  };
}

/** Which ids a field holds. */
const HOLDS: Readonly<Record<string, string>> = {
  plan: "plan",
  plans: "plan",
  keeps: "plan",
  limits: "plan",
  leadsTo: "plan",
  defaultPlan: "plan",
  severities: "severity",
  warnsAt: "severity",
  defaultSeverity: "severity",
  atMost: "severity",
  to: "severity",
  from: "severity",
  category: "category",
  categories: "category",
  channels: "channel",
  calendar: "calendar",
  product: "product",
  products: "product",
  languages: "language",
  link: "link",
  route: "link",
};

/** A value with names in place of ids, below the fields that hold them. */
function readable(
  value: unknown,
  names: Readonly<Record<string, Names>>,
  holds: string | undefined,
): unknown {
  const nameOf = (id: string): string => (holds === undefined ? id : (names[holds]?.get(id) ?? id));
  if (typeof value === "string") return nameOf(value);
  if (Array.isArray(value))
    return value.map((item: unknown) => readable(item, names, typeof item === "string" ? holds : undefined));
  if (typeof value !== "object" || value === null) return value;
  const isTable = !("id" in value) && holds === "plan";
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) =>
      isTable ? [nameOf(key), readable(one, names, holds)] : [key, readable(one, names, HOLDS[key])],
    ),
  );
}

/** Every field of the policy that no other part tells, whatever it is: nothing an author changes goes untold. */
export function ruleChanges(before: Policy, after: Policy): Change[] {
  const [old, now]: Readonly<Record<string, unknown>>[] = [before, after];
  if (old === undefined || now === undefined) return [];
  const fields = [...new Set([...Object.keys(now), ...Object.keys(old)])].filter(
    (field) => !ELSEWHERE.has(field),
  );
  const names = namesIn(before, after);
  const told = (policy: Readonly<Record<string, unknown>>, field: string): unknown =>
    readable(
      policy[field],
      names,
      field === "defaultPlan" || field === "defaultSeverity" ? HOLDS[field] : undefined,
    );
  const changes = fields.flatMap((field) => valueChanges(spotOf(field), told(old, field), told(now, field)));
  return [...changes, ...reopenChanges(before, after), ...readingChanges(before.readings, after.readings)];
}

function reopenChanges(before: Policy, after: Policy): Change[] {
  if (before.reopenDays === after.reopenDays) return [];
  const otherwise = after.reopenDays > before.reopenDays ? "better" : "worse";
  const days = (count: number) =>
    said(`${count} ${count === 1 ? "day" : "days"}`, `${count} ${count === 1 ? "Tag" : "Tage"}`);
  const label = said(
    "A reply reopens a finished ticket within",
    "Eine Antwort öffnet ein erledigtes Ticket wieder binnen",
  );
  return [
    changeAt({ ...spotOf("reopenDays"), label }, days(before.reopenDays), days(after.reopenDays), {
      otherwise,
    }),
  ];
}

const GERMAN: Readonly<Record<string, string>> = {
  "business-day": "Ein Geschäftstag",
  tie: "Eine Antwort genau zum Zeitpunkt",
  "day-in-business-calendar": "Ein einfacher Tag in Geschäftszeiten",
  "severity-raised": "Neue Frist bei höherem Schweregrad",
  "severity-lowered": "Neue Frist bei niedrigerem Schweregrad",
  "plan-changed": "Neue Frist bei anderem Plan",
  "policy-changed": "Neue Frist bei neuer Richtlinie",
  "automatic-reply-stops-clock": "Eine automatische Antwort zählt",
  "ai-reply-stops-clock": "Eine KI-Antwort zählt",
  "zone-and-holidays": "Maßgebliche Zone und Feiertage",
  "empty-cell": "Eine leere Zelle der Tabelle",
  "outside-hours": "Die Uhr einer Anfrage außerhalb der Zeiten startet",
};

/** How the words are read, in the words of the page. */
function readingChanges(before: Readings, after: Readings): Change[] {
  const [old, now]: Readonly<Record<string, unknown>>[] = [before, after];
  return READINGS.flatMap((reading) => {
    const { key, property, title } = reading;
    if (property === null || old?.[property] === now?.[property]) return [];
    const words = (value: unknown) =>
      value === undefined ? null : asWritten(readingWords(reading, value) ?? JSON.stringify(value));
    const spot: Spot = {
      id: `readings/${key}`,
      topic: "rules",
      plan: null,
      subject: { kind: "reading", id: key },
      label: compose((locale) => (locale === "de" ? (GERMAN[key] ?? title) : title)),
    };
    return [changeAt(spot, words(old?.[property]), words(now?.[property]))];
  });
}
