import type { Entitlement, Instant, Policy, RunnablePolicy } from "@troth/policy";
import { type Commitment, isHoursUnknown, type Rules } from "../commitment/commitment.ts";
import { commitmentsOf } from "../commitment/commitments-of.ts";
import { severityInForce } from "../commitment/severity-in-force.ts";
import { clockEventsOf, type Publication } from "../ticket/clock-events.ts";
import type { LoggedTicketEvent } from "../ticket/events.ts";
import { type PastTicket, type Untold, underDraft } from "./under-draft.ts";

/** What came of a promise: `missed` a commitment, `late` anything less firm; `none` where nothing is promised. */
export type ClockOutcome = "kept" | "missed" | "late" | "open" | "none";

/** How one clock stands: with its due, null for none. */
export type ClockStand = { readonly dueAt: Instant | null; readonly outcome: ClockOutcome };

/** One clock in the past and under the draft. */
export type ReplayedClock = {
  readonly metric: string;
  readonly before: ClockStand;
  readonly after: ClockStand;
};

/** Plan, tier and severity that a ticket's promises rest on; ids of the policy they are told by. */
export type Footing = { readonly plan: string; readonly tier: string | null; readonly severity: string };

/** A ticket of the past beside what a draft would have made of it. */
export type ReplayedTicket = {
  readonly number: number;
  readonly organisation: string;
  readonly openedAt: Instant;
  readonly policyVersion: string;
  readonly before: Footing;
  /** Null where it would not have been open, or cannot be told. */
  readonly after: Footing | null;
  readonly untold: Untold | null;
  /** The refusal or redirection, where it would not have been open. */
  readonly entitlement: Entitlement | null;
  /** Every clock; the promises of the past stand beside nothing where there is nothing to tell. */
  readonly clocks: readonly ReplayedClock[];
};

/** What the past was computed with, and the draft. `draftRules` is one function for all tickets of a replay. */
export type ReplayBook = {
  readonly rules: Rules;
  /** Oldest first. */
  readonly publications: readonly Publication[];
  readonly draft: RunnablePolicy;
  readonly draftRules: Rules;
};

/** The book of a replay under `draft`. */
export function replayBook(
  past: Pick<ReplayBook, "rules" | "publications">,
  draft: RunnablePolicy,
): ReplayBook {
  return { ...past, draft, draftRules: () => draft };
}

/**
 * A ticket's clocks as they were and as they would have been, had the draft been the only policy from the beginning:
 * all its events are read again under it. A function of its arguments; nothing is guessed (see `underDraft`).
 */
export function replayTicket(past: PastTicket, book: ReplayBook, now: Instant): ReplayedTicket {
  const { rules, publications, draft, draftRules } = book;
  const [first] = past.log;
  if (first?.event.kind !== "ticket.opened") throw new Error("A ticket's log begins with ticket.opened.");
  const { number, organisation, policyVersion } = first.event;
  const was = commitmentsOf(clockEventsOf(past.log, publications), rules, now);
  const known = {
    number,
    organisation,
    openedAt: first.at,
    policyVersion,
    before: footingOf(rules(policyVersion).policy, past.log),
  };
  const answer = underDraft(draft.policy, past);
  if (answer.kind !== "open") {
    const untold = answer.kind === "untold" ? answer.why : null;
    const entitlement = answer.kind === "not-open" ? answer.entitlement : null;
    return { ...known, after: null, untold, entitlement, clocks: beside(was, []) };
  }
  const only = [{ version: draft.policy.version, publishedAt: 0 }];
  const would = commitmentsOf(clockEventsOf(answer.log, only), draftRules, now);
  const isOpen = would.some(isHoursUnknown);
  return {
    ...known,
    after: isOpen ? null : footingOf(draft.policy, answer.log),
    untold: isOpen ? "hours-left-open" : null,
    entitlement: null,
    clocks: beside(was, isOpen ? [] : would),
  };
}

/** Whether a ticket would have had another due or outcome, or none for want of an open door. */
export function isChanged({ untold, entitlement, clocks }: ReplayedTicket): boolean {
  return untold === null && (entitlement !== null || clocks.some(isMoved));
}

/** Whether the draft gives a clock another due or outcome. */
export function isMoved({ before, after }: ReplayedClock): boolean {
  return before.dueAt !== after.dueAt || before.outcome !== after.outcome;
}

function footingOf(policy: Policy, log: readonly LoggedTicketEvent[]): Footing {
  const [first] = log;
  if (first?.event.kind !== "ticket.opened") throw new Error("A ticket's log begins with ticket.opened.");
  const { standing, severityChosen, category } = first.event;
  const assessed = log.findLast(({ event }) => event.kind === "severity.assessed")?.event;
  const severity =
    assessed?.kind === "severity.assessed"
      ? assessed.to
      : severityInForce(policy, { severity: severityChosen, category });
  return { plan: standing.plan, tier: standing.tier, severity };
}

const NOTHING: ClockStand = { dueAt: null, outcome: "none" };

/** The first clock of a metric stands beside the first, the second beside the second. */
function beside(was: readonly Commitment[], would: readonly Commitment[]): ReplayedClock[] {
  const metrics = [...new Set([...was, ...would].map(({ metric }) => metric))];
  return metrics.flatMap((metric) => {
    const before = was.filter((one) => one.metric === metric);
    const after = would.filter((one) => one.metric === metric);
    return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => ({
      metric,
      before: standOf(before[at]),
      after: standOf(after[at]),
    }));
  });
}

function standOf(clock: Commitment | undefined): ClockStand {
  if (clock === undefined || clock.dueAt === null) return NOTHING;
  const outcome = outcomeOf(clock);
  return outcome === "none" ? NOTHING : { dueAt: clock.dueAt, outcome };
}

function outcomeOf({ state, firmness }: Commitment): ClockOutcome {
  switch (state) {
    case "met":
      return "kept";
    case "breached":
      return firmness === "commitment" ? "missed" : "late";
    case "running":
    case "paused":
      return "open";
    case "withdrawn":
    case "cancelled":
      return "none";
  }
}
