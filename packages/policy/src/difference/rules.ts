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
};

const spotOf = (field: string): Spot => ({
  id: field,
  topic: TOPIC[field] ?? "rules",
  plan: null,
  subject: { kind: field, id: field },
  label: keyWords(field),
});

/** Every field of the policy that no other part tells, whatever it is: nothing an author changes goes untold. */
export function ruleChanges(before: Policy, after: Policy): Change[] {
  const [old, now]: Readonly<Record<string, unknown>>[] = [before, after];
  if (old === undefined || now === undefined) return [];
  const fields = [...new Set([...Object.keys(now), ...Object.keys(old)])].filter(
    (field) => !ELSEWHERE.has(field),
  );
  const changes = fields.flatMap((field) => valueChanges(spotOf(field), old[field], now[field]));
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
    const words = (value: unknown) => asWritten(readingWords(reading, value) ?? "not stated");
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
