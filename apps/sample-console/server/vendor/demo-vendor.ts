import { fjordPay } from "./fjord-pay.ts";
import { nordwind } from "./nordwind.ts";
import { smaller } from "./smaller.ts";
import type { DemoMember, DemoOrganisation, DemoVendor } from "./types.ts";

/** The demo's vendor with all its customers. `.example` addresses: no mail can leave for a stranger. */
export const demoVendor: DemoVendor = { name: "Acme DB", organisations: [nordwind, fjordPay, ...smaller] };

/** A member by the vendor's user id, with the organisation; null for an id nobody has. */
export function memberOf(
  vendor: DemoVendor,
  id: string,
): { readonly member: DemoMember; readonly organisation: DemoOrganisation } | null {
  for (const organisation of vendor.organisations) {
    const member = organisation.members.find((one) => one.id === id);
    if (member) return { member, organisation };
  }
  return null;
}
