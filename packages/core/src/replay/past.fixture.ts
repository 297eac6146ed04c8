import { compilePolicy, type RunnablePolicy } from "@troth/policy";
import type { LoggedTicketEvent, TicketEvent } from "../ticket/events.ts";
import { type PastTicket } from "./under-draft.ts";

const TEXT = `policy: acme-support
version: one
updated: 2026-01-01T09:00:00Z
vendor: Acme
terms: { name: terms, href: "https://acme.example/terms" }
links: { sales: { label: Sales, href: "https://acme.example/sales" } }
calendars:
  office: { name: Office hours, zone: Europe/Berlin, open: { mon-fri: "09:00-17:00" }, holidays: berlin }
pricing:
  hobby: { name: Hobby, paid: no }
  team: Team
  company: Company
channels:
  forum: { name: User forum, kind: community, official: no }
  tickets: { name: Ticket desk, kind: ticket }
plans:
  basic: { pricing: hobby, channels: [forum] }
  pro: { includes: basic, pricing: team, channels: [tickets] }
  top: { includes: pro, pricing: company, tiers: [silver, gold], default-tier: silver, channels: [] }
categories:
  problem: { name: Problem, issue: yes }
  question: { name: Question }
  bespoke: { name: Bespoke work, route: sales }
default-severity: low
severities:
  high: { name: High, summary: Production is down., definitions: { H.a: The service is down } }
  low: { name: Low, summary: Anything else., definitions: { L.a: A question } }
targets:
  - { metric: first-response, plan: pro, within: 2 business days @ office, firmness: expectation }
  - metric: first-response
    plan: top
    firmness: commitment
    less-than:
      high: { silver: 4 business hours @ office, gold: 1 hour @ always }
      low: { silver: 1 business day @ office, gold: 1 business day @ office }
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
queue: [severity, plan, due, age]
outcomes: { solved: Solved, deleted: Deleted }
reopen-within: 30 days
conduct: { text: Be kind., binds-agents: yes, may-end-support: yes }
`;

const HOLIDAYS = `name: Berlin
through: 2030-12-31
source: https://berlin.example/holidays
days: []
`;

/** A small policy with some of its text changed; every text must be there. */
export function acme(
  version: string,
  ...changes: readonly (readonly [from: string, to: string])[]
): RunnablePolicy {
  let text = TEXT.replace("version: one", `version: ${version}`);
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`The policy does not hold ${JSON.stringify(from)}`);
    text = text.replace(from, to);
  }
  const files = { "policy.yaml": text, "holidays/berlin.yaml": HOLIDAYS };
  const { runnable, findings } = compilePolicy(files);
  if (runnable === null) throw new Error(JSON.stringify(findings, null, 2));
  return runnable;
}

/** An instant of March 2026 in Berlin, before the clocks change: `berlin("02 10:00")` is a Monday. */
export const berlin = (wall: string): number => Date.parse(`2026-03-${wall.replace(" ", "T")}:00+01:00`);

type Opened = Extract<TicketEvent, { kind: "ticket.opened" }>;

export type Opening = Partial<Pick<Opened, "category" | "severityChosen" | "intake" | "standing" | "number">>;

export const opened = (other: Opening = {}): Opened => ({
  kind: "ticket.opened",
  number: 7,
  organisation: "org",
  requester: "person",
  category: "problem",
  route: "support",
  intake: "console",
  severityChosen: null,
  standing: { pricing: "team", plan: "pro", tier: null },
  policyVersion: "one",
  place: { project: null, branch: null, endpoint: null, region: null },
  isBusinessImpactUnknown: false,
  flags: [],
  locale: "en",
  zone: null,
  message: "m",
  subject: "",
  text: "",
  businessImpact: null,
  facts: null,
  ...other,
});

export const answered: TicketEvent = {
  kind: "message.written",
  message: "m",
  author: "agent",
  isNote: false,
  waitsForCustomer: false,
  text: "",
};

export const assessed = (to: string): TicketEvent => ({
  kind: "severity.assessed",
  from: "low",
  to,
  grounds: [],
  factors: [],
  reason: null,
  dueFrom: null,
  dueTo: null,
});

/** A ticket of the past: its events with the wall time of each. */
export function past(
  ...story: readonly (readonly [wall: string, event: TicketEvent])[]
): PastTicket & { readonly log: readonly LoggedTicketEvent[] } {
  const log = story.map(([wall, event], at) => ({
    seq: at + 1,
    at: berlin(wall),
    actor: { kind: "system", id: null },
    event,
  }));
  const [first] = story;
  const standing = first?.[1].kind === "ticket.opened" ? first[1].standing : null;
  const pricing = standing?.pricing ?? null;
  const account = {
    organisation: "org",
    pricing,
    tier: standing?.tier ?? null,
    subscription: "active",
  } as const;
  return { log, account, requester: { role: "member" } };
}
