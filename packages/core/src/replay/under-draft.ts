import type { Entitlement, Policy } from "@troth/policy";
import { type Asker, decideOpening } from "../ticket/decide-open.ts";
import type { LoggedTicketEvent, TicketEvent } from "../ticket/events.ts";
import { standingOf } from "../ticket/standing-of.ts";

/** A ticket of the past, with what the vendor's directory knew of the account and the person when it was opened. */
export type PastTicket = Pick<Asker, "account" | "requester"> & {
  readonly log: readonly LoggedTicketEvent[];
};

/** Why a draft's answer to a ticket of the past cannot be told. It is counted, never guessed. */
export const UNTOLD = [
  "plan-unknown",
  "category-unknown",
  "severity-unknown",
  "form-asks-more",
  "hours-left-open",
  "quota-unknown",
] as const;
export type Untold = (typeof UNTOLD)[number];

/** What a draft makes of a ticket: the log as it would have been, the refusal, or why neither can be told. */
export type UnderDraft =
  | { readonly kind: "open"; readonly log: readonly LoggedTicketEvent[] }
  | { readonly kind: "not-open"; readonly entitlement: Entitlement }
  | { readonly kind: "untold"; readonly why: Untold };

type Opened = Extract<TicketEvent, { kind: "ticket.opened" }>;

/** The draft knows no support plan for what the account pays: that is a gap of the draft, not a refusal of it. */
const PLAN_REASONS: ReadonlySet<string> = new Set(["unknown-plan", "unknown-tier", "tier-missing"]);

/**
 * What would have become of a ticket, had the draft been the only policy there ever was: whether it would have been
 * open, on which plan, and its log with that. People are taken to have done what they did. Throws only on a log that
 * does not begin with its opening.
 */
export function underDraft(draft: Policy, { log, ...asker }: PastTicket): UnderDraft {
  const [first, ...rest] = log;
  if (first?.event.kind !== "ticket.opened") throw new Error("A ticket's log begins with ticket.opened.");
  const opening = first.event;
  if (!draft.categories.some(({ id }) => id === opening.category)) return untold("category-unknown");
  if (!severitiesIn(log).every((severity) => draft.severities.some(({ id }) => id === severity)))
    return untold("severity-unknown");
  // Whoever has to say what a standstill costs can always say that they do not know yet.
  const request = { ...requestOf(opening), businessImpact: null, isBusinessImpactUnknown: true };
  const decided = decideOpening(draft, asker, request, first.at);
  if (!decided.ok) {
    if ("invalid" in decided) return untold("form-asks-more");
    const { refusal } = decided;
    if (refusal.reason === "quota-unknown") return untold("quota-unknown");
    return PLAN_REASONS.has(refusal.reason)
      ? untold("plan-unknown")
      : { kind: "not-open", entitlement: refusal };
  }
  const { account: _, ...before } = opening;
  const { stand, route } = decided;
  const opened: Opened = { ...before, ...stand, route, policyVersion: draft.version };
  const later = rest.map((logged) => onDraftsPlan(draft, asker.account, logged));
  if (!later.every((logged) => logged !== null)) return untold("plan-unknown");
  return { kind: "open", log: [{ ...first, event: opened }, ...later] };
}

function untold(why: Untold): UnderDraft {
  return { kind: "untold", why };
}

function requestOf({ intake, category, severityChosen: severity }: Opened) {
  return { intake, category, severity };
}

/** Every severity that was chosen or assessed. */
function severitiesIn(log: readonly LoggedTicketEvent[]): string[] {
  return log.flatMap(({ event }) => {
    if (event.kind === "ticket.opened") return event.severityChosen ?? [];
    return event.kind === "severity.assessed" ? event.to : [];
  });
}

/** A change of plan leads to the plan that the draft maps it to; null where it maps none. A lapse is one under any policy. */
function onDraftsPlan(
  draft: Policy,
  account: Asker["account"],
  logged: LoggedTicketEvent,
): LoggedTicketEvent | null {
  const { event, at } = logged;
  if (event.kind !== "plan.changed" || event.subscription === "lapsed") return logged;
  const { pricing, tier } = event.standing;
  const stand = pricing === null ? null : standingOf(draft, { ...account, pricing, tier }, at);
  if (stand === null) return null;
  const { account: _, ...before } = event;
  return { ...logged, event: { ...before, ...stand } };
}
