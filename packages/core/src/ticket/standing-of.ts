import { type Account, coverOf, type Instant, type Policy } from "@troth/policy";
import type { AccountFacts } from "../commitment/account-facts.ts";
import type { Standing } from "./events.ts";

/** An account with what the directory knows of where and when its people work. */
export type CustomerAccount = Account & Pick<AccountFacts, "language" | "region" | "bindings">;

/** What an account has under a policy: the plan and tier, and what else its targets and hours go by. */
export type Stand = { readonly standing: Standing; readonly account?: AccountFacts };

/** Null when the account has no plan of the policy, or nothing settles its tier. */
export function standingOf(policy: Policy, account: CustomerAccount, at: Instant): Stand | null {
  const cover = coverOf(policy, account, at);
  if (cover?.ok !== true) return null;
  const standing = { pricing: account.pricing, plan: cover.plan.id, tier: cover.tier?.id ?? null };
  const facts: AccountFacts = {
    ...(cover.addOns.length === 0 ? {} : { addOns: cover.addOns.map(({ id }) => id) }),
    ...(cover.cohorts.length === 0 ? {} : { cohorts: cover.cohorts.map(({ id }) => id) }),
    ...asksFor(policy, account),
  };
  return Object.keys(facts).length === 0 ? { standing } : { standing, account: facts };
}

/** Of what the directory knows, that which a calendar of the policy goes by: nothing else is kept on a ticket. */
function asksFor(policy: Policy, { language, region, bindings }: CustomerAccount): AccountFacts {
  const calendars = Object.values(policy.calendars);
  const cases = calendars.flatMap(({ instead }) => instead ?? []);
  const byRegion = calendars.some(({ regions }) => regions) || cases.some((one) => one.region !== null);
  const byLanguage = cases.some((one) => one.language !== null);
  const byZone = calendars.some(({ leftOpen }) => leftOpen.zone !== null);
  const byHolidays = calendars.some(({ leftOpen }) => leftOpen.holidays !== null);
  const bound = {
    ...(byZone && bindings?.zone !== undefined ? { zone: bindings.zone } : {}),
    ...(byHolidays && bindings?.holidays !== undefined ? { holidays: bindings.holidays } : {}),
  };
  return {
    ...(byLanguage && language ? { language } : {}),
    ...(byRegion && region ? { region } : {}),
    ...(Object.keys(bound).length === 0 ? {} : { bindings: bound }),
  };
}
