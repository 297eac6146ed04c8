import type { Finding, PolicyFiles } from "./types.ts";

/** A whole policy, as small as one can be while it still has every construct the checks look at. */
const POLICY = `policy: acme-support
version: 2026-01-01
updated: 2026-01-01T09:00:00Z
vendor: Acme
terms: { name: terms, href: "https://acme.example/terms" }
email: help@acme.example
links:
  forum: { label: Forum, href: "https://forum.acme.example" }
  sales: { label: Sales, href: "https://acme.example/sales" }
calendars:
  office:
    name: Office hours
    zone: Europe/Berlin
    open: { mon-fri: "09:00-17:00" }
    holidays: berlin
pricing:
  hobby: { name: Hobby, paid: no }
  team: Team
  company: { name: Company, also: company-eu }
channels:
  forum: { name: User forum, kind: community, official: no, link: forum }
  tickets: { name: Ticket desk, kind: ticket }
plans:
  basic: { pricing: hobby, channels: [forum] }
  pro: { includes: basic, pricing: team, channels: [tickets] }
  top:
    includes: pro
    pricing: company
    tiers: [silver, gold]
    default-tier: silver
    channels: []
categories:
  problem: { name: Problem, issue: yes }
  bespoke: { name: Bespoke work, route: sales }
default-severity: low
severities:
  high:
    name: High
    summary: Production is down.
    definitions: { H.a: The service is down }
    examples: { H.1: Nobody can connect }
  low:
    name: Low
    summary: Anything else.
    definitions: { L.a: A question }
targets:
  - metric: first-response
    plan: pro
    within: 2 business days @ office
    firmness: expectation
  - metric: first-response
    plan: top
    less-than:
      high: { silver: 4 business hours @ office, gold: 1 hour @ always }
      low: { silver: 1 business day @ office, gold: 1 business day @ office }
    firmness: commitment
readings:
  business-day: one local date with open hours
  tie: late
  severity-raised: earlier of old due and raise + new target
  severity-lowered: original start + new target
  plan-changed: earlier of old due and change + new target
  policy-changed: earlier of old and new due
  automatic-reply-stops-clock: no
  ai-reply-stops-clock: no
  zone-and-holidays: those of the calendar
  empty-cell: no
  outside-hours: at the next opening
outcomes: { answered: Answered }
reopen-within: 14 days
clauses: { channels: ways-in, response-times: times }
`;

const PAGE = `# {{ title }}

Write to {{ email }}.

## Ways in

::channels

## Times

A first answer comes within {{ targets.pro.first-response }}.

::targets{plan=top}
`;

const BERLIN = `name: Holidays in Berlin
source: Berlin law on public holidays
through: 2027-12-31
days:
  2026-01-01: New Year's Day
  2026-12-25: { name: Christmas Day }
  2026-12-31: { name: New Year's Eve, open: "09:00-12:00" }
`;

export const smallFiles: PolicyFiles = {
  "policy.yaml": POLICY,
  "page.md": PAGE,
  "holidays/berlin.yaml": BERLIN,
};

/** Marks, in the changed text, the place where the finding must point. */
export const HERE = "‸";

export type Change = { readonly file: string; readonly from: string; readonly to: string };

export const inPolicy = (from: string, to: string): Change => ({ file: "policy.yaml", from, to });

export const inPage = (from: string, to: string): Change => ({ file: "page.md", from, to });

export const inHolidays = (from: string, to: string): Change => ({ file: "holidays/berlin.yaml", from, to });

/** The small policy with changes, and the place of the mark in them. */
export function changed(...changes: readonly Change[]): {
  readonly files: PolicyFiles;
  readonly place: Pick<Finding, "file" | "line" | "column"> | null;
} {
  const files: Record<string, string> = { ...smallFiles };
  for (const { file, from, to } of changes) {
    const text = files[file] ?? "";
    if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
    files[file] = text.replace(from, () => to);
  }
  let place: Pick<Finding, "file" | "line" | "column"> | null = null;
  for (const [file, text] of Object.entries(files)) {
    const index = text.indexOf(HERE);
    if (index < 0) continue;
    const before = text.slice(0, index).split("\n");
    place = { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
    files[file] = text.replace(HERE, "");
  }
  return { files, place };
}
