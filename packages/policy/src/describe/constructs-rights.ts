import type { Construct } from "./construct.ts";

/** Who gets what, and the ways in. */
export const RIGHTS: readonly Construct[] = [
  {
    id: "K01",
    group: "A",
    title: "Pricing plans and support plans",
    says: "Many pricing plans lead to one support plan; other names and old plans are known; an account without a pricing plan has a plan of its own; an unknown name is an error, never a guess.",
    keys: ["pricing.<pricing>.also", "pricing.<pricing>.legacy", "plans.<plan>.pricing", "default-plan"],
    sample: `default-plan: community
pricing:
  free: { name: Free, paid: no }
  team: { name: Team, also: [team_v1, team_v2] }
  starter: { name: Starter, legacy: yes }
  company: Company
plans:
  community: { pricing: free, channels: [forum] }
  basic: { includes: community, pricing: [team, starter], channels: [tickets] }
  premium: { includes: basic, pricing: company }`,
  },
  {
    id: "K02",
    group: "A",
    title: "Tiers",
    says: "A second key inside a plan, carried by the contract.",
    keys: ["plans.<plan>.tiers", "plans.<plan>.default-tier"],
    sample: `plans:
  community: { pricing: free, channels: [forum] }
  basic: { includes: community, pricing: team, channels: [tickets] }
  premium:
    includes: basic
    pricing: company
    tiers: [silver, { gold: { name: Gold, also: premium_gold } }]
    default-tier: silver
targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: first-response
    plan: premium
    intake: console
    less-than:
      high: { silver: 4 business hours @ office-hours, gold: 1 hour @ always }
      low: { silver: 1 business day @ office-hours, gold: 1 business day @ office-hours }
    firmness: commitment`,
  },
  {
    id: "K03",
    group: "A",
    title: "Support bought apart",
    says: "Add-ons for a fee, bought beside a plan, for an organisation, a project or a cluster; several add up.",
    keys: ["plans.<plan>.add-on", "plans.<plan>.to", "plans.<plan>.per", "plans.<plan>.price"],
    sample: `plans:
  community: { pricing: free, channels: [forum] }
  basic: { includes: community, pricing: team, channels: [tickets] }
  premium: { includes: basic, pricing: company }
  night-watch:
    add-on: yes
    to: [basic, premium]
    per: organisation
    price: { flat: 100, currency: EUR, per: month }`,
  },
  {
    id: "K04",
    group: "A",
    title: "Inheritance and overlay",
    says: "Everything in another plan and more; the targets of another plan in another calendar, or only some of them.",
    keys: ["plans.<plan>.includes", "plans.<plan>.targets-of"],
    sample: `pricing:
  free: { name: Free, paid: no }
  team: Team
  company: Company
  company-24: Company around the clock
plans:
  community: { pricing: free, channels: [forum] }
  basic: { includes: community, pricing: team, channels: [tickets] }
  premium: { includes: basic, pricing: company }
  premium-24:
    includes: premium
    pricing: company-24
    targets-of: { plan: premium, calendar: always, severities: [high] }
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
  outside-hours: at the next opening
  empty-cell: no
  business-unit-round-the-clock: elapsed time`,
  },
  {
    id: "K05",
    group: "A",
    title: "More than yes and no",
    says: "A channel is included, on request, for a fee, recommended, only for some products or kinds of request, or not stated.",
    keys: [
      "plans.<plan>.channels.<channel>.access",
      "plans.<plan>.channels.<channel>.products",
      "plans.<plan>.channels.<channel>.note",
    ],
    sample: `channels:
  forum: { name: Community Forum, kind: community, official: no, link: forum }
  tickets: { name: Ticket Desk, kind: ticket, link: console }
  calls: { name: Video Calls, kind: video }
  chat: { name: Chat, kind: chat }
plans:
  community: { pricing: free, channels: [forum] }
  basic: { includes: community, pricing: team, channels: [tickets] }
  premium:
    includes: basic
    pricing: company
    channels:
      calls: { access: on-request, note: A person decides case by case. }
      chat: extra-fee`,
  },
  {
    id: "K06",
    group: "A",
    title: "Kinds of request limit who may ask",
    says: "Billing for everybody, technical questions for those who pay; a channel of a plan takes only some kinds.",
    keys: [
      "categories.<category>.open-to",
      "categories.<category>.plans",
      "plans.<plan>.channels.<channel>.only",
    ],
    sample: `categories:
  problem: { name: Problem, issue: yes, plans: [basic, premium] }
  question: { name: Question, default-severity: low }
  billing: { name: Billing, open-to: everyone }
plans:
  community: { pricing: free, channels: { forum: yes, tickets: { only: [billing] } } }
  basic: { includes: community, pricing: team, channels: [tickets] }
  premium: { includes: basic, pricing: company }`,
  },
  {
    id: "K07",
    group: "A",
    title: "Who may ask",
    says: "Verified address, membership, the same domain, a named contact: what the desk checks. Anything else is a sentence that the person confirms.",
    keys: ["eligibility.<id>.all-of", "eligibility.<id>.any-of"],
    sample: `eligibility:
  problems:
    categories: [problem]
    all-of: [verified-address, member, works-locally: It works on your own machine]`,
  },
  {
    id: "K08",
    group: "A",
    title: "Contacts",
    says: "How many people may write: a number, a formula, steps; more of them for emergencies.",
    keys: ["contacts[].limit", "contacts[].additional", "contacts[].severities"],
    sample: `contacts:
  - { plans: [basic], limit: 2 }
  - { plans: [premium], limit: "5 per begun 500 nodes, at most 15" }
  - { plans: [premium], additional: 2, severities: [high], who: contacts for emergencies }`,
  },
  {
    id: "K09",
    group: "A",
    title: "Quotas",
    says: "So many tickets, incidents, hours or sessions in a period, with what is left going over.",
    keys: ["quotas.<quota>.limit", "quotas.<quota>.roll-over", "plans.<plan>.channels.<channel>.quota"],
    sample: `quotas:
  reviews: { limit: { basic: 1 per year, premium: 1 per quarter }, name: Reviews of your set-up }
  advisory:
    limit: 4 hours per month
    plans: [premium]
    roll-over: { percent: 50 %, until: end of quarter }`,
  },
  {
    id: "K10",
    group: "A",
    title: "Old customers, single contracts",
    says: "Customers from before a date keep what they had; a contract may set a plan of its own.",
    keys: ["cohorts.<cohort>.before", "cohorts.<cohort>.keeps", "contracts.may-set"],
    sample: `cohorts:
  early:
    name: Customers from before 2024
    before: 2024-01-01
    keeps: { team: premium }
contracts: { may-set: [plan, tier, add-ons], note: A signed contract with more wins. }`,
  },
  {
    id: "K11",
    group: "B",
    title: "Official and not",
    says: "An unofficial place is open to everybody; nothing written there counts.",
    keys: ["channels.<channel>.official"],
    sample: `channels:
  forum: { name: Community Forum, kind: community, official: no, link: forum }
  tickets: { name: Ticket Desk, kind: ticket, link: console }`,
  },
  {
    id: "K12",
    group: "B",
    title: "The door as part of the target",
    says: "Only what comes through some doors or channels starts the clock of a target.",
    keys: ["targets[].intake", "targets[].channel", "channels.<channel>.starts-clock"],
    sample: `targets:
  - metric: first-response
    plans: [basic, premium]
    within: 2 business days @ office-hours
    firmness: expectation
  - metric: first-response
    plan: premium
    intake: [console, api]
    less-than: 4 business hours @ office-hours
    firmness: commitment`,
  },
  {
    id: "K13",
    group: "B",
    title: "Ways in for when others fail",
    says: "A channel opens only while another cannot be reached, in this order.",
    keys: ["channels.<channel>.fallback-for"],
    sample: `channels:
  forum: { name: Community Forum, kind: community, official: no, link: forum }
  tickets: { name: Ticket Desk, kind: ticket, link: console }
  mail: { name: E-mail, kind: email, fallback-for: tickets }
  phone: { name: Hotline, kind: phone, fallback-for: [tickets, mail] }
plans:
  community: { pricing: free, channels: [forum] }
  basic: { includes: community, pricing: team, channels: [tickets] }
  premium: { includes: basic, pricing: company, channels: [mail, phone] }`,
  },
  {
    id: "K14",
    group: "B",
    title: "Channels with conditions",
    says: "For some severities only, started by your people, after proof of identity.",
    keys: ["channels.<channel>.severities", "channels.<channel>.started-by", "channels.<channel>.proof"],
    sample: `channels:
  forum: { name: Community Forum, kind: community, official: no, link: forum }
  tickets: { name: Ticket Desk, kind: ticket, link: console }
  phone: { name: Hotline, kind: phone, severities: [high], proof: a code of one use }
  screen: { name: Screen Sharing, kind: screen-share, started-by: staff, starts-clock: no }
plans:
  community: { pricing: free, channels: [forum] }
  basic: { includes: community, pricing: team, channels: [tickets] }
  premium: { includes: basic, pricing: company, channels: [phone, screen] }`,
  },
  {
    id: "K16",
    group: "B",
    title: "The form",
    says: "Fields by kind of request, severity or product; files and their sizes; consent to look at data; a warning of secrets.",
    keys: ["form.fields", "form.attachments", "form.consent", "form.secrets"],
    sample: `form:
  fields:
    project: Which project is it?
    impact: { label: What does it cost your business?, kind: long-text, severities: [high], required: yes }
  attachments: { at-most: 20 MB, files: 5, types: [png, txt] }
  consent: We may look at your data while we work on it.
  secrets: Never send passwords or keys.`,
  },
];
