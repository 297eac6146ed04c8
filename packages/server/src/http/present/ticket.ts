import type { SeverityStand, TicketRow, TimelineEntry, Ticket as WireTicket } from "@troth/contract";
import { impactIn, type LoggedTicketEvent, levelOf, severityInForce } from "@troth/core";
import type { Policy } from "@troth/policy";
import { masked } from "@troth/secrets";
import type { z } from "zod";
import type { ListedTicket, PeopledTicket, StoredTicket, WholeMessage } from "../../ports/store.ts";
import type { Vault } from "../../ports/vault.ts";
import { ERASED, openFacts, openMessage, openText, personName } from "../../verbs/person/keys.ts";
import type { Shelved } from "../../verbs/policy-shelf.ts";
import type { SeverityPreview } from "../../verbs/ticket/assess-ticket.ts";
import type { TicketOpened } from "../../verbs/ticket/open-ticket.ts";
import type { ShownTicket, TicketPage } from "../../verbs/ticket/read-tickets.ts";
import { owedOf } from "../../verbs/ticket/save-ticket.ts";
import type { MessageWritten } from "../../verbs/ticket/write-message.ts";
import { presentFileLimits, presentFiles, type Side } from "./attachment.ts";
import { presentNotCovered } from "./coverage.ts";
import { presentTicketCauses } from "./document.ts";
import { presentTicketIncident } from "./incident.ts";
import { wireInstant } from "./instant.ts";
import { named } from "./policy.ts";
import { proceedingEntry } from "./proceeding-entries.ts";
import { presentProceedings } from "./proceedings.ts";
import { presentPromise, presentReceipt } from "./promise.ts";
import { groundText, presentProposal } from "./proposal.ts";
import { presentTicketWishes, wishEntry } from "./wish.ts";

export function presentSeverityStand(
  {
    severityChosen,
    severityAssessed,
    category,
  }: Pick<StoredTicket, "severityChosen" | "severityAssessed" | "category">,
  policy: Policy,
): z.infer<typeof SeverityStand> {
  const current = severityAssessed ?? severityInForce(policy, { severity: severityChosen, category });
  const { rank, name } = levelOf(policy, current);
  return {
    chosen: severityChosen,
    chosenName: severityChosen === null ? null : named(policy.severities, severityChosen).name,
    assessed: severityAssessed,
    current,
    rank,
    name,
  };
}

/** One row of a customer's list. */
export function presentTicketRow(
  vault: Vault,
  row: ListedTicket,
  { runnable }: Shelved,
  { reader, shelves }: Pick<TicketPage, "reader" | "shelves">,
): z.infer<typeof TicketRow> {
  const { policy } = runnable;
  return {
    number: row.number,
    subject: openText(vault, row.requesterPerson, row.subject) ?? ERASED,
    state: row.state,
    category: named(policy.categories, row.category),
    severity: presentSeverityStand(row, policy),
    promise: row.commitment && presentPromise(row.commitment, runnable, shelves),
    requester: personName(vault, row.requesterPerson),
    isMine: row.requester === reader,
    openedAt: wireInstant(row.openedAt),
    changedAt: wireInstant(row.changedAt),
    outcome: row.outcome && named(policy.outcomes, row.outcome.id),
    unread: row.lastStaffSeq > row.readSeq,
  };
}

/** A ticket as its customer sees it. */
export function presentTicket(vault: Vault, whole: ShownTicket): WireTicket {
  const { row, shelved, messages } = whole;
  const main = owedOf(whole.commitments) ?? whole.commitments[0] ?? null;
  return {
    ...presentTicketRow(vault, { ...row, commitment: main }, shelved, whole),
    intake: row.intake,
    policyVersion: row.policyVersion,
    place: presentPlace(whole),
    facts: factsOf(vault, row),
    businessImpact: presentImpact(vault, whole),
    assignee: row.assigneePerson && personName(vault, row.assigneePerson),
    incident: whole.incident && presentTicketIncident(whole.incident),
    wishes: presentTicketWishes(whole.wishes),
    messages: messages.map((message) => presentMessage(vault, message, { ...whole, side: "customer" })),
    timeline: timelineOf(vault, { ...whole, happenings: whole.happenings.filter(isForCustomer) }).map(
      (entry) => ({ ...entry, broughtFrom: null }),
    ),
    receipt: main && presentReceipt(main, whole),
    promises: whole.commitments.map((commitment) =>
      presentPromise(commitment, shelved.runnable, whole.shelves),
    ),
    notCovered: presentNotCovered(vault, whole),
    proposal: presentProposal(shelved.runnable.policy, whole.opening),
    proceedings: presentProceedings(vault, whole, { side: "customer" }),
    causes: presentTicketCauses(whole),
    version: row.version,
    mayReply: true,
    reply: { effect: whole.reply.effect, reopensUntil: maybe(whole.reply.reopensUntil) },
    attachmentLimits: presentFileLimits(shelved.runnable.policy),
  };
}

