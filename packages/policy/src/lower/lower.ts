import { contentHash } from "../hash.ts";
import type { Source } from "../source/source.ts";
import type { Clause, ClauseRole, Link, Offer, Policy } from "../types.ts";
import { lowerCalendars } from "./calendars.ts";
import { type ClauseLookup, clauseLookup, type Section } from "./clauses.ts";
import { lowerFurther } from "./further.ts";
import { lowerMeasures } from "./measures.ts";
import { lowerChannels, lowerPlans, lowerPricing } from "./plans.ts";
import { lowerReadings } from "./readings.ts";
import { lowerExceptions, lowerExclusions, lowerOutcomes, lowerRules } from "./rules.ts";
import { defaultSeverityOf, lowerCaps, lowerCategories, lowerSeverities } from "./severities.ts";
import { placedTargets } from "./targets.ts";

function linksOf(source: Source): Readonly<Record<string, Link>> {
  return Object.fromEntries(
    (source.form.links ?? []).map(({ id, value }) => [
      id.value,
      { id: id.value, label: value.label.value, href: value.href.value },
    ]),
  );
}

function clauseForRoles(clauses: ClauseLookup): Readonly<Record<ClauseRole, Clause>> {
  const of = (role: ClauseRole) => clauses.at(undefined, role);
  return {
    channels: of("channels"),
    plans: of("plans"),
    eligibility: of("eligibility"),
    upgrade: of("upgrade"),
    issue: of("issue"),
    exclusions: of("exclusions"),
    billing: of("billing"),
    "response-times": of("response-times"),
    severity: of("severity"),
    conduct: of("conduct"),
    responsibilities: of("responsibilities"),
    changes: of("changes"),
  };
}

function offersOf(source: Source, links: Readonly<Record<string, Link>>): Policy["offers"] {
  const of = (kind: Offer) => (source.form.offers?.[kind] ?? []).flatMap(({ value }) => links[value] ?? []);
  return { upgrade: of("upgrade"), renew: of("renew"), ticket: of("ticket") };
}

/** The title of the page, as stated or made from the vendor's name. */
export const titleOf = (source: Source): string =>
  source.form.title?.value ?? `${source.form.vendor.name.value} support policy`;

/**
 * Tables the desk reads, from what the author wrote. Total: a folder with errors lowers too, with gaps where
 * nothing could be read, so that later checks still run; such a policy is never handed out. Its hash is empty until it is sealed.
 */
export function lower(source: Source, sections: readonly Section[]): Policy {
  const { form } = source;
  const version = form.version.value;
  const clauses = clauseLookup(form, titleOf(source), sections);
  const readings = lowerReadings(source);
  const links = linksOf(source);
  return {
    id: form.policy.value,
    version,
    updatedAt: form.updated.value,
    title: titleOf(source),
    vendor: {
      name: form.vendor.name.value,
      product: form.vendor.product?.value ?? form.vendor.name.value,
    },
    terms: {
      name: form.terms.name.value,
      href: form.terms.href.value,
      version: form.terms.version?.value ?? null,
    },
    links,
    offers: offersOf(source, links),
    supportEmail: form.email?.value ?? null,
    calendars: lowerCalendars(source),
    plans: lowerPlans(source, clauses),
    pricing: lowerPricing(source),
    channels: lowerChannels(source),
    categories: lowerCategories(source, clauses),
    severities: lowerSeverities(source),
    severityCaps: lowerCaps(source),
    defaultSeverity: defaultSeverityOf(source),
    targets: placedTargets(source, readings, clauses).map(({ target }) => target),
    readings,
    queue: form.queue?.map((key) => key.value) ?? ["severity", "plan", "due", "age"],
    outcomes: lowerOutcomes(source),
    exclusions: lowerExclusions(source, clauses),
    exceptions: lowerExceptions(source, clauses),
    reopenDays: form.reopenWithin.value,
    clauses: sections.map(({ id, title }) => ({ id, title, policyVersion: version })),
    clauseFor: clauseForRoles(clauses),
    ...lowerRules(source, clauses),
    ...lowerFurther(source, clauses),
    ...lowerMeasures(source, clauses),
    page: source.page,
    hash: "",
  };
}

/** The policy with the hash of all that is in it. */
export function sealed(policy: Policy): Policy {
  const { hash: _, ...content } = policy;
  return { ...policy, hash: contentHash(content) };
}
