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

const SECTIONS: readonly Section[] = [
  {
    id: "channels",
    title: "Support channels",
    body: (policy) => [
      when(policy.channels.length > 0, "::channels"),
      when(policy.supportEmail !== null, "The support address is {{ email }}."),
      when(policy.exceptions.length > 0, "::exceptions"),
    ],
  },
  { id: "plans", title: "Support plans", body: (policy) => [when(policy.plans.length > 0, "::plans")] },
  {
    id: "eligibility",
    title: "What a request can be about",
    body: (policy) => [when(policy.categories.length > 0, "::categories")],
  },
  {
    id: "issue",
    title: "What counts as an Issue",
    body: (policy) => [when(policy.issue !== null, "{{ issue.text }}")],
  },
  {
    id: "exclusions",
    title: "What is not covered",
    body: (policy) => [when(policy.exclusions.length > 0, "::exclusions")],
  },
  { id: "response-times", title: "Response times", body: targetLines },
  {
    id: "hours",
    title: "Hours and holidays",
    body: (policy) => [when(Object.keys(policy.calendars).length > 1, "::calendars")],
  },
  {
    id: "counting",
    title: "How we count",
    body: (policy) => [
      when(
        policy.targets.some((target) => target.amount !== null),
        "::readings",
      ),
    ],
  },
  {
    id: "severity",
    title: "Severity levels",
    body: (policy) => [
      when(policy.severities.length > 0, "::severities"),
      when(policy.factors.length > 0, "What else counts:\n\n::factors"),
    ],
  },
  {
    id: "outcomes",
    title: "How a ticket ends",
    body: (policy) => [
      when(policy.outcomes.length > 0, "::outcomes"),
      when(policy.reopenDays > 0, "A finished ticket reopens when you reply within {{ reopen-within }}."),
    ],
  },
  {
    id: "billing",
    title: "Billing",
    body: (policy) => [
      when(policy.billing !== null, "{{ billing.advice }}"),
      when((policy.billing?.mayFollowDispute ?? []).length > 0, "::disputes"),
    ],
  },
  {
    id: "conduct",
    title: "How we treat each other",
    body: (policy) => [when(policy.conduct.text !== "", "{{ conduct.text }}")],
  },
  {
    id: "responsibilities",
    title: "What we ask of you",
    body: (policy) => [when(policy.responsibilities.length > 0, "::responsibilities")],
  },
];

/**
 * The page of a folder without `page.md`: a section for each kind of fact the policy has, with its table, in the
 * directives and references of an ordinary page. A section's id is that of the role decisions cite it in.
 */
export function plainPage(policy: Policy): string {
  const sections = SECTIONS.flatMap(({ id, title, body }) => {
    const lines = body(policy).filter((line) => line !== null);
    return lines.length === 0 ? [] : [`## ${title} {#${id}}`, ...lines];
  });
  return `${["# {{ title }}", ...sections].join("\n\n")}\n`;
}
