import {
  askedNow,
  type FactAnswers,
  type FactQuestion,
  invalidFacts,
  knownFacts,
  type OpeningFacts,
  openingFactsOf,
} from "@troth/core";
import { coverOf, type Fact, type Policy } from "@troth/policy";
import type { Membership } from "../../ports/store.ts";
import { type Ctx, memberOf, read, type Scene } from "../context.ts";
import { accountOf } from "../directory/account-of.ts";
import { invalidFields } from "../fail.ts";
import { openIncidentsAt } from "../incident/read-incidents.ts";
import { placeOf } from "./place-of.ts";

export type ProposeInput = {
  readonly category: string;
  readonly product: string | null;
  readonly project: string | null;
  readonly branch: string | null;
  readonly endpoint: string | null;
  readonly severityFacts: FactAnswers;
};

export type SeverityProposed = {
  readonly policy: Policy;
  readonly facts: OpeningFacts;
  readonly asks: readonly {
    readonly fact: Fact;
    readonly answer: string | null;
    readonly isKnown: boolean;
  }[];
};

/** What the policy's rules propose for a request that was not sent yet, and what the form asks. Nothing is stored. */
export function proposeForRequest(ctx: Ctx, input: ProposeInput): Promise<SeverityProposed> {
  return read(ctx, "customer.read", async (scene) => {
    const member = memberOf(scene);
    const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
    const { category, severityFacts: answers } = input;
    const invalid = invalidFacts(policy, { category, answers });
    if (invalid.length > 0) {
      throw invalidFields(invalid);
    }
    await placeOf(scene, member, input);
    const question = await questionOf(scene, member, input);
    const known = knownFacts(policy, question);
    const asks = askedNow(policy, category, known).map((one) => ({
      ...one,
      isKnown: one.answer !== null && !Object.hasOwn(answers, one.fact.id),
    }));
    return { policy, facts: factsFor(scene, member, policy, { ...question, product: input.product }), asks };
  });
}

/** What is recorded of a ticket's severity as it is opened; null where the policy has no facts. */
export async function factsAtOpening(
  scene: Scene,
  member: Membership,
  policy: Policy,
  input: ProposeInput,
): Promise<OpeningFacts | null> {
  if (policy.facts === undefined) return null;
  const question = await questionOf(scene, member, input);
  return factsFor(scene, member, policy, { ...question, product: input.product });
}

function factsFor(
  { now }: Scene,
  member: Membership,
  policy: Policy,
  question: FactQuestion & { readonly product: string | null },
): OpeningFacts {
  const cover = coverOf(policy, accountOf(member), now);
  const plans = cover?.ok === true ? [cover.plan, ...cover.addOns] : [];
  return openingFactsOf(policy, { ...question, plans });
}

async function questionOf(scene: Scene, member: Membership, input: ProposeInput): Promise<FactQuestion> {
  const { category, severityFacts: answers, project, branch, endpoint } = input;
  const projects =
    project === null ? [] : await scene.tx.directory.projectsAround(member.organisation.id, project);
  const region = projects.find(({ id }) => id === project)?.region;
  const incidents = region === undefined ? [] : await openIncidentsAt(scene, { regions: [region] });
  return {
    category,
    answers,
    place: { project, branch, endpoint },
    projects,
    // An incident that names no region is in this one as well.
    openIncidents: incidents.map(({ title }) => ({ title, regions: region === undefined ? [] : [region] })),
  };
}
