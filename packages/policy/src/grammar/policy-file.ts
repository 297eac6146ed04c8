import { calendars } from "./calendars.ts";
import { credits } from "./credits.ts";
import { further } from "./further.ts";
import { lowerSeverity } from "./lowering.ts";
import { channels, exception, links, plans, pricing } from "./plans.ts";
import { READINGS, readingShape } from "./readings.ts";
import {
  billing,
  changes,
  clauses,
  conduct,
  exclusions,
  factors,
  issue,
  offers,
  outcomes,
  responsibilities,
} from "./rules.ts";
import { categories, severities, severityCaps } from "./severities.ts";
import { anything, fields, listOf, may, need, type Read } from "./shape.ts";
import { metrics, targets } from "./targets.ts";
import { address, days, email, id, idOf, instant, queueKey, text } from "./words.ts";

const property = (key: string): string =>
  key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const readings = fields(
  Object.fromEntries(
    READINGS.map((reading) => [
      property(reading.key),
      may(readingShape(reading), `the reading of ${reading.asks}`),
    ]),
  ),
);

const terms = fields({
  name: need(text, "what the document is called"),
  href: need(address, "where it stands"),
  version: may(text, "the version the policy leans on"),
});

const vendor = fields(
  {
    name: need(text, "the vendor's name"),
    product: may(text, "the product's name; the vendor's when left out"),
  },
  "name",
);

/** `policy.yaml`, key by key. */
export const policyFile = fields({
  policy: need(id, "the id of the policy, e.g. `acme-support`"),
  version: need(id, "the version, e.g. its date"),
  updated: need(instant, "when this version was last edited"),
  title: may(text, "the title of the page"),
  vendor: need(vendor, "who gives the support, and for which product"),
  terms: need(terms, "the terms of service that the policy leans on"),
  email: may(email, "the support address"),
  links: may(links, "addresses that the page and decisions point to"),
  calendars: may(calendars, "when somebody is there"),
  defaultCalendar: may(idOf("calendar"), "the calendar of business time that names none"),
  pricing: may(pricing, "the pricing plans that the vendor sells"),
  channels: need(channels, "the ways in"),
  plans: need(plans, "the support plans, lowest first"),
  offers: may(offers, "links that a refusal offers"),
  exceptions: may(listOf(exception), "doors that are open although the plan lacks the channel"),
  categories: need(categories, "what a request can be about"),
  severities: may(severities, "the levels, worst first; without any, every request is alike"),
  defaultSeverity: may(idOf("severity"), "the severity of a request that names none"),
  severityCaps: may(severityCaps, "environments whose proposals stay below a level"),
  factors: may(factors, "what else an assessment may rest on"),
  issue: may(issue, "what counts as an Issue"),
  metrics: may(metrics, "what is measured, beside the built-in metrics"),
  credits: may(credits, "what customers may claim when promises are missed"),
  lowerSeverity: may(lowerSeverity, "cases in which a severity goes down by itself"),
  targets: need(targets, "the answer times"),
  readings: may(readings, "what the words leave open"),
  queue: may(listOf(queueKey), "the order in which requests are answered"),
  outcomes: need(outcomes, "how a ticket can end"),
  exclusions: may(exclusions, "what is not covered, in order"),
  reopenWithin: need(days, "how long a reply reopens a finished ticket"),
  conduct: may(conduct, "how people are to treat each other"),
  billing: may(billing, "invoices and disputes"),
  responsibilities: may(responsibilities, "what is asked of customers"),
  changes: may(changes, "how the policy changes"),
  clauses: may(clauses, "which section of the page each rule stands in"),
  ...further,
  $schema: may(anything, "the JSON Schema for editors"),
});
export type PolicyForm = Read<typeof policyFile>;
