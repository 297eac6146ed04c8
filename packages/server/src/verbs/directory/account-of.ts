import type { CustomerAccount } from "@troth/core";
import type { Requester } from "@troth/policy";
import type { OrganisationFacts } from "../../ports/directory-facts.ts";
import type { Membership, Subscription } from "../../ports/store.ts";

type Known = {
  readonly organisation: { readonly externalId: string; readonly facts: OrganisationFacts };
  readonly subscription: Omit<Subscription, "at">;
};

/** An account as the policy's decisions ask for it: all that the directory tells, and nothing else. */
export function accountOf({ organisation, subscription }: Known): CustomerAccount {
  const { customerSince, products, language, region, supportZone, holidays } = organisation.facts;
  const bindings = {
    ...(supportZone === undefined ? {} : { zone: supportZone }),
    ...(holidays === undefined ? {} : { holidays }),
  };
  return {
    organisation: organisation.externalId,
    pricing: subscription.pricing,
    tier: subscription.tier,
    subscription: subscription.state,
    ...subscription.facts,
    ...(customerSince === undefined ? {} : { customerSince }),
    ...(products === undefined ? {} : { products }),
    ...(language === undefined ? {} : { language }),
    ...(region === undefined ? {} : { region }),
    ...(Object.keys(bindings).length === 0 ? {} : { bindings }),
  };
}

/** The person who asks. */
export function requesterOf({ role, facts }: Pick<Membership, "role" | "facts">): NonNullable<Requester> {
  return { role, ...facts };
}
