import type { PutMember, PutOrganisation, PutSubscription, RegisterApproval } from "@troth/contract";
import type { z } from "zod";

const told = (at: string | null | undefined) => (typeof at === "string" ? Date.parse(at) : at);

/** An organisation as it was sent, its facts apart from its name. */
export function organisationIn({ name, customerSince, ...facts }: z.infer<typeof PutOrganisation>) {
  return { name, facts: { ...facts, customerSince: told(customerSince) } };
}

/** An approval as it was sent. */
export function approvalIn({ until, ...approval }: z.infer<typeof RegisterApproval>) {
  return { ...approval, until: until === null ? null : Date.parse(until) };
}

/** A subscription as it was sent, what was bought beside it apart. */
export function subscriptionIn(body: z.infer<typeof PutSubscription>) {
  const { pricing, tier, state, at, boughtAt, contract, ...facts } = body;
  const bought =
    boughtAt && Object.fromEntries(Object.entries(boughtAt).map(([plan, when]) => [plan, Date.parse(when)]));
  return {
    pricing,
    tier,
    state,
    at: at === undefined ? null : Date.parse(at),
    facts: { ...facts, boughtAt: bought, contract: contract && without(contract) },
  };
}

/** A member as it was sent, what is known of them apart. */
export function memberIn(body: z.infer<typeof PutMember>) {
  const { email, name, role, issuer, ...facts } = body;
  return { email, name, role, ...(issuer === undefined ? {} : { issuer }), facts };
}

function without({ plan, tier, addOns }: NonNullable<z.infer<typeof PutSubscription>["contract"]>) {
  return {
    ...(plan === undefined ? {} : { plan }),
    ...(tier === undefined ? {} : { tier }),
    ...(addOns === undefined ? {} : { addOns }),
  };
}
