import type { DeskTicket, QueueRow } from "@troth/contract";
import {
  type Act,
  assessmentRefusal,
  outcomesOfDesk,
  ownPlaceReasonOf,
  type PlaceReason,
  placeReasonOf,
  type QueueFacts,
  type Refused,
  stateRefusal,
  unassessedSince,
} from "@troth/core";
import { masked } from "@troth/secrets";
import type { z } from "zod";
import type { ListedTicket } from "../../ports/store.ts";
import type { Vault } from "../../ports/vault.ts";
import { ERASED, openText, personName, readable } from "../../verbs/person/keys.ts";
import type { ListedAgent } from "../../verbs/person/read-me.ts";
import type { Shelved } from "../../verbs/policy-shelf.ts";
import type { QueuePage, ShownDeskTicket } from "../../verbs/ticket/read-queue.ts";
import { owedOf } from "../../verbs/ticket/save-ticket.ts";
import { presentFileLimits } from "./attachment.ts";
import { copy } from "./copy.ts";
import { presentIssue, presentMisuse, presentNotCovered } from "./coverage.ts";
import { presentDeskCauses } from "./document.ts";
import { presentTicketIncident } from "./incident.ts";
import { wireInstant } from "./instant.ts";
import { presentPlaceReason } from "./place-reason.ts";
import { named, presentSeverity } from "./policy.ts";
import { presentAct, presentProceedings } from "./proceedings.ts";
import { presentPromise, presentReceipt } from "./promise.ts";
import { presentProposal } from "./proposal.ts";
import {
  factsOf,
  presentImpact,
  presentMessage,
  presentPlace,
  presentSeverityStand,
  timelineOf,
} from "./ticket.ts";
import { openLeftOf, waitingSinceOf } from "./waiting.ts";
import { presentDeskWishes } from "./wish.ts";

/** A page of the queue; each row says why it stands after the one before. */
export function presentQueue(vault: Vault, page: QueuePage): z.infer<typeof QueueRow>[] {
  const { policy } = page.current.runnable;
  const placeOf = (row: ListedTicket) => {
    const shelved = page.shelves.get(row.policyVersion);
    return shelved ? [{ row, shelved, facts: queueFactsOf(row, shelved) }] : [];
  };
  const places = page.rows.flatMap(placeOf);
  const [first] = page.before === null || page.before === "unknown" ? [] : placeOf(page.before);
  return places.map(({ row, shelved, facts }, at) => {
    const before = places[at - 1] ?? first ?? null;
    const isKnown = before !== null || page.before === null;
    const reason = isKnown
      ? placeReasonOf(facts, before && { ...before.facts, number: before.row.number }, policy)
      : ownPlaceReasonOf(facts, policy);
    return presentQueueRow(vault, { row, shelved, shelves: page.shelves, reason, asOf: page.asOf });
  });
}

function queueFactsOf(row: ListedTicket, { runnable }: Shelved): QueueFacts {
  return {
    state: row.state,
    severity: presentSeverityStand(row, runnable.policy).current,
    plan: row.standing.plan,
    tier: row.standing.tier,
    dueAt: row.commitment?.stoppedAt === null ? row.commitment.dueAt : null,
    openedAt: row.openedAt,
  };
}

type PlacedRow = {
  readonly row: ListedTicket;
  readonly shelved: Shelved;
  readonly shelves: QueuePage["shelves"];
  readonly reason: PlaceReason;
  readonly asOf: number;
};

function presentQueueRow(
  vault: Vault,
  { row, shelved, shelves, reason, asOf }: PlacedRow,
): z.infer<typeof QueueRow> {
  const { runnable } = shelved;
  const { policy } = runnable;
  return {
    number: row.number,
    subject: openText(vault, row.requesterPerson, row.subject) ?? ERASED,
    state: row.state,
    organisation: { id: row.organisationExternalId, name: row.organisationName },
    requester: personName(vault, row.requesterPerson),
    plan: named(policy.plans, row.standing.plan),
    tier: tierOf(policy.plans, row.standing),
    severity: presentSeverityStand(row, policy),
    category: named(policy.categories, row.category),
    promise: row.commitment && presentPromise(row.commitment, runnable, shelves),
    assignee: row.assigneePerson && {
      id: row.assigneePerson.id,
      name: personName(vault, row.assigneePerson),
    },
    reason: presentPlaceReason(reason, policy),
    waitingSince: waitingSinceOf(row),
    openLeft: openLeftOf(row.commitment, shelves, asOf),
    isFlagged: row.flags.length > 0,
    unassessedSince: unassessed(runnable, row, asOf),
    ...presentAttention(row),
    openedAt: wireInstant(row.openedAt),
    changedAt: wireInstant(row.changedAt),
    version: row.version,
  };
}

function unassessed(
  runnable: Shelved["runnable"],
  row: Parameters<typeof unassessedSince>[1],
  now: number,
): string | null {
  const since = unassessedSince(runnable, row, now);
  return since === null ? null : wireInstant(since);
}

/** What brings a ticket back to attention beside its clocks. */
function presentAttention({ state, proceedings }: ListedTicket) {
  const { word, wait, hiddenUntil } = proceedings;
  const since = state === "waiting-on-customer" ? (wait?.since ?? null) : null;
  const instant = (at: number | null) => (at === null ? null : wireInstant(at));
  return {
    wordBy: instant(word?.by ?? null),
    askedSince: instant(since),
    hiddenUntil: instant(hiddenUntil),
  };
}

