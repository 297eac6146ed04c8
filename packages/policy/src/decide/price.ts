import type { Plan } from "../types.ts";

/** What a plan costs for a spend: the greater of its fixed amount and its share. Null where the policy names no figure. */
export function priceOf(
  { price }: Pick<Plan, "price">,
  spend: number,
): { readonly amount: number; readonly currency: string | null } | null {
  if (price === undefined || (price.flat === null && price.percent === null)) return null;
  const share = price.percent === null ? 0 : (spend * price.percent) / 100;
  return { amount: Math.max(price.flat ?? 0, share), currency: price.currency };
}
