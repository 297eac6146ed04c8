import type { Construct } from "./construct.ts";

/** Severity, scope, life cycle, change. */
export const RULES: readonly Construct[] = [
  {
    id: "K37",
    group: "E",
    title: "A scale of your own",
    says: "From three to six levels, with the names that systems use for them, and definitions by product.",
    keys: ["severities.<severity>.also", "severities.<severity>.definitions.<ground>.products"],
    sample: `products: { server: Server, cloud: Cloud }
severities:
  high:
    name: High
    also: [s1, urgent]
    definitions:
      H.a: { text: No node answers, products: server }
      H.b: { text: No project answers, products: cloud }
  low: { name: Low, also: [s2, s3] }`,
  },
  {
    id: "K38",
    group: "E",
    title: "Levels by plan",
    says: "The worst level is for the best plan only.",
    keys: ["severities.<severity>.plans"],
    sample: `severities:
  high: { name: High, plans: [premium] }
  low: Low`,
  },
  {
    id: "K39",
    group: "E",
    title: "Caps and fixed levels",
    says: "Outside production never the worst; with a development licence, or paid by card, always this one.",
    keys: [
      "severity-caps[].environment",
      "severity-caps[].at-most",
      "severity-caps[].always",
      "default-severity",
    ],
    sample: `severity-caps:
  - { environment: non-production, at-most: low }
  - { payment: card, always: low }`,
  },
  {
    id: "K40",
    group: "E",
    title: "Who decides",
    says: "Customer, vendor or both; whether it can change, is explained, and can be objected to.",
    keys: [
      "severity-decision.decided-by",
      "severity-decision.changed-by",
      "severity-decision.explained",
      "severity-decision.may-object",
    ],
    sample: `severity-decision:
  proposed-by: customer
  decided-by: vendor
  changed-by: vendor
  explained: yes
  may-object: yes`,
  },
  {
    id: "K41",
    group: "E",
    title: "Going down by itself",
    says: "When the core works again, or nobody of the customer's is there.",
    keys: ["lower-severity.<id>.when", "lower-severity.<id>.to"],
    sample: `lower-severity:
  restored: { text: The core function works again, when: core-function-restored, from: high, to: low }`,
  },
  {
    id: "K42",
    group: "E",
    title: "Definitions by facts",
    says: "A level is given by facts that hold, all of them or one of several, with examples and with what only looks like it.",
    keys: [
      "facts",
      "severities.<severity>.when",
      "severities.<severity>.examples",
      "severities.<severity>.counter-examples",
    ],
    sample: `facts:
  production: It happens in production
  down: It cannot be used
  workaround: There is a way around it
severities:
  high:
    name: High
    when: [production, down, not workaround]
    examples: { H.1: { text: Nobody can log in, facts: [production, down, not workaround] } }
    counter-examples: { H.x: { text: The test system is down, facts: [not production, down] } }
  low: Low`,
  },
  {
    id: "K42a",
    group: "E",
    title: "A proposal from facts",
    says: "The form asks a few facts, the desk knows others, and each definition or example says when it is met. What comes of it is proposed with its reasons; people decide.",
    keys: [
      "facts.<fact>.asks",
      "facts.<fact>.choices",
      "facts.<fact>.from",
      "facts.<fact>.asked-when",
      "severities.<severity>.definitions.<ground>.when",
      "severities.<severity>.definitions.<ground>.except-when",
      "assess-within",
    ],
    sample: `facts:
  production: { text: It is in production, asks: Is it in production?, from: project.production }
  service:
    text: How much is lost
    asks: Can you use it?
    choices: { works: It can be used, gone: It cannot be used }
  workaround: { text: There is a way around it, asks: Is there a way around it?, asked-when: service.gone }
  at-rest: { text: The endpoint is idle, from: endpoint.at-rest }
severities:
  high:
    name: High
    definitions:
      H.a: { text: It cannot be used at all, when: [production, service.gone], except-when: [at-rest, workaround] }
  low: Low
assess-within: { time: 4 hours, calendar: office-hours }`,
  },
  {
    id: "K43",
    group: "E",
    title: "The customer's own priority",
    says: "A second, free scale beside the severity; it moves no clock.",
    keys: ["customer-priority.levels"],
    sample: `customer-priority:
  name: Your own priority
  levels: { high: High, low: Low }
  note: It moves no clock.`,
  },
  {
    id: "K44",
    group: "F",
    title: "What is not covered, and what follows",
    says: "Refused, sent elsewhere, best effort, without binding targets, or only after approval in writing.",
    keys: ["exclusions.<exclusion>.leads-to", "exclusions.<exclusion>.lifted-by"],
    sample: `exclusions:
  own-changes: { text: Changes to the product that we did not make, lifted-by: written-approval }
  third-party: { text: Tools of others, leads-to: best-effort }
  old-plans: { text: Questions on plans of others, leads-to: redirect, link: forum }`,
  },
  {
    id: "K45",
    group: "F",
    title: "Versions and their end",
    says: "So many versions back, phases with less support, the oldest one supported, how long a fix is.",
    keys: ["versions.<id>.phases", "versions.<id>.minimum", "versions.<id>.hotfix", "versions.<id>.notice"],
    sample: `versions:
  server:
    phases:
      full: N-2
      security: { until: 5 years, gives: security fixes only }
    hotfix: 90 days
    notice: 12 months`,
  },
  {
    id: "K46",
    group: "F",
    title: "The life of a ticket",
    says: "One thing in each ticket, closed after silence, reopened by a reply, opened by your people on behalf of customers.",
    keys: [
      "life-cycle.one-issue-per-ticket",
      "life-cycle.close-after",
      "life-cycle.staff-may-open",
      "reopen-within",
    ],
    sample: `life-cycle:
  one-issue-per-ticket: yes
  staff-may-open: yes
  close-after: { silence: 14 days, notice: 3 days }
reopen-within: 30 days`,
  },
  {
    id: "K47",
    group: "F",
    title: "Escalation",
    says: "A word or a button, a chain with times, a second look, somebody who is called.",
    keys: ["escalation.marker", "escalation.steps", "escalation.peer-review", "escalation.paging"],
    sample: `escalation:
  marker: "#escalate"
  steps:
    in-ticket: Ask in the ticket
    lead: { text: Write to the support lead, link: sales, after: 4 hours }
  paging: { severities: [high], acknowledge: 5 minutes }`,
  },
  {
    id: "K48",
    group: "F",
    title: "Languages",
    says: "In full or as well as we can, with hours of their own; urgent requests in one language only.",
    keys: ["languages.<language>.level", "languages.<language>.calendar", "languages.<language>.urgent"],
    sample: `languages:
  en: full
  de: best-effort
  ja: { calendar: office-hours, urgent: { severities: [high], in: en, calendar: always } }`,
  },
  {
    id: "K49",
    group: "F",
    title: "Where your people sit",
    says: "People in one country only, for some customers.",
    keys: ["staff.<id>.text", "staff.<id>.plans"],
    sample: `staff:
  government: { text: Only people in the United States answer, plans: [premium] }`,
  },
  {
    id: "K50",
    group: "F",
    title: "Conduct",
    says: "How people treat each other, whom it binds, who decides, and the way back.",
    keys: [
      "conduct.text",
      "conduct.scope",
      "conduct.binds-agents",
      "conduct.decision",
      "conduct.reinstatement",
    ],
    sample: `conduct:
  text: Whoever writes does so with respect, customers and our people alike.
  scope: Tickets, chats and every place that is ours.
  binds-agents: yes
  may-end-support: yes
  decision: The head of support decides.
  reinstatement: Write to the head of support after thirty days.`,
  },
  {
    id: "K51",
    group: "F",
    title: "Money",
    says: "What to do before a dispute, what may follow one, and a price that is the greater of two.",
    keys: ["billing.advice", "billing.may-follow-dispute", "plans.<plan>.price"],
    sample: `billing:
  advice: Write to us before you dispute an invoice with your card provider.
  may-follow-dispute: { suspension: The account may be suspended until the dispute is settled }
plans:
  community: { pricing: free, channels: [forum] }
  basic: { includes: community, pricing: team, channels: [tickets] }
  premium: { includes: basic, pricing: company, price: { flat: 50, percent: 5 %, of: net spend, currency: EUR, per: month } }`,
  },
  {
    id: "K52",
    group: "F",
    title: "How the policy changes",
    says: "A new version counts at once, from the next cycle, or after a notice.",
    keys: ["changes.effective", "changes.notice"],
    sample: `changes: { effective: after-notice, notice: 30 days }`,
  },
  {
    id: "K53",
    group: "F",
    title: "Incidents",
    says: "The status page first, no ticket needed while one is open, how often it is written on, and to whom.",
    keys: ["status.link", "status.no-ticket-needed", "status.updates", "status.notify"],
    sample: `links:
  forum: { label: Ask the community, href: "https://forum.acme.example" }
  console: { label: Open a ticket, href: "https://console.acme.example/?modal=support" }
  plans: { label: Compare the plans, href: "https://acme.example/plans" }
  sales: { label: Talk to Sales, href: "https://acme.example/sales" }
  status: { label: Status, href: "https://status.acme.example" }
status: { link: status, first: yes, no-ticket-needed: yes, updates: 30 minutes, notify: ticket-owners }`,
  },
];