/** What it costs the customer's business, as they told it last: at the opening, or when it got worse. */
export function presentImpact(
  vault: Vault,
  { row, happenings, people }: Pick<ShownTicket, "happenings" | "people" | "row">,
): string | null {
  const told = impactIn(happenings.filter(({ event }) => event.kind === "ticket.worsened"));
  if (told === null) return openText(vault, row.requesterPerson, row.businessImpact);
  return openText(vault, told.by === null ? null : (people.get(told.by) ?? null), told.text);
}

export function factsOf(vault: Vault, row: PeopledTicket): { name: string; value: string }[] {
  return openFacts(vault, row.requesterPerson, row.facts);
}

export function presentPlace({ row, projects }: Pick<ShownTicket, "row" | "projects">): WireTicket["place"] {
  const { project, branch, endpoint, region } = row.place;
  const known = projects.find(({ id }) => id === project);
  return {
    project: project === null ? null : { id: project, name: known?.name ?? project },
    branch: branch === null ? null : named(known?.branches ?? [], branch),
    endpoint,
    region,
  };
}

export function presentMessage(
  vault: Vault,
  message: WholeMessage,
  { reader, linkTo, side }: Pick<ShownTicket, "reader" | "linkTo"> & { readonly side: Side },
) {
  const { id, at, author, authorKind } = message;
  const opened = openMessage(vault, author, message.body);
  const name = author ? personName(vault, author) : "";
  return {
    id,
    at: wireInstant(at),
    author: { kind: authorKind, name, isMe: author?.id === reader },
    text: opened?.text ?? "",
    isErased: opened === null,
    secrets: opened?.secrets ?? 0,
    attachments: presentFiles(vault, message, { linkTo, side }),
  };
}

/** What of the log a customer may read; notes and assignments are the desk's. */
const CUSTOMER_SEES = new Set([
  "severity.assessed",
  "issue.confirmed",
  "ticket.resolved",
  "ticket.reopened",
  "plan.changed",
  "clock.breached",
  "clock.corrected",
  "promise.moved",
  "secret.looked-at",
  "follower.added",
  "follower.removed",
  "ticket.restricted",
  "disagreement.opened",
  "disagreement.owned",
  "disagreement.ended",
  "ticket.worsened",
  "word.given",
  "word.withdrawn",
  "word.handed",
  "word.kept",
  "word.missed",
  "information.asked",
  "information.reminded",
  "ticket.closed",
  "video.asked",
  "video.granted",
  "video.declined",
  "video.cancelled",
  "ticket.linked",
  "ticket.merged",
  "ticket.absorbed",
  "message.split-off",
  "consent.given",
  "consent.withdrawn",
  "consent.used",
  "ticket.rated",
  "incident.linked",
  "incident.unlinked",
  "incident.ended",
  "release.out",
  "wish.noted",
  "wish.left",
  "wish.told",
  "cause.asked",
  "cause.published",
  "cause.declined",
]);

/** Whether a customer may read of it: links reach no further than their own organisation, agents follow unseen. */
function isForCustomer({ event }: LoggedTicketEvent): boolean {
  if (!CUSTOMER_SEES.has(event.kind)) return false;
  if (event.kind === "ticket.linked") return event.isInside;
  return event.kind === "follower.added" || event.kind === "follower.removed"
    ? event.side === "customer"
    : true;
}

/** What happened besides messages, oldest first. */
export function timelineOf(
  vault: Vault,
  { happenings, people, shelved, messages }: ShownTicket,
): z.infer<typeof TimelineEntry>[] {
  const { policy } = shelved.runnable;
  const nameOf = (id: string | null) => {
    const person = id === null ? undefined : people.get(id);
    return person ? personName(vault, person) : "";
  };
  return happenings.flatMap((logged) => {
    const entry = entryOf(vault, logged, { policy, people, nameOf, messages });
    if (!entry) return [];
    const { seq, at, actor, event } = logged;
    const severity = severityChangeOf(event, policy);
    const outcome = event.kind === "ticket.resolved" ? named(policy.outcomes, event.outcome) : null;
    const brought = "brought" in event ? event.brought : undefined;
    return [
      {
        seq,
        at: wireInstant(brought?.at ?? at),
        kind: event.kind,
        by: nameOf(actor.id),
        ...entry,
        severity,
        outcome,
        broughtFrom: brought?.ticket ?? null,
      },
    ];
  });
}

const maybe = (at: number | null): string | null => (at === null ? null : wireInstant(at));

function severityChangeOf(event: LoggedTicketEvent["event"], policy: Policy) {
  if (event.kind !== "severity.assessed") return null;
  const level = (id: string) => {
    const { rank, name } = levelOf(policy, id);
    return { rank, name };
  };
  const { dueFrom, dueTo, grounds, factors } = event;
  return {
    from: level(event.from),
    to: level(event.to),
    dueFrom: maybe(dueFrom),
    dueTo: maybe(dueTo),
    grounds: grounds.map((id) => ({ id, text: groundText(policy, id) })),
    factors: factors.map((id) => named(policy.factors, id)),
  };
}

