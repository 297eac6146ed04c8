import * as fc from "fast-check";
import { expect, test } from "vitest";
import { entitlementOf } from "./entitlement.ts";
import type { Account, EntitlementQuestion, Requester } from "./types.ts";
import { vendor } from "./vendor-policy.fixture.ts";

const { policy } = vendor;
const ids = (list: readonly { readonly id: string }[] | undefined): string[] =>
  (list ?? []).map(({ id }) => id);
const some = (words: readonly string[]) => fc.subarray([...words]);
const orNull = (words: readonly string[]) => fc.constantFrom(null, ...words);

const requester: fc.Arbitrary<NonNullable<Requester>> = fc.record({
  role: fc.constantFrom("owner", "admin", "member", "restricted"),
  isAddressVerified: fc.boolean(),
  isAddressRegistered: fc.boolean(),
  isSameDomain: fc.boolean(),
  isNamedContact: fc.boolean(),
  isActive: fc.boolean(),
});

const account: fc.Arbitrary<Account> = fc.record({
  organisation: fc.constant("kite"),
  pricing: fc.constantFrom(null, "hobby", "team", "company", "firm", "unheard-of"),
  tier: fc.constantFrom(null, "silver", "gold"),
  subscription: fc.constantFrom("active", "lapsed", "none"),
  addOns: some(["rapid", "rapid-plus", "database", "rocket"]),
  products: some(["base", "mpg"]),
});

const question: fc.Arbitrary<EntitlementQuestion> = fc.record({
  account,
  channel: fc.constantFrom("console", "email", ...ids(policy.channels)),
  category: orNull(ids(policy.categories)),
  requester,
  at: fc.constant(Date.UTC(2026, 6, 2)),
  severity: orNull(ids(policy.severities)),
  product: orNull(ids(policy.products)),
  language: orNull(ids(policy.languages)),
  unreachable: some(ids(policy.channels)),
  used: fc.record({ visits: fc.integer({ min: 0, max: 8 }) }),
  confirmed: some(["local", "tie"]),
  isProven: fc.boolean(),
});

/** The question with one fact less. */
const FORGET: Readonly<Record<string, (one: EntitlementQuestion) => EntitlementQuestion>> = {
  "add-ons": (one) => ({ ...one, account: { ...one.account, addOns: [] } }),
  products: (one) => ({ ...one, account: { ...one.account, products: [] } }),
  person: (one) => ({ ...one, requester: null }),
  verification: (one) => ({
    ...one,
    requester: one.requester === null ? null : { role: one.requester.role },
  }),
  unreachable: (one) => ({ ...one, unreachable: [] }),
  used: (one) => ({ ...one, used: {} }),
  proof: (one) => ({ ...one, isProven: false }),
};

test.each(Object.entries(FORGET))("a fact that is not given never widens a right: %s", (_, forget) => {
  fc.assert(
    fc.property(question, (one) => {
      const without = entitlementOf(policy, forget(one));
      if (without.decision === "allow") expect(entitlementOf(policy, one).decision).toBe("allow");
    }),
    { numRuns: 2000, seed: 20_260_101 },
  );
});

test("the same question has the same answer, and each answer says why in a sentence", () => {
  fc.assert(
    fc.property(question, (one) => {
      const answer = entitlementOf(policy, one);
      expect(entitlementOf(policy, structuredClone(one))).toEqual(answer);
      expect(answer.message).toMatch(/\S.*[.…:]?$/);
      expect(answer.message).not.toContain("undefined");
      expect(answer.reason).toMatch(/^[a-z]+(-[a-z]+)+$|^exception$/);
    }),
    { numRuns: 2000, seed: 20_260_102 },
  );
});
