import type { Instant } from "@troth/policy";
import type { ProceedingEvent, Relation, Slot } from "./proceeding-events.ts";

/** An objection to a severity that has not ended. */
export type Disagreement = {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string | null;
  readonly severity: string;
  readonly wants: string | null;
  readonly owner: string | null;
  /** Leads who were asked, with what they said by seq of the event; null while they have not. */
  readonly asked: readonly { readonly lead: string; readonly advisedSeq: number | null }[];
};

export type Video =
  | { readonly state: "asked"; readonly seq: number; readonly at: Instant }
  | {
      readonly state: "granted";
      readonly seq: number;
      readonly at: Instant;
      readonly slot: Slot;
      readonly revision: number;
      /** Id of the ticket it was granted on first, where a merge brought it. */
      readonly meeting?: string;
    };

/** An agent's own word that is neither kept nor missed yet. */
export type Word = {
  readonly seq: number;
  readonly at: Instant;
  readonly by: Instant;
  /** Who keeps it; null while it is the team's. */
  readonly agent: string | null;
  readonly isReminded: boolean;
  /** Seq of the event that handed it on last; absent where nothing did. */
  readonly handedSeq?: number;
};

/** What the customer was asked for and has not answered. */
export type Wait = {
  readonly since: Instant;
  /** The event that lists what is asked for; null when nothing was listed. */
  readonly askedSeq: number | null;
  readonly reminders: number;
  readonly remindedAt: Instant | null;
};

export type Consent = {
  readonly seq: number;
  readonly by: string | null;
  readonly projects: readonly string[];
  readonly until: Instant;
};

export type TicketLink = {
  readonly to: number;
  readonly relation: Relation;
  readonly isInside: boolean;
};

const OTHER_SIDE: Readonly<Record<Relation, Relation>> = {
  related: "related",
  "duplicate-of": "has-duplicate",
  "has-duplicate": "duplicate-of",
  "follow-up-of": "has-follow-up",
  "has-follow-up": "follow-up-of",
  "split-from": "has-split-off",
  "has-split-off": "split-from",
  "caused-by": "cause-of",
  "cause-of": "caused-by",
};

/** The same link seen from the other ticket. */
export function otherSideOf(relation: Relation): Relation {
  return OTHER_SIDE[relation];
}

/** What stands around the conversation of a ticket, as its events make it. */
export type Proceedings = {
  readonly isRestricted: boolean;
  /** People of the customer's beside the requester, and agents who want to hear of it. */
  readonly followers: readonly string[];
  readonly watchers: readonly string[];
  readonly disagreement: Disagreement | null;
  /** Seq of the event by which a lead was asked for; null once one has answered. */
  readonly leadAskedSeq: number | null;
  readonly video: Video | null;
  readonly word: Word | null;
  readonly wait: Wait | null;
  readonly links: readonly TicketLink[];
  readonly mergedInto: number | null;
  /** Tickets that go on here. */
  readonly absorbed: readonly { readonly number: number; readonly ticket: string }[];
  readonly consent: Consent | null;
  readonly rating: { readonly seq: number; readonly isGood: boolean } | null;
  readonly hiddenUntil: Instant | null;
  /** Since when an account of the cause is asked for; null when none is, or it was published. */
  readonly causeAskedAt: Instant | null;
};

export const NO_PROCEEDINGS: Proceedings = {
  isRestricted: false,
  followers: [],
  watchers: [],
  disagreement: null,
  leadAskedSeq: null,
  video: null,
  word: null,
  wait: null,
  links: [],
  mergedInto: null,
  absorbed: [],
  consent: null,
  rating: null,
  hiddenUntil: null,
  causeAskedAt: null,
};

/** A wait for the customer that begins. */
export function waitFrom(since: Instant): Wait {
  return { since, askedSeq: null, reminders: 0, remindedAt: null };
}

export type InLog<E> = {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: { readonly id: string | null };
  readonly event: E;
};

