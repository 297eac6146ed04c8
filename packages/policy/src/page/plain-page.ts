import { hasScale } from "../text.ts";
import type { ClauseRole, Policy } from "../types.ts";

/** One section of the page that stands in when the author wrote none; null where the policy has no such facts. */
type Section = {
  readonly id: ClauseRole | (string & {});
  readonly title: string;
  readonly body: (policy: Policy) => readonly (string | null)[];
};

const when = (isThere: boolean, text: string): string | null => (isThere ? text : null);

/** A metric in a directive is quoted, because an author may name one of their own. */
const targetLines = (policy: Policy): string[] =>
  [...new Set(policy.targets.map((target) => target.metric))].map(
    (metric) => `::targets{metric="${metric}"}`,
  );

const has = (list: readonly unknown[] | undefined): boolean => (list ?? []).length > 0;

const asksFacts = ({ facts = [] }: Policy): boolean => facts.some(({ asks }) => asks !== undefined);

/** Most sections are one directive, printed where the policy has what it prints. */
const only =
  (directive: string, isThere: (policy: Policy) => boolean): Section["body"] =>
  (policy) => [when(isThere(policy), directive)];

const SECTIONS: readonly Section[] = [
  {
    id: "channels",
    title: "Support channels",
    body: (policy) => [
      when(has(policy.channels), "::channels"),
      when(policy.supportEmail !== null, "The support address is {{ email }}."),
      when(has(policy.exceptions), "::exceptions"),
    ],
  },
  {
    id: "plans",
    title: "Support plans",
    body: (policy) => [
      when(has(policy.plans), "::plans"),
      when(has(policy.cohorts) || policy.contracts !== undefined, "::cohorts"),
    ],
  },
  {
    id: "eligibility",
    title: "What a request can be about",
    body: only("::categories", (policy) => has(policy.categories)),
  },
  {
    id: "who-may-ask",
    title: "Who may ask",
    body: only("::eligibility", (policy) => has(policy.eligibility)),
  },
  { id: "contacts", title: "Contacts", body: only("::contacts", (policy) => has(policy.contacts)) },
  { id: "quotas", title: "How much of it", body: only("::quotas", (policy) => has(policy.quotas)) },
  { id: "languages", title: "Languages", body: only("::languages", (policy) => has(policy.languages)) },
  { id: "staff", title: "Who answers", body: only("::staff", (policy) => has(policy.staff)) },
  {
    id: "form",
    title: "What the form asks for",
    body: only("::form", (policy) => policy.form !== undefined),
  },
  {
    id: "issue",
    title: "What counts as an Issue",
    body: only("{{ issue.text }}", (policy) => policy.issue !== null),
  },
  {
    id: "exclusions",
    title: "What is not covered",
    body: only("::exclusions", (policy) => has(policy.exclusions)),
  },
  { id: "versions", title: "Supported versions", body: only("::versions", (policy) => has(policy.versions)) },
  { id: "response-times", title: "Response times", body: targetLines },
  { id: "credits", title: "When a time is missed", body: only("::credits", (policy) => has(policy.credits)) },
  {
    id: "hours",
    title: "Hours and holidays",
    body: only("::calendars", (policy) => Object.keys(policy.calendars).length > 1),
  },
  {
    id: "counting",
    title: "How we count",
    body: only("::readings", (policy) => policy.targets.some((target) => target.amount !== null)),
  },
  {
    id: "severity",
    title: "Severity levels",
    body: (policy) => [
      when(hasScale(policy), "::severities"),
      when(asksFacts(policy), "What the form asks, so that a severity can be proposed:\n\n::facts"),
      when(policy.severityDecision !== undefined, "Who decides:\n\n::severity-decision"),
      when(has(policy.factors), "What else counts:\n\n::factors"),
      when(has(policy.severityCaps), "How far it may go:\n\n::caps"),
      when(has(policy.severityLowerings), "When it goes down by itself:\n\n::lower-severity"),
      when(policy.customerPriority !== undefined, "::priority"),
    ],
  },
  {
    id: "escalation",
    title: "Escalation",
    body: only("::escalation", (policy) => policy.escalation !== undefined),
  },
  {
    id: "outcomes",
    title: "How a ticket ends",
    body: (policy) => [
      when(has(policy.outcomes), "::outcomes"),
      when(policy.lifeCycle !== undefined, "::life-cycle"),
      when(policy.reopenDays > 0, "A finished ticket reopens when you reply within {{ reopen-within }}."),
    ],
  },
  { id: "status", title: "Incidents", body: only("::status", (policy) => policy.status !== undefined) },
  {
    id: "billing",
    title: "Billing",
    body: (policy) => [
      when(policy.billing !== null, "{{ billing.advice }}"),
      when(has(policy.billing?.mayFollowDispute), "::disputes"),
    ],
  },
  {
    id: "conduct",
    title: "How we treat each other",
    body: only("::conduct", (policy) => policy.conduct.text !== ""),
  },
  {
    id: "responsibilities",
    title: "What we ask of you",
    body: only("::responsibilities", (policy) => has(policy.responsibilities)),
  },
  { id: "statements", title: "Also", body: only("::statements", (policy) => has(policy.statements)) },
  { id: "changes", title: "Changes to this policy", body: only("::changes", () => true) },
];

const INTRODUCTION = "How {{ vendor.name }} supports {{ vendor.product }}, beside the {{ terms }}.";

/**
 * The page of a folder without `page.md`: a section for each kind of fact the policy has, with its table, in the
 * directives and references of an ordinary page. A section's id is that of the role decisions cite it in.
 */
export function plainPage(policy: Policy): string {
  const sections = SECTIONS.flatMap(({ id, title, body }) => {
    const lines = body(policy).filter((line) => line !== null);
    return lines.length === 0 ? [] : [`## ${title} {#${id}}`, ...lines];
  });
  return `${["# {{ title }}", INTRODUCTION, ...sections].join("\n\n")}\n`;
}
