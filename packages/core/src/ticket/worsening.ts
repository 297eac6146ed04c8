import type { Policy } from "@troth/policy";
import { levelOf, severityInForce, severityRankOf } from "../commitment/severity-in-force.ts";
import type { Refused } from "../reasons.ts";
import { saysSomething } from "../says-something.ts";
import { flagsOf } from "./decide-open.ts";
import type { LoggedTicketEvent, Ticket } from "./events.ts";

type Known = Pick<Ticket, "category" | "proceedings" | "severityAssessed" | "severityChosen">;
type Log = readonly LoggedTicketEvent[];

export type WorseningRequest = {
  readonly to: string;
  readonly businessImpact: string | null;
  readonly isBusinessImpactUnknown: boolean;
};

export type WorseningDecision =
  | {
      readonly ok: true;
      /** Whether the severity rises at once: nobody has assessed it (clock.md C4). */
      readonly isRaised: boolean;
      readonly flags: readonly string[];
    }
  | { readonly ok: false; readonly refused: Refused; readonly path: keyof WorseningRequest | null };

/** The severity that the lead was last asked for, while nobody has assessed the ticket since; null where none is open. */
export function openWishIn(log: Log, { leadAskedSeq }: Ticket["proceedings"]): string | null {
  if (leadAskedSeq === null) return null;
  const asked = log.find(({ seq }) => seq === leadAskedSeq)?.event;
  const isAssessedSince = log.some(
    ({ seq, event }) => seq > leadAskedSeq && event.kind === "severity.assessed",
  );
  return asked?.kind === "ticket.worsened" && !isAssessedSince ? asked.to : null;
}

/** Why nothing worse can be said than what the lead was asked for; null while something can. */
export function worstAskedRefusal(
  policy: Policy,
  log: Log,
  proceedings: Ticket["proceedings"],
): Refused | null {
  const wish = openWishIn(log, proceedings);
  return wish !== null && severityRankOf(policy, wish) <= 1 ? LEAD_ASKED : null;
}

/**
 * Whether “it got worse” counts: a severity above what the lead was asked for always does, and the first time the same
 * as now does too. It asks for the business impact and is flagged as the opening with that severity would be (P084,
 * P089); an impact told once is not asked for again.
 */
export function decideWorsening(
  policy: Policy,
  { ticket, log }: { readonly ticket: Known; readonly log: Log },
  request: WorseningRequest,
): WorseningDecision {
  const no = (path: keyof WorseningRequest | null, refused: Refused) =>
    ({ ok: false, refused, path }) as const;
  const level = policy.severities.find(({ id }) => id === request.to);
  if (!level) {
    const known = policy.severities.map(({ id }) => id).join(", ");
    const message = `There is no severity «${request.to}». Choose one of ${known}.`;
    return no("to", { reason: "severity-unknown", message });
  }
  const { severityAssessed, severityChosen, category } = ticket;
  const inForce = severityAssessed ?? severityInForce(policy, { severity: severityChosen, category });
  const isAbove = (than: string) => level.rank < severityRankOf(policy, than);
  if (!isAbove(inForce) && level.id !== inForce) {
    const message = "That is a lower severity than now. Choose the same or a higher one.";
    return no("to", { reason: "severity-lower", message });
  }
  const wish = openWishIn(log, ticket.proceedings);
  if (wish !== null && !isAbove(wish)) return no(null, LEAD_ASKED);
  const { businessImpact: said } = request;
  const hasImpact = (said !== null && saysSomething(said)) || impactIn(log) !== null;
  if (isAbove(inForce) && level.asksBusinessImpact && !hasImpact && !request.isBusinessImpactUnknown) {
    const { name } = levelOf(policy, level.id);
    const message = `${name} asks what it costs your business now. Write one sentence, or say that you do not know yet.`;
    return no("businessImpact", { reason: "business-impact-missing", message, facts: { severity: name } });
  }
  const isRaised = severityAssessed === null && isAbove(inForce);
  return { ok: true, isRaised, flags: flagsOf(policy, { category, severity: level.id }, hasImpact) };
}

/** The business impact as it was told last, sealed, and by whom; null where it never was. */
export function impactIn(log: Log): { readonly text: string; readonly by: string | null } | null {
  for (const { event, actor } of log.toReversed()) {
    const isTelling = event.kind === "ticket.opened" || event.kind === "ticket.worsened";
    if (isTelling && event.businessImpact != null) return { text: event.businessImpact, by: actor.id };
  }
  return null;
}

const LEAD_ASKED: Refused = {
  reason: "lead-asked",
  message: "A lead was asked for this already. Write what changed as a message; they see it.",
};