function tierOf(plans: Shelved["runnable"]["policy"]["plans"], { plan, tier }: ListedTicket["standing"]) {
  if (tier === null) return null;
  return named(plans.find(({ id }) => id === plan)?.tiers ?? [], tier);
}

const ACTS: readonly Act[] = [
  "reply",
  "note",
  "assign",
  "assess",
  "confirm",
  "resolve",
  "misuse",
  "word",
  "hide",
  "merge",
  "link",
  "wish",
  "people",
  "grant-video",
  "use-consent",
];

function deskRefusal(act: Act, row: ShownDeskTicket["row"]): Refused | null {
  return act === "assess" ? assessmentRefusal(row, null) : stateRefusal(act, row);
}

/** A ticket with everything an agent needs. */
export function presentDeskTicket(vault: Vault, whole: ShownDeskTicket): DeskTicket {
  const { row, shelved, commitments, planNow } = whole;
  const { runnable } = shelved;
  const { policy } = runnable;
  const main = owedOf(commitments) ?? commitments[0] ?? null;
  const facts = queueFactsOf({ ...row, commitment: main }, shelved);
  const reason = ownPlaceReasonOf(facts, policy);
  const requester = readable(vault, row.requesterPerson);
  return {
    number: row.number,
    subject: openText(vault, row.requesterPerson, row.subject) ?? ERASED,
    state: row.state,
    version: row.version,
    category: named(policy.categories, row.category),
    route: row.route,
    intake: row.intake,
    severity: presentSeverityStand(row, policy),
    isFlagged: row.flags.length > 0,
    unassessedSince: unassessed(runnable, row, whole.now),
    proposal: presentProposal(policy, whole.opening),
    issue: presentIssue(vault, whole),
    misuse: presentMisuse(vault, whole),
    promises: commitments.map((commitment) => presentPromise(commitment, runnable, whole.shelves)),
    receipt: main && presentReceipt(main, whole),
    reason: presentPlaceReason(reason, policy),
    organisation: { id: row.organisationExternalId, name: row.organisationName },
    requester: { name: requester.name, email: requester.email, role: whole.requesterRole, zone: row.zone },
    plan: named(policy.plans, row.standing.plan),
    tier: tierOf(policy.plans, row.standing),
    planNow: {
      plan: planNow.plan === null ? null : named(policy.plans, planNow.plan),
      tier:
        planNow.plan === null
          ? null
          : tierOf(policy.plans, { pricing: null, plan: planNow.plan, tier: planNow.tier }),
      state: planNow.state,
    },
    place: presentPlace(whole),
    projects: copy(whole.projects),
    facts: factsOf(vault, row),
    businessImpact: presentImpact(vault, whole),
    isBusinessImpactUnknown: row.isBusinessImpactUnknown,
    assignee: row.assigneePerson && {
      id: row.assigneePerson.id,
      name: personName(vault, row.assigneePerson),
    },
    outcome: row.outcome && {
      ...named(policy.outcomes, row.outcome.id),
      detail: row.outcome.detail === null ? null : masked(row.outcome.detail),
    },
    incident: whole.incident && presentTicketIncident(whole.incident),
    wishes: presentDeskWishes(whole.wishes),
    notCovered: presentNotCovered(vault, whole),
    policyVersion: row.policyVersion,
    openedAt: wireInstant(row.openedAt),
    messages: whole.messages.map((message) => ({
      ...presentMessage(vault, message, { ...whole, side: "desk" }),
      isNote: message.isNote,
    })),
    timeline: timelineOf(vault, whole),
    organisationFigures: { ...whole.figures },
    proceedings: presentProceedings(vault, whole, { side: "agent", whyNotDecide: whole.whyNotDecide }),
    causes: presentDeskCauses(vault, whole),
    acts: ACTS.map((act) => presentAct(act, deskRefusal(act, row))),
    attachmentLimits: presentFileLimits(policy),
  };
}

export function presentAgent(vault: Vault, agent: ListedAgent, me: string) {
  const { id, role, awayUntil, openTickets } = agent;
  return {
    id,
    name: personName(vault, agent),
    role,
    isMe: id === me,
    awayUntil: awayUntil === null ? null : wireInstant(awayUntil),
    openTickets,
  };
}

/** The lists of the policy version that governs a ticket. */
export function presentDeskPolicy({ runnable, published }: Shelved) {
  const { severities, factors, outcomes, exclusions, links, clauses, issue, categories, form } =
    runnable.policy;
  const labelOf = (field: string) => form?.fields.find(({ id }) => id === field)?.label ?? field;
  return {
    version: published.version,
    severities: severities.map(presentSeverity),
    factors: factors.map(({ id, name }) => ({ id, name })),
    categories: categories.map(({ id, name, asks }) => ({ id, name, asks: asks.map(labelOf) })),
    outcomes: outcomesOfDesk(outcomes).map(({ id, name, needs }) => ({ id, name, needs })),
    exclusions: exclusions.map(({ id, number, text, needs, approved, liftedBy }) => ({
      id,
      number,
      text,
      needs,
      approved: [...approved],
      liftedBy,
    })),
    issue: issue && { text: issue.text, asks: [...issue.asks] },
    links: Object.values(links).map((link) => ({ ...link })),
    clauses: clauses.map((clause) => ({ ...clause })),
  };
}