/** What stands after one more event. */
export function proceedingsAfter(
  before: Proceedings,
  { seq, at, actor, event }: InLog<ProceedingEvent>,
): Proceedings {
  const { disagreement, word, wait } = before;
  switch (event.kind) {
    case "follower.added":
      return withPeople(before, event.side, (all) => [
        ...all.filter((id) => id !== event.person),
        event.person,
      ]);
    case "follower.removed":
      return withPeople(before, event.side, (all) => all.filter((id) => id !== event.person));
    case "ticket.restricted":
      return { ...before, isRestricted: event.isRestricted };
    case "disagreement.opened": {
      const { severity, wants, owner } = event;
      const since = event.brought?.at ?? at;
      return { ...before, disagreement: { seq, at: since, by: actor.id, severity, wants, owner, asked: [] } };
    }
    case "disagreement.owned":
      return disagreement ? { ...before, disagreement: { ...disagreement, owner: event.owner } } : before;
    case "disagreement.advice-asked":
      return disagreement ? { ...before, disagreement: withAsked(disagreement, event.leads) } : before;
    case "disagreement.advice-lapsed":
      return disagreement ? { ...before, disagreement: withoutAsked(disagreement, event.leads) } : before;
    case "disagreement.advised":
      return disagreement ? { ...before, disagreement: withAdvice(disagreement, actor.id, seq) } : before;
    case "disagreement.ended":
      return { ...before, disagreement: null };
    case "ticket.worsened":
      return { ...before, leadAskedSeq: seq };
    case "lead.answered":
      return { ...before, leadAskedSeq: null };
    case "word.given": {
      const agent = event.keeper === undefined ? actor.id : event.keeper;
      return {
        ...before,
        word: { seq, at: event.brought?.at ?? at, by: event.by, agent, isReminded: false },
      };
    }
    case "word.handed":
      return word
        ? { ...before, word: { ...word, agent: event.to, isReminded: false, handedSeq: seq } }
        : before;
    case "word.reminded":
      return word ? { ...before, word: { ...word, isReminded: true } } : before;
    case "word.withdrawn":
    case "word.kept":
    case "word.missed":
      return { ...before, word: null };
    case "information.asked":
      return { ...before, wait: { ...waitFrom(at), askedSeq: seq } };
    case "information.reminded":
      return wait ? { ...before, wait: { ...wait, reminders: event.nth, remindedAt: at } } : before;
    case "ticket.closed":
      return { ...before, wait: null, word: null, hiddenUntil: null };
    case "video.asked":
      return { ...before, video: { state: "asked", seq, at: event.brought?.at ?? at } };
    case "video.granted": {
      const { slot, revision, meeting } = event;
      const since = event.brought?.at ?? at;
      return {
        ...before,
        video: {
          state: "granted",
          seq,
          at: since,
          slot,
          revision,
          ...(meeting === undefined ? {} : { meeting }),
        },
      };
    }
    case "video.declined":
    case "video.cancelled":
      return { ...before, video: null };
    case "ticket.linked":
      return { ...before, links: [...withoutLink(before, event), linkOf(event)] };
    case "ticket.unlinked":
      return { ...before, links: withoutLink(before, event) };
    case "consent.given": {
      const { projects, until } = event;
      return { ...before, consent: { seq, by: actor.id, projects, until } };
    }
    case "consent.withdrawn":
      return { ...before, consent: null };
    case "consent.used":
      return before;
    case "ticket.rated":
      return { ...before, rating: { seq, isGood: event.isGood } };
    case "ticket.hidden":
      return { ...before, hiddenUntil: event.until };
    case "ticket.shown":
      return { ...before, hiddenUntil: null };
    case "cause.asked":
      return { ...before, causeAskedAt: event.since };
    case "cause.published":
    case "cause.declined":
      return { ...before, causeAskedAt: null };
  }
}

function withPeople(
  before: Proceedings,
  side: "customer" | "agent",
  change: (all: readonly string[]) => readonly string[],
): Proceedings {
  return side === "customer"
    ? { ...before, followers: change(before.followers) }
    : { ...before, watchers: change(before.watchers) };
}

function withAsked(disagreement: Disagreement, leads: readonly string[]): Disagreement {
  const fresh = leads.filter((lead) => !disagreement.asked.some((one) => one.lead === lead));
  const asked = [...disagreement.asked, ...fresh.map((lead) => ({ lead, advisedSeq: null }))];
  return { ...disagreement, asked };
}

function withoutAsked(disagreement: Disagreement, leads: readonly string[]): Disagreement {
  const stays = ({ lead, advisedSeq }: Disagreement["asked"][number]) =>
    advisedSeq !== null || !leads.includes(lead);
  return { ...disagreement, asked: disagreement.asked.filter(stays) };
}

/** The team's word is of whoever takes the ticket. */
export function wordTakenBy(proceedings: Proceedings, agent: string | null): Proceedings {
  const { word } = proceedings;
  if (!word || word.agent !== null || agent === null) return proceedings;
  return { ...proceedings, word: { ...word, agent } };
}

function withAdvice(disagreement: Disagreement, lead: string | null, seq: number): Disagreement {
  const asked = disagreement.asked.map((one) => (one.lead === lead ? { ...one, advisedSeq: seq } : one));
  return { ...disagreement, asked };
}

function linkOf({ to, relation, isInside }: TicketLink): TicketLink {
  return { to, relation, isInside };
}

function withoutLink(
  { links }: Proceedings,
  { to, relation }: Pick<TicketLink, "relation" | "to">,
): readonly TicketLink[] {
  return links.filter((link) => link.to !== to || link.relation !== relation);
}

/** What of a ticket waits for somebody at the desk beside an answer: views and counts come from these words. */
export const ASKS = ["disagreement", "lead", "video"] as const;
export type Ask = (typeof ASKS)[number];

export function asksOf({ disagreement, leadAskedSeq, video }: Proceedings): readonly Ask[] {
  return [
    ...(disagreement ? (["disagreement"] as const) : []),
    ...(leadAskedSeq === null ? [] : (["lead"] as const)),
    ...(video?.state === "asked" ? (["video"] as const) : []),
  ];
}
