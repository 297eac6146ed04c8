import { type Fact, type FactSource, type Policy, truthOf } from "@troth/policy";
import type { Invalid } from "../ticket/form-answers.ts";
import { type NamedPlace, placeFacts, type VendorProject } from "./place-facts.ts";

/** Answers to the facts that the form asks, by fact: `yes` or `no`, or the id of a choice. */
export type FactAnswers = Readonly<Record<string, string>>;

/** An open incident as far as a proposal looks at it. */
export type OpenIncident = { readonly title: string; readonly regions: readonly string[] };

/** What is known of a request before anybody has assessed it. */
export type FactQuestion = {
  readonly category: string;
  readonly answers: FactAnswers;
  readonly place: NamedPlace;
  /** The organisation's, as the vendor's directory has them. */
  readonly projects: readonly VendorProject[];
  readonly openIncidents: readonly OpenIncident[];
};

/** A fact that holds or does not, and who says so. Facts with choices are named `fact.choice`. */
export type KnownFact = {
  readonly fact: string;
  readonly holds: boolean;
  readonly source: "customer" | "directory" | "category" | "incident";
};

/** What is wrong with the answers: a fact that is not asked of this kind of request, or an answer it does not have. */
export function invalidFacts(
  policy: Policy,
  { category, answers }: { readonly category: string; readonly answers: FactAnswers },
): Invalid[] {
  const isIssue = policy.categories.some(({ id, isIssue: claims }) => id === category && claims);
  const asked = isIssue ? (policy.facts ?? []).filter((fact) => fact.asks !== undefined) : [];
  return Object.entries(answers).flatMap(([id, answer]): Invalid[] => {
    const fact = asked.find((one) => one.id === id);
    const path = `severityFacts.${id}`;
    if (fact === undefined) {
      const known = asked.map((one) => one.id).join(", ");
      const message = `No fact «${id}» is asked here. ${known === "" ? "Leave it out." : `These are: ${known}.`}`;
      return [{ path, reason: "fact-not-asked", message }];
    }
    const known = answersTo(fact);
    if (known.includes(answer)) return [];
    const name = fact.asks ?? id;
    const message = `“${name}” is answered with one of: ${known.join(", ")}.`;
    return [{ path, reason: "fact-answer-unknown", message, facts: { asked: name } }];
  });
}

const answersTo = ({ choices }: Fact): readonly string[] => choices?.map(({ id }) => id) ?? ["yes", "no"];

/** All that is known, each fact once: what the customer says comes before what the directory says of the same. */
export function knownFacts(policy: Policy, question: FactQuestion): readonly KnownFact[] {
  const isIssue = policy.categories.some(({ id, isIssue: claims }) => id === question.category && claims);
  return (policy.facts ?? []).flatMap((fact): readonly KnownFact[] => {
    const answer = Object.hasOwn(question.answers, fact.id) ? question.answers[fact.id] : undefined;
    if (isIssue && fact.asks !== undefined && answer !== undefined && answersTo(fact).includes(answer)) {
      return answered(fact, answer);
    }
    const found = fact.from === undefined ? undefined : fromDesk(fact.from, question);
    return found === undefined ? [] : [{ fact: fact.id, ...found }];
  });
}

function answered({ id, choices }: Fact, answer: string): readonly KnownFact[] {
  const source = "customer";
  if (choices === undefined) return [{ fact: id, holds: answer === "yes", source }];
  return choices.map((choice) => ({ fact: `${id}.${choice.id}`, holds: choice.id === answer, source }));
}

function fromDesk(from: FactSource, question: FactQuestion): Omit<KnownFact, "fact"> | undefined {
  const { category, place, projects, openIncidents } = question;
  const facts = placeFacts(place, projects);
  const directory = (holds: boolean | null) =>
    holds === null ? undefined : ({ holds, source: "directory" } as const);
  switch (from) {
    case "project.production":
      return directory(facts.isProduction);
    case "endpoint.at-rest":
      return directory(facts.isAtRest);
    case "endpoint.one-of-many":
      return directory(facts.isOneOfMany);
    case "organisation.several-projects":
      return directory(projects.length > 1);
    case "region.incident": {
      const { region } = facts;
      if (region === null) return undefined;
      return { holds: openIncidents.some(({ regions }) => regions.includes(region)), source: "incident" };
    }
    default:
      return { holds: from === `category.${category}`, source: "category" };
  }
}

/** The questions that the form asks now, in the policy's order, with what is known of each already. */
export function askedNow(
  policy: Policy,
  category: string,
  known: readonly KnownFact[],
): readonly { readonly fact: Fact; readonly answer: string | null }[] {
  if (!policy.categories.some(({ id, isIssue }) => id === category && isIssue)) return [];
  const lookup = lookupOf(known);
  return (policy.facts ?? []).flatMap((fact) => {
    const isAsked =
      fact.asks !== undefined && (fact.askedWhen === undefined || truthOf(fact.askedWhen, lookup) === true);
    return isAsked ? [{ fact, answer: answerIn(fact, lookup) }] : [];
  });
}

function answerIn({ id, choices }: Fact, lookup: (fact: string) => boolean | undefined): string | null {
  if (choices !== undefined) return choices.find((one) => lookup(`${id}.${one.id}`) === true)?.id ?? null;
  const holds = lookup(id);
  return holds === undefined ? null : holds ? "yes" : "no";
}

/** Known facts as conditions ask for them. */
export function lookupOf(known: readonly KnownFact[]): (fact: string) => boolean | undefined {
  const byFact = new Map(known.map(({ fact, holds }) => [fact, holds]));
  return (fact) => byFact.get(fact);
}

/** What the facts that hold mark the ticket with, e.g. `security`. */
export function marksOf(policy: Policy, known: readonly KnownFact[]): readonly string[] {
  const lookup = lookupOf(known);
  const marks = (policy.facts ?? []).flatMap(({ id, marks: own, choices = [] }) => [
    ...(own !== undefined && lookup(id) === true ? [own] : []),
    ...choices.flatMap((one) => (one.marks && lookup(`${id}.${one.id}`) === true ? [one.marks] : [])),
  ]);
  return [...new Set(marks)];
}
