import { type Entitlement, entitlementOf, type Instant, type Policy, type Requester } from "@troth/policy";
import { saysSomething } from "../says-something.ts";
import { type FactAnswers, invalidFacts } from "../severity/known-facts.ts";
import type { Intake } from "../vocabulary.ts";
import {
  type AnsweredField,
  answeredFields,
  answeredFiles,
  askedFields,
  type FormAnswers,
  type FormFiles,
  type Invalid,
  invalidAnswers,
  invalidChoices,
  invalidFiles,
} from "./form-answers.ts";
import { type CustomerAccount, type Stand, standingOf } from "./standing-of.ts";

/** Who asks, as the vendor's directory and our own count know them. */
export type Asker = {
  readonly account: CustomerAccount;
  readonly requester: Requester;
  /** How often counted channels were used in their running period; see `usedOf`. */
  readonly used?: Readonly<Record<string, number>>;
};

export type OpeningRequest = {
  readonly intake: Intake;
  readonly category: string;
  readonly severity: string | null;
  readonly businessImpact: string | null;
  readonly isBusinessImpactUnknown: boolean;
  readonly product?: string | null;
  /** Facts that a severity is proposed from; absent for none. */
  readonly severityFacts?: FactAnswers;
  /** What the form's fields hold; absent while it is not sent, and then nothing is missing in it. */
  readonly answers?: FormAnswers;
  /** Uploads for the fields that ask for files; absent while the form is not sent. */
  readonly files?: FormFiles;
  /** Ids of the statements that the requester confirmed; absent while the form is not sent. */
  readonly confirmed?: readonly string[];
};

export type Opening =
  | {
      readonly ok: true;
      readonly stand: Stand;
      readonly answered: readonly AnsweredField[];
      /** Uploads under the labels of the fields that asked for them. */
      readonly answeredFiles: ReturnType<typeof answeredFiles>;
      readonly route: string;
      readonly asksForCause: boolean;
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
  { account, requester, used }: Asker,
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
      product: policy.products?.some(({ id }) => id === request.product) ? (request.product ?? null) : null,
      ...(used === undefined ? {} : { used }),
      ...(request.confirmed?.length ? { confirmed: request.confirmed } : {}),
    });
  const granted = ask(category && !isHandOff(category) ? category.id : null);
  if (granted.decision !== "allow" || granted.plan === null) {
    return { ok: false, refusal: category ? ask(category.id) : ask(null) };
  }
  const choice = {
    category: request.category,
    severity,
    product: request.product ?? null,
    plans: policy.plans.filter(({ id }) => id === granted.plan || granted.addOns?.includes(id)),
  };
  const fields = askedFields(policy, choice);
  const { answers, confirmed, files } = request;
  const invalid = [
    ...invalidIn(policy, request),
    ...(answers === undefined ? [] : [...invalidChoices(policy, choice), ...invalidAnswers(fields, answers)]),
    ...(files === undefined ? [] : invalidFiles(fields, files)),
    ...(confirmed === undefined ? [] : unconfirmed(granted)),
  ];
  const stand = standingOf(policy, account, now);
  if (invalid.length > 0 || !category || !stand) return { ok: false, invalid };
  return {
    ok: true,
    stand,
    answered: answeredFields(fields, answers ?? {}),
    answeredFiles: answeredFiles(fields, files ?? {}),
    route: category.route,
    asksForCause: category.asksForCause === true,
    flags: flagsOf(policy, request, hasImpact(request)),
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
      reason: "category-unknown",
      message: `There is no category «${request.category}». Choose one of: ${known}.`,
    });
  }
  const severity = policy.severities.find((known) => known.id === request.severity);
  if (request.severity !== null && !severity) {
    const known = policy.severities.map(({ id }) => id).join(", ");
    invalid.push({
      path: "severity",
      reason: "severity-unknown",
      message: `There is no severity «${request.severity}». Choose one of ${known}, or leave it out and we decide.`,
    });
  }
  if (request.product != null && !policy.products?.some(({ id }) => id === request.product)) {
    const known = (policy.products ?? []).map(({ id }) => id).join(", ");
    invalid.push({
      path: "product",
      reason: "product-unknown",
      message: `There is no product «${request.product}». ${known === "" ? "Leave it out." : `Choose one of: ${known}.`}`,
    });
  }
  invalid.push(...invalidFacts(policy, { category: request.category, answers: request.severityFacts ?? {} }));
  if (severity?.asksBusinessImpact && !hasImpact(request) && !request.isBusinessImpactUnknown) {
    invalid.push({
      path: "businessImpact",
      reason: "impact-missing",
      facts: { severity: severity.name },
      message: `${severity.name} asks what it costs your business now. Write one sentence, or say that you do not know yet.`,
    });
  }
  return invalid;
}

function unconfirmed({ asks = [] }: Entitlement): Invalid[] {
  if (asks.length === 0) return [];
  const texts = asks.map(({ id, text }) => `“${text}” (${id})`).join(", ");
  return [
    { path: "confirmed", reason: "confirm-first", message: `Please confirm: ${texts}.`, facts: { texts } },
  ];
}

/** Codes of what the form warns of. A warning never keeps a ticket from being sent (product.md, 13). */
export function warningsOf(policy: Policy, request: Pick<OpeningRequest, "category" | "severity">): string[] {
  const category = policy.categories.find((known) => known.id === request.category);
  return request.severity !== null && category?.warnsAt.includes(request.severity)
    ? ["severity-above-category"]
    : [];
}

/** What a person should look at first about a severity that a customer chose; `isImpactTold`: they told it. */
export function flagsOf(
  policy: Policy,
  request: Pick<OpeningRequest, "category" | "severity">,
  isImpactTold: boolean,
): string[] {
  const severity = policy.severities.find((known) => known.id === request.severity);
  const isImpactOpen = severity?.asksBusinessImpact === true && !isImpactTold;
  return [...warningsOf(policy, request), ...(isImpactOpen ? ["business-impact-unknown"] : [])];
}

function hasImpact(request: OpeningRequest): boolean {
  return request.businessImpact !== null && saysSomething(request.businessImpact);
}
