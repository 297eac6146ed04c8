import type { Account, Instant, Requester } from "@troth/policy";

/** What the vendor tells of an organisation beyond its name. What is absent is not known, and nothing rests on it. */
export type OrganisationFacts = {
  readonly customerSince?: Instant;
  /** Products it owns, by the policy's ids. */
  readonly products?: readonly string[];
  /** IANA zone of its working day. */
  readonly supportZone?: string;
  /** One of the policy's regions. */
  readonly region?: string;
  readonly language?: string;
  readonly holidays?: readonly { readonly date: string; readonly name: string }[];
};

/** What it bought beside its plan, from the same instant on. */
export type SubscriptionFacts = Pick<Account, "addOns" | "boughtAt" | "contract">;

/** What the vendor tells of a member beyond the role. */
export type MemberFacts = Pick<NonNullable<Requester>, "isAddressVerified" | "isNamedContact" | "isActive">;

/** Facts as a request tells them: what is left out stays as it was, null takes it back. */
export type Told<Facts> = { readonly [Fact in keyof Facts]?: Facts[Fact] | null | undefined };