/** How a ticket ended, in words: an exclusion by its text and what it is about, never by its id. */
function endEntry(
  policy: Policy,
  { outcome, detail }: Extract<LoggedTicketEvent["event"], { kind: "ticket.resolved" }>,
  about: string | null,
) {
  const { name, needs = null } = policy.outcomes.find(({ id }) => id === outcome) ?? { name: outcome };
  const said = detail === null ? null : masked(detail);
  const exclusion = policy.exclusions.find(({ id }) => needs === "exclusion" && id === detail);
  const why = exclusion ? [exclusion.text, ...(about === null ? [] : [about])].join(": ") : null;
  return {
    from: needs === "release" ? said : null,
    to: name,
    reason: needs === null || needs === "ticket" ? said : why,
  };
}

type Around = Pick<ShownTicket, "people" | "messages"> & {
  readonly policy: Policy;
  readonly nameOf: (id: string | null) => string;
};

function entryOf(
  vault: Vault,
  { seq, at, actor, event }: LoggedTicketEvent,
  { policy, people, nameOf, messages }: Around,
): { from: string | null; to: string | null; reason: string | null } | null {
  switch (event.kind) {
    case "severity.assessed": {
      const author = actor.id === null ? null : (people.get(actor.id) ?? null);
      return { from: event.from, to: event.to, reason: openText(vault, author, event.reason) };
    }
    case "ticket.assigned": {
      const author = actor.id === null ? null : (people.get(actor.id) ?? null);
      const note = openText(vault, author, event.note ?? null);
      return { from: event.why ?? null, to: nameOf(event.to) || null, reason: note };
    }
    case "issue.confirmed":
    case "misuse.marked":
    case "misuse.withdrawn": {
      const author = actor.id === null ? null : (people.get(actor.id) ?? null);
      const said = event.kind === "issue.confirmed" ? (event.answers["documentation"] ?? null) : event.reason;
      return { from: null, to: null, reason: openText(vault, author, said) };
    }
    case "ticket.resolved": {
      const author = actor.id === null ? null : (people.get(actor.id) ?? null);
      return endEntry(policy, event, openText(vault, author, event.named ?? null));
    }
    case "plan.changed":
      return {
        from: null,
        to: named(policy.plans, event.standing.plan).name,
        reason: event.why ?? event.subscription,
      };
    case "clock.breached":
      return { from: wireInstant(event.dueAt), to: event.firmness, reason: event.metric };
    case "clock.warned":
      return { from: wireInstant(event.dueAt), to: event.mark, reason: event.metric };
    case "clock.corrected":
      return { from: wireInstant(event.dueAt), to: null, reason: event.metric };
    case "promise.moved":
      return { from: maybe(event.dueFrom), to: maybe(event.dueTo), reason: event.why };
    case "secret.looked-at": {
      // A look at a note is as hidden from the customer as the note.
      const message = messages.find(({ id }) => id === event.message);
      if (!message) return null;
      const author = actor.id === null ? null : (people.get(actor.id) ?? null);
      const reason = openText(vault, author, event.reason);
      return {
        from: wireInstant(message.at),
        to: message.author && personName(vault, message.author),
        reason,
      };
    }
    case "ticket.merged":
      return { from: null, to: String(event.into), reason: null };
    case "ticket.absorbed":
      return { from: String(event.number), to: null, reason: null };
    case "message.split-off":
      return { from: wireInstant(event.messageAt), to: String(event.into), reason: null };
    case "incident.linked":
    case "incident.unlinked":
      return { from: null, to: String(event.incident), reason: null };
    case "incident.ended":
      return { from: wireInstant(event.endedAt), to: String(event.incident), reason: null };
    case "release.out":
      return { from: wireInstant(event.outAt), to: masked(event.name), reason: null };
    case "wish.noted":
    case "wish.left":
    case "wish.told":
      return wishEntry(event);
    case "ticket.opened":
    case "message.written":
      return null;
    case "ticket.reopened":
      return { from: null, to: null, reason: null };
    default: {
      const author = actor.id === null ? null : (people.get(actor.id) ?? null);
      const textOf = (sealed: string | null) => openText(vault, author, sealed);
      return proceedingEntry({ seq, at, actor, event }, { policy, nameOf, textOf });
    }
  }
}

/** What a customer is told of a ticket just opened. */
export function presentOpened(
  { number, commitment, route, isFlagged, warnings }: TicketOpened,
  { runnable }: Shelved,
) {
  return {
    number,
    promise: commitment && presentPromise(commitment, runnable),
    route,
    isFlagged,
    warnings: [...warnings],
  };
}

export function presentMessageWritten(
  { id, number, at, state, version, commitment }: MessageWritten,
  { runnable }: Shelved,
) {
  return {
    id,
    number,
    at: wireInstant(at),
    state,
    version,
    promise: commitment && presentPromise(commitment, runnable),
  };
}

/** Old and new severity and due, before anything is changed. */
export function presentAssessment({ stored, policy, to, dueFrom, dueTo }: SeverityPreview) {
  const stand = (severityAssessed: string | null) =>
    presentSeverityStand({ ...stored, severityAssessed }, policy);
  return {
    from: stand(stored.severityAssessed),
    to: stand(to),
    dueFrom: dueFrom === null ? null : wireInstant(dueFrom),
    dueTo: dueTo === null ? null : wireInstant(dueTo),
  };
}
