import { compilePolicy } from "./compile.ts";
import { smallFiles } from "./small-policy.fixture.ts";
import type { PolicyFiles, RunnablePolicy } from "./types.ts";

/** A made-up vendor that uses what many policies do without: add-ons, narrowed channels, contacts, versions … */
const POLICY = `policy: kiln-support
version: 2026-01-01
updated: 2026-01-01T09:00:00Z
vendor: Kiln
terms: { name: terms, href: "https://kiln.example/terms" }
links:
  form: { label: The request form, href: "https://kiln.example/support" }
  forum: { label: Forum, href: "https://forum.kiln.example" }
  manager: { label: The support manager, href: "mailto:manager@kiln.example" }
offers: { upgrade: form, ticket: form }
calendars:
  days: { zone: UTC, open: { mon-fri: "09:00-17:00" }, holidays: none }
default-plan: free
pricing:
  hobby: { name: Hobby, paid: no }
  team: { name: Team, also: [team_v2] }
  company: Company
  firm: { name: Firm, legacy: yes }
products: { base: Base, mpg: Managed database }
channels:
  forum: { name: Forum, kind: forum, official: no, link: forum }
  form: { name: Request form, kind: ticket, link: form, doors: [console, portal] }
  emergency: { name: Emergency form, kind: ticket, doors: [console], severities: urgent, roles: [owner, admin] }
  email: { name: E-mail, kind: email, fallback-for: form }
  phone: { name: Phone, kind: phone, languages: [en], proof: a code of one use, asks: [callback] }
  screen: { name: Screen sharing, kind: screen-share, started-by: staff, starts-clock: no }
  visits: { name: Visits, kind: other, quota: 6 per year }
  slack: { name: Shared channel, kind: shared-channel }
plans:
  free: { pricing: hobby, channels: { form: { only: [billing] } } }
  basic: { pricing: team, channels: [form, email], price: { flat: 50, percent: 5 %, of: net spend, currency: EUR } }
  pro:
    includes: basic
    pricing: company
    tiers: { silver: { also: pro_silver }, gold: { name: Gold, also: pro_gold } }
    default-tier: silver
    channels: { emergency: yes, phone: { severities: [urgent, high], hours: days }, screen: yes, visits: yes, slack: extra-fee }
  firm-2020: { name: Firm of 2020, pricing: firm, includes: basic, legacy: yes, channels: [visits] }
  rapid: { add-on: yes, to: [basic, pro], per: organisation, also: [rapid_addon], channels: [slack] }
  rapid-plus: { add-on: yes, to: [basic, pro], includes: rapid, channels: [phone], targets-of: { plan: rapid, calendar: always } }
  database: { add-on: yes, channels: { form: { products: mpg } } }
cohorts:
  early: { name: Customers from before 2020, before: 2020-01-01, keeps: { team: firm-2020 } }
  new: { name: New customers, for-first: 30 days, keeps: { hobby: basic } }
  large: { name: Large customers, at-least: { monthly-spend: 1000 }, keeps: { team: pro } }
  late-rapid: { name: Rapid bought since 2025, of: rapid, since: 2025-01-01, note: Holidays are not covered. }
contracts: { may-set: [plan, tier, add-ons] }
categories:
  problem: { name: Problem, issue: yes, asks: [logs] }
  build: { name: Build error, plans: [basic, rapid] }
  billing: { name: Billing, default-severity: low }
  account: { name: Account, open-to: everyone }
facts: { production: It happens in production, down: It cannot be used, workaround: There is a way around it, leak: Data leaked }
default-severity: normal
severities:
  urgent:
    name: Urgent
    also: [s1, p0]
    plans: [pro]
    when: { all-of: [production], any-of: [[down, not workaround], leak] }
    examples: { U.1: { text: Nobody can log in, facts: [production, down, not workaround] } }
  high: { name: High, also: [s2], when: [production, down] }
  normal: Normal
  low: Low
severity-caps:
  - { environment: test, at-most: normal, except: [U.1] }
  - { payment: card, always: low }
severity-decision: { proposed-by: customer, decided-by: vendor, changed-by: nobody, explained: yes }
customer-priority: { name: Your own priority, levels: [high, low] }
eligibility:
  builds: { categories: [build], all-of: [member, local: It builds on your own machine] }
  mail: { channels: [email], any-of: [same-domain, tie: You say how you belong to the company] }
contacts:
  - { plans: [basic], limit: 2 }
  - { plans: [pro], limit: "5 per begun 500 nodes, at least 5, at most 15" }
  - { plans: [rapid], additional: 2, severities: [urgent] }
  - { at-least: 1, who: somebody with the rights of an administrator }
quotas:
  reviews: { limit: { basic: 1 per year, pro: 1 per quarter, gold: unlimited } }
  hours: { limit: 4 hours per month, plans: [pro], roll-over: { percent: 50 %, until: end of quarter } }
languages:
  en: full
  de: { level: best-effort, plans: [pro] }
  ja: { calendar: days, urgent: { severities: urgent, in: en, calendar: always } }
form:
  fields:
    logs: { label: Log files, kind: files }
    zone: { label: Zone, severities: [urgent, high] }
    cluster: { label: Cluster, products: [mpg], required: yes }
    callback: Number to call back
  attachments: { at-most: 20 MB, types: [png, txt], refused: [zip] }
  consent: We may look at your cluster.
  secrets: Send no passwords.
exclusions:
  own-code: { text: Your own code, leads-to: { basic: redirect, pro: best-effort }, link: forum }
  abuse: Use against the documentation
versions:
  server: { phases: { full: N-1, security: { until: 2 years, gives: security fixes } }, notice: 12 months }
life-cycle: { one-issue-per-ticket: yes, close-after: { silence: 14 days, notice: 3 days, attempts: 2 } }
escalation:
  marker: "#escalate"
  steps: { ask: Ask in the ticket, manager: { text: Write to the manager, link: manager, after: 4 hours } }
changes: { effective: next-cycle, notice: 1 month }
status: { first: yes, updates: 30 minutes, notify: ticket-owners }
staff: { eu: People in Europe only }
statements: { open: Our answer times are public }
targets:
  - { metric: first-response, plan: basic, within: 2 business days @ days, firmness: target }
  - { metric: first-response, plan: pro, within: 1 business day @ days, firmness: target }
  - { metric: first-response, plan: rapid, severity: [urgent, high], within: 4 business hours @ days, firmness: commitment }
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
  business-unit-round-the-clock: elapsed time
outcomes: { answered: Answered }
reopen-within: 14 days
`;

export const vendorFiles: PolicyFiles = { "policy.yaml": POLICY };

/** Compiled; throws with the findings when there are errors. */
function compiled(files: PolicyFiles): RunnablePolicy {
  const { runnable, findings } = compilePolicy(files);
  if (runnable === null) throw new Error(JSON.stringify(findings, null, 2));
  return runnable;
}

export const vendor: RunnablePolicy = compiled(vendorFiles);
export const small: RunnablePolicy = compiled(smallFiles);
