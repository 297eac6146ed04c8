/**
 * An answer to “may I?”, by the code of its reason; `{}` is the policy's own English sentence. All codes are told in
 * docs/reference/entitlement.md.
 */
export const answers = {
  // allowed
  "plan-includes-channel": "{}",
  "open-to-all": "{}",
  "category-open-to-all": "{}",
  exception: "{}",
  "case-by-case": "{}",

  // led elsewhere
  "no-subscription": "{}",
  "plan-lacks-channel": "{}",
  "route-": "{}",
  "started-by-staff": "{}",
  "fallback-only": "{}",

  // refused: what was named is not the policy's
  "unknown-channel": "This way to support is not one the policy has. {}",
  "unknown-category": "This kind of request is not one the policy has. Choose another. {}",
  "unknown-severity": "This severity is not one the policy has. Choose another, or leave it to us. {}",
  "unknown-product": "This product is not one the policy has. Choose another. {}",
  "unknown-language": "{}",

  // refused: what the account bought cannot be told
  "unknown-plan":
    "We could not tell what your organisation's plan includes. Write to whoever sold it to you; the fault is not yours. {}",
  "unknown-tier":
    "We could not tell which tier your organisation's plan has. Write to whoever sold it to you; the fault is not yours. {}",
  "tier-missing":
    "We could not tell which tier your organisation's plan has. Write to whoever sold it to you; the fault is not yours. {}",
  "unknown-add-on": "{}",

  // refused: the account, the person
  "subscription-lapsed": "{} Your tickets stay readable.",
  "subscription-suspended": "{} Your tickets stay readable.",
  "support-ended": "{}",
  "requester-restricted": "{}",
  "requester-unmet": "{}",
  "proof-needed": "{}",

  // refused: not for this matter
  "category-limited": "{}",
  "category-not-on-plan": "{}",
  "product-limited": "{}",
  "severity-limited": "{}",
  "severity-not-on-plan": "{}",
  "language-limited": "{}",
  "language-not-on-plan": "{}",
  "quota-used-up": "{}",
  "quota-unknown": "{} It stays closed until that is known.",
  "extra-fee": "{}",
  "not-stated": "{} Until it does, the answer is no.",
};
