import { CalendarError, offsetOf } from "@troth/business-time";
import type { Policy } from "@troth/policy";
import type { OrganisationFacts, Told } from "../../ports/directory-facts.ts";
import { Fail } from "../fail.ts";

/** The facts that a request names, null for those it takes back. */
export function saidOf<Facts extends object>(
  told: Told<Facts>,
): { [Fact in keyof Facts]?: Facts[Fact] | null } {
  const said: { [Fact in keyof Facts]?: Facts[Fact] | null } = {};
  for (const fact in told) {
    const value = told[fact];
    if (value !== undefined) said[fact] = value;
  }
  return said;
}

/** What is known once a request has told: left out stays as it was, null is known no longer. */
export function factsAfter<Facts extends object>(before: Facts, told: Told<Facts>): Facts {
  const after = { ...before };
  for (const fact in told) {
    const value = told[fact];
    if (value === null) delete after[fact];
    else if (value !== undefined) after[fact] = value;
  }
  return after;
}

/** A zone, region or product that nobody knows fails loudly, with the names that are known. */
export function assertFacts(
  policy: Policy,
  { supportZone, region, products }: Told<OrganisationFacts>,
): void {
  if (supportZone) assertZone(supportZone);
  if (region) assertAmong("region", region, regionsOf(policy));
  for (const product of products ?? []) {
    assertAmong(
      "product",
      product,
      (policy.products ?? []).map(({ id }) => id),
    );
  }
}

function assertZone(zone: string): void {
  try {
    offsetOf(zone, 0);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw new Fail("invalid", `There is no zone “${zone}”. Send an IANA name, such as Europe/Berlin.`);
  }
}

/** The regions that a policy's calendars tell apart. */
export function regionsOf(policy: Policy): string[] {
  const named = Object.values(policy.calendars).flatMap(({ regions, instead }) => [
    ...(regions ?? []).map(({ id }) => id),
    ...(instead ?? []).flatMap(({ region }) => region ?? []),
  ]);
  return [...new Set(named)];
}

/** Refuses a name of the vendor's that the policy does not have, naming those it has. */
export function assertAmong(
  what: "add-on" | "plan" | "product" | "region",
  name: string,
  known: readonly string[],
): void {
  if (known.some((one) => one.toLowerCase() === name.toLowerCase())) return;
  const names =
    known.length === 0 ? `It knows no ${what}s.` : `It knows these ${what}s: ${known.join(", ")}.`;
  throw new Fail("invalid", `The policy knows no ${what} “${name}”. ${names}`, { reason: `unknown-${what}` });
}
