import type {
  ReplayedTicket,
  PolicyReplay as WireReplay,
  ReplaySummary as WireSummary,
} from "@troth/contract";
import { type Footing, isMoved, type ReplaySummary, UNTOLD, type Untold } from "@troth/core";
import type { Policy } from "@troth/policy";
import type { z } from "zod";
import type { ListedReplay, PolicyReplay } from "../../verbs/policy/replay-policy.ts";
import { copy } from "./copy.ts";
import { wireInstant } from "./instant.ts";
import { named, presentEntitlement } from "./policy.ts";

export function presentReplay(replay: PolicyReplay): z.infer<typeof WireReplay> {
  const { draft, findings, from, to, summary, tickets, nextAfter, policies } = replay;
  const known = { draft: draft?.policy ?? null, policies };
  return {
    isRunnable: draft !== null,
    findings: copy(findings),
    from: wireInstant(from),
    to: wireInstant(to),
    summary: summary && presentSummary(summary, known),
    tickets: tickets.map((ticket) => presentTicket(ticket, known)),
    nextCursor: nextAfter === null ? null : String(nextAfter),
  };
}

/** Policies that ids are told by: the draft, then the published ones, newest first. */
type Known = { readonly draft: Policy | null; readonly policies: ReadonlyMap<string, Policy> };

/** Why nothing can be told, in a sentence for the administrator. */
const REASONS: Readonly<Record<Untold, string>> = {
  "plan-unknown": "The draft maps the pricing plan or tier of the account to no support plan.",
  "category-unknown": "The draft has no category of that name.",
  "severity-unknown":
    "The draft has no severity of that name, so the old scale cannot be read on the new one.",
  "form-asks-more": "The draft's form asks for something that was not asked then.",
  "quota-unknown":
    "How often a counted channel had been used by then is not known, so whether it was still open cannot be told.",
  "hours-left-open": "The draft leaves the hours to each customer, and nobody has settled them.",
};

function presentSummary(summary: ReplaySummary, known: Known): z.infer<typeof WireSummary> {
  const { tickets, changed, untold, entitlement, before, after, groups, dues, shifts } = summary;
  const untoldFor = UNTOLD.flatMap((reason) => {
    const count = untold[reason] ?? 0;
    return count === 0 ? [] : [{ reason, message: REASONS[reason], count }];
  });
  return {
    tickets,
    changed,
    untold: untoldFor.reduce((sum, { count }) => sum + count, 0),
    untoldFor,
    entitlement: { ...entitlement },
    promises: { before: { ...before }, after: { ...after } },
    groups: groups.map((group) => ({
      plan: nameIn(known, "plans", group.plan),
      severity: nameIn(known, "severities", group.severity),
      before: { ...group.before },
      after: { ...group.after },
    })),
    dues: { ...dues },
    shifts: shifts.map((bin) => ({ ...bin })),
  };
}

/** A plan or severity by the draft's name for it, else by that of the last version that had it. */
function nameIn({ draft, policies }: Known, of: "plans" | "severities", id: string) {
  const all = [...(draft === null ? [] : [draft]), ...policies.values()];
  const things: { readonly id: string; readonly name: string }[] = all.flatMap((policy) => [...policy[of]]);
  return named(things, id);
}

function presentTicket(ticket: ListedReplay, known: Known): z.infer<typeof ReplayedTicket> {
  const { before, after, untold, entitlement } = ticket;
  const then = known.policies.get(ticket.policyVersion) ?? null;
  return {
    number: ticket.number,
    organisation: { id: ticket.organisation, name: ticket.organisationName },
    openedAt: wireInstant(ticket.openedAt),
    untold: untold && { reason: untold, message: REASONS[untold] },
    entitlement: entitlement && presentEntitlement(entitlement),
    planBefore: planName(then, before),
    planAfter: after && planName(known.draft, after),
    severityBefore: named(then?.severities ?? [], before.severity).name,
    severityAfter: after && named(known.draft?.severities ?? [], after.severity).name,
    clocks: ticket.clocks.filter(isMoved).map(({ metric, before: was, after: would }) => ({
      metric,
      dueBefore: instantOf(was.dueAt),
      dueAfter: instantOf(would.dueAt),
      outcomeBefore: was.outcome,
      outcomeAfter: would.outcome,
    })),
  };
}

/** “Enterprise Gold”. */
function planName(policy: Policy | null, { plan: id, tier }: Footing): string {
  const plan = policy?.plans.find((one) => one.id === id);
  const name = plan?.name ?? id;
  return tier === null ? name : `${name} ${named(plan?.tiers ?? [], tier).name}`;
}

function instantOf(at: number | null): string | null {
  return at === null ? null : wireInstant(at);
}
