import {
  type Account,
  type Entitlement,
  entitlementOf,
  type Instant,
  type Policy,
  type Requester,
} from "@troth/policy";
import type { Intake } from "../vocabulary.ts";
import type { Standing } from "./events.ts";

export type OpeningRequest = {
  readonly intake: Intake;
  readonly category: string;
  readonly severity: string | null;
  readonly businessImpact: string | null;
  readonly isBusinessImpactUnknown: boolean;
};

export type Invalid = { readonly path: string; readonly message: string };

export type Opening =
  | {
      readonly ok: true;
      readonly standing: Standing;
      readonly route: string;
      readonly flags: readonly string[];
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly refusal: Entitlement }
  | { readonly ok: false; readonly invalid: readonly Invalid[] };

/**
 * Whether a ticket may be opened, and as what. Every door asks this; the entitlement comes first, so that a refused
 * account never has to mend a form it may not send (P003, P019, P078, P084, P089).
 */
export function decideOpening(
  policy: Policy,
  account: Account,
  requester: Requester,
  request: OpeningRequest,
  now: Instant,
): Opening {
  const category = policy.categories.find((known) => known.id === request.category);
  // One that the policy does not know is a field to mend, and no plan's to refuse.
  const severity = policy.severities.find((known) => known.id === request.severity)?.id ?? null;
  const ask = (about: string | null) =>
    entitlementOf(policy, {
      account,
      channel: request.intake,
      category: about,
      requester,
      at: now,
      severity,
    });
  const granted = ask(category && !isHandOff(category) ? category.id : null);
  if (granted.decision !== "allow" || granted.plan === null) {
    return { ok: false, refusal: category ? ask(category.id) : ask(null) };
  }
  const invalid = invalidIn(policy, request);
  if (invalid.length > 0 || !category) return { ok: false, invalid };
  return {
    ok: true,
    standing: { pricing: account.pricing, plan: granted.plan, tier: granted.tier },
    route: category.route,
    flags: flagsOf(policy, request),
    warnings: warningsOf(policy, request),
  };
}

/** Asked for in a ticket and handed on, such as custom support to Sales: taken from whoever may open one (P009, P044). */
function isHandOff(category: Policy["categories"][number]): boolean {
  return category.route !== "support";
}

function invalidIn(policy: Policy, request: OpeningRequest): Invalid[] {
  const invalid: Invalid[] = [];
  if (!policy.categories.some((known) => known.id === request.category)) {
    const known = policy.categories.map((category) => category.id).join(", ");
    invalid.push({
      path: "category",
      message: `There is no category «${request.category}». Choose one of: ${known}.`,
    });
  }
  const severity = policy.severities.find((known) => known.id === request.severity);
  if (request.severity !== null && !severity) {
    const known = policy.severities.map(({ id }) => id).join(", ");
    invalid.push({
      path: "severity",
      message: `There is no severity «${request.severity}». Choose one of ${known}, or leave it out and we decide.`,
    });
  }
  if (severity?.asksBusinessImpact && !hasImpact(request) && !request.isBusinessImpactUnknown) {
    invalid.push({
      path: "businessImpact",
      message: `${severity.name} asks what it costs your business now. Write one sentence, or say that you do not know yet.`,
    });
  }
  return invalid;
}

/** Codes of what the form warns of. A warning never keeps a ticket from being sent (product.md, 13). */
export function warningsOf(policy: Policy, request: Pick<OpeningRequest, "category" | "severity">): string[] {
  const category = policy.categories.find((known) => known.id === request.category);
  return request.severity !== null && category?.warnsAt.includes(request.severity)
    ? ["severity-above-category"]
    : [];
}

function flagsOf(policy: Policy, request: OpeningRequest): string[] {
  const severity = policy.severities.find((known) => known.id === request.severity);
  const isImpactOpen = severity?.asksBusinessImpact === true && !hasImpact(request);
  return [...warningsOf(policy, request), ...(isImpactOpen ? ["business-impact-unknown"] : [])];
}

function hasImpact(request: OpeningRequest): boolean {
  return request.businessImpact !== null && request.businessImpact.trim() !== "";
}
