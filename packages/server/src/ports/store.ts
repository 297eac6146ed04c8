import type {
  AgentRole,
  AuthorKind,
  Commitment,
  CustomerRole,
  Intake,
  KeyScope,
  LoggedTicketEvent,
  OpeningFacts,
  Reach,
  ReminderKind,
  SubscriptionState,
  Ticket,
} from "@troth/core";
import type { Instant, Policy, PolicyFiles } from "@troth/policy";
import type { Acceptances } from "./acceptances.ts";
import type { Approvals } from "./approvals.ts";
import type { Attachments, ShownFile } from "./attachments.ts";
import type { Conduct, SupportEnd } from "./conduct.ts";
import type { Conversations } from "./conversations.ts";
import type { MemberFacts, OrganisationFacts, SubscriptionFacts, Told } from "./directory-facts.ts";
import type { Documents } from "./documents.ts";
import type { Incidents } from "./incidents.ts";
import type { Knowledge } from "./knowledge.ts";
import type { MisuseMarks } from "./misuse-marks.ts";
import type { PastTickets } from "./past-tickets.ts";
import type { PolicyDrafts } from "./policy-drafts.ts";
import type { Preferences } from "./preferences.ts";
import type { Releases } from "./releases.ts";
import type { Issuer } from "./tokens.ts";
import type { Wishes } from "./wishes.ts";

export type Workspace = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly embedders: readonly string[];
  readonly isDemo: boolean;
};

/** A person as stored: name and address sealed with `wrapped`'s key, which is null once erased. */
export type StoredPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly wrapped: Buffer | null;
};

export type StoredAgent = StoredPerson & { readonly role: AgentRole };

/** A customer with the organisation they act for and what it subscribes to now. */
export type Membership = StoredPerson & {
  /** The vendor's own id of the person. */
  readonly subject: string;
  readonly role: CustomerRole;
  readonly facts: MemberFacts;
  readonly organisation: {
    readonly id: string;
    readonly externalId: string;
    readonly name: string;
    readonly facts: OrganisationFacts;
  };
  readonly subscription: Subscription;
  /** The decision that keeps them out of support now; null when none does. */
  readonly supportEnd: SupportEnd | null;
};

export type Subscription = {
  readonly at: Instant;
  readonly pricing: string | null;
  readonly tier: string | null;
  readonly state: SubscriptionState;
  readonly facts?: SubscriptionFacts;
};

export type ListedOrganisation = {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly subscription: Subscription | null;
};

export type StoredEndpoint = {
  readonly id: string;
  readonly kind: "read_write" | "read_only";
  readonly state: "init" | "active" | "idle";
  readonly isDisabled: boolean;
  readonly suspendedFor: string | null;
};
export type StoredBranch = {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly isProtected: boolean;
  readonly state: string;
  readonly endpoints: readonly StoredEndpoint[];
};
export type PlaceAsked = {
  readonly project: string;
  readonly branch: string | null;
  readonly endpoint: string | null;
};
export type PlaceFound = {
  readonly region: string;
  readonly hasBranch: boolean;
  /** On the branch asked for, or on any of the project. */
  readonly hasEndpoint: boolean;
};
export type StoredProject = {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly isProduction: boolean | null;
  readonly branches: readonly StoredBranch[];
};

export type PublishedPolicy = {
  readonly policy: string;
  readonly version: string;
  readonly hash: string;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly note: string | null;
};

/** The ticket with what only the database knows of it. */
export type StoredTicket = Ticket & {
  readonly id: string;
  readonly head: string;
  readonly subject: string;
  readonly businessImpact: string | null;
  readonly facts: string | null;
  readonly locale: string;
  readonly zone: string | null;
};

export type StoredMessage = {
  readonly id: string;
  readonly seq: number;
  readonly at: Instant;
  readonly author: StoredPerson | null;
  readonly authorKind: AuthorKind;
  readonly isNote: boolean;
  readonly body: string;
};

/** A message with the files that were sent with it. */
export type WholeMessage = StoredMessage & { readonly files: readonly ShownFile[] };

export type StoredCommitment = Commitment & {
  /** The due is an instant at which the desk closes. */
  readonly isDueAtClosing: boolean;
  /** The last reminder that has come; null before the first and once the clock has ended. */
  readonly warned: ReminderKind | null;
};

/** Who somebody is, without the address. */
export type NamedPerson = Omit<StoredPerson, "email">;

/** One row of a list, with what it needs of other tables: no more than it shows. */
export type ListedTicket = Pick<
  StoredTicket,
  | "number"
  | "requester"
  | "state"
  | "route"
  | "category"
  | "severityChosen"
  | "severityAssessed"
  | "standing"
  | "policyVersion"
  | "subject"
  | "flags"
  | "outcome"
  | "openedAt"
  | "changedAt"
  | "version"
  | "lastStaffSeq"
  | "proceedings"
> & {
  readonly project: string | null;
  readonly organisationName: string;
  readonly organisationExternalId: string;
  readonly requesterPerson: NamedPerson;
  readonly assigneePerson: NamedPerson | null;
  /** The clock that matters most now. */
  readonly commitment: StoredCommitment | null;
  readonly queueKey: string;
  /** Seq up to which the reader has read; 0 when never. */
  readonly readSeq: number;
};

/** A ticket with its organisation and its people. */
export type PeopledTicket = StoredTicket &
  Omit<ListedTicket, "commitment"> & {
    readonly requesterPerson: StoredPerson;
    readonly assigneePerson: StoredPerson | null;
  };

/** A ticket with all that is shown of it on its own screen. */
export type WholeTicket = {
  readonly row: PeopledTicket;
  readonly messages: readonly WholeMessage[];
  /** What happened besides messages, in order. */
  readonly happenings: readonly LoggedTicketEvent[];
  readonly commitments: readonly StoredCommitment[];
  /** What its opening recorded of the severity; null for a ticket from before that was recorded. */
  readonly opening: OpeningFacts | null;
  /** Everybody whom messages and happenings name. */
  readonly people: ReadonlyMap<string, StoredPerson>;
  /** The organisation's, or with the customer only the place of the ticket. */
  readonly projects: readonly StoredProject[];
};

export type QueueView =
  | "all"
  | "mine"
  | "unassigned"
  | "late"
  | "waiting"
  | "asked"
  | "followed"
  | "hidden"
  | "handed-on"
  | "incident";

/** Sealed texts and ids that go into the message table beside the event. */
export type NewMessage = {
  readonly id: string;
  readonly seq: number;
  readonly at: Instant;
  readonly author: string | null;
  readonly authorKind: AuthorKind;
  readonly isNote: boolean;
  readonly body: string;
};

export type Actorship = { readonly kind: string; readonly id: string | null };

/** A change of one ticket, ready to be written in one go. */
export type TicketChange = {
  readonly id: string;
  /** Version read; null for a ticket that is being opened. */
  readonly expected: number | null;
  /** Hash of the last event, those of this change included. */
  readonly head: string;
  readonly events: ReadonlyArray<{
    readonly logged: LoggedTicketEvent;
    readonly hash: string;
    readonly previous: string;
    readonly effectKey: string | null;
  }>;
  readonly after: Ticket;
  readonly texts: {
    readonly subject: string;
    readonly businessImpact: string | null;
    readonly facts: string | null;
    readonly locale: string;
    readonly zone: string | null;
  } | null;
  readonly messages: readonly NewMessage[];
  readonly commitments: readonly StoredCommitment[];
  readonly queueKey: string;
  readonly severity: string;
  readonly isLate: boolean;
  readonly wakes: readonly (Instant | null)[];
  /** When time alone does something beside the clocks; null when it does nothing. */
  readonly attentionAt: Instant | null;
  /** What the clocks were computed from: see `Rulebook`. */
  readonly computedUnder: string;
};

/** Whether a row is only looked at, or held until the transaction ends. */
export type Mode = "look" | "lock";

export type OrganisationFigures = {
  readonly openTickets: number;
  readonly promisesKept: number;
  readonly promisesEnded: number;
  /** Tickets marked as misuse of support. */
  readonly misuses: number;
};

export interface Tickets {
  nextNumber(): Promise<number>;
  /** The ticket within the reach; null when it is not there or not yours. `lock` holds it for this transaction. */
  find(number: number, reach: Reach, mode: Mode): Promise<StoredTicket | null>;
  findById(id: string): Promise<StoredTicket | null>;
  /** Those of the numbers whose tickets are within the reach. */
  within(numbers: readonly number[], reach: Reach): Promise<readonly number[]>;
  /** Holds those of the tickets that nobody else holds; the others are left out. */
  hold(ids: readonly string[]): Promise<ReadonlyArray<{ readonly id: string; readonly head: string }>>;
  /** The support tickets that an organisation opened since then, and by which door. */
  openingsOf(
    organisation: string,
    since: Instant,
  ): Promise<Array<{ readonly intake: Intake; readonly at: Instant }>>;
  /** Its events in order. */
  log(id: string): Promise<LoggedTicketEvent[]>;
  /** The same of many tickets, the texts left blank: clocks read none. */
  logs(ids: readonly string[]): Promise<ReadonlyMap<string, LoggedTicketEvent[]>>;
  /** Writes events, ticket row, messages and commitments. False when somebody changed the ticket first. */
  write(change: TicketChange): Promise<boolean>;
  /** The same for many tickets that are held and have no new messages. */
  writeMany(changes: readonly TicketChange[]): Promise<void>;
  /** Lets a ticket's clocks be looked at no sooner than `until`. */
  putOff(id: string, until: Instant): Promise<void>;
  /**
   * Has tickets that ended and have no wake-up looked at when their reopen window is over, in order of number and
   * those whose window is over already `apartMs` after one another from `from` on. Answers how many it found.
   */
  wakeEnded(plan: {
    readonly windowMs: number;
    readonly from: Instant;
    readonly apartMs: number;
    readonly most: number;
  }): Promise<number>;
  /**
   * Tickets with a clock under way that were not computed under `target` (null: all), in order of number, from one
   * number up to another. A span of numbers, for a count of rows would have the database read all that come after.
   */
  stale(target: string | null, from: number, upTo: number): Promise<string[]>;
  /** The highest number given to a ticket here; 0 when there is none. */
  lastNumber(): Promise<number>;
  countStale(target: string): Promise<number>;
  messages(id: string, withNotes: boolean): Promise<StoredMessage[]>;
  /** The whole of a ticket, as it is at one instant; null when outside the reach. Only the desk sees notes. */
  whole(number: number, reach: Reach, reader: string, isForDesk: boolean): Promise<WholeTicket | null>;
  listFor(
    reach: Reach,
    reader: string,
    page: {
      readonly mine: boolean;
      readonly after: readonly [changedAt: number, number: number] | null;
      readonly most: number;
    },
  ): Promise<ListedTicket[]>;
  queue(
    view: QueueView,
    reader: string,
    page: {
      readonly from: string | null;
      readonly most: number;
      /** Of the view of one incident: its number. */
      readonly incident?: number;
    },
  ): Promise<ListedTicket[]>;
  /** How many a view holds, counting no further than `most`. */
  count(view: Exclude<QueueView, "incident">, reader: string, most: number): Promise<number>;
  markRead(id: string, person: string, seq: number): Promise<void>;
  /** Tickets of the person with an answer they have not read. */
  unreadAnswers(person: string, organisation: string): Promise<number>;
  /** Tickets with an open disagreement, the oldest first. */
  openDisagreements(): Promise<ListedTicket[]>;
  /** Ids of tickets on which an agent owes something: open and theirs, a decision or a view asked of them, a word. */
  owedByAgent(agent: string): Promise<string[]>;
  /** How many tickets that have not ended each agent has. */
  openByAgent(): Promise<ReadonlyMap<string, number>>;
  /** When time does something next on a ticket, its clocks included; null when it does nothing. */
  nextWakeOf(id: string, now: Instant): Promise<Instant | null>;
  /** Ids of an organisation's tickets that have not ended. */
  openOf(organisation: string): Promise<string[]>;
  figuresOf(organisation: string): Promise<OrganisationFigures>;
}

export interface People {
  member(issuer: string, subject: string, organisation: string, now: Instant): Promise<Membership | null>;
  memberById(person: string, organisation: string, now: Instant): Promise<Membership | null>;
  /** Memberships of everybody with this address, for a sign-in link. */
  membersByAddress(index: Buffer, now: Instant): Promise<Membership[]>;
  agentByAccount(account: string): Promise<StoredAgent | null>;
  agents(): Promise<StoredAgent[]>;
  /** Agents who are away now. */
  awayAt(now: Instant): Promise<ReadonlyArray<{ readonly id: string; readonly until: Instant }>>;
  putAway(agent: string, away: { readonly from: Instant; readonly until: Instant } | null): Promise<void>;
  /** Ends a person's membership of the desk: no credential of theirs counts any more. */
  deactivate(person: string, at: Instant): Promise<void>;
  find(id: string): Promise<StoredPerson | null>;
  save(person: {
    readonly id: string;
    readonly kind: "customer" | "agent";
    readonly issuer: string;
    readonly subject: string;
    readonly name: string;
    readonly email: string;
    readonly emailIndex: Buffer;
    readonly agentRole: AgentRole | null;
    readonly wrapped: Buffer | null;
    readonly at: Instant;
  }): Promise<void>;
  findBySubject(issuer: string, subject: string): Promise<StoredPerson | null>;
  countAgents(): Promise<number>;
}

export interface Directory {
  organisation(
    externalId: string,
    mode: Mode,
  ): Promise<{ id: string; name: string; facts: OrganisationFacts; version: number; head: string } | null>;
  organisationById(id: string): Promise<{ id: string; externalId: string; name: string } | null>;
  /** Those whose name or id has these words in it, by name, each with what it subscribes to now. */
  organisations(
    search: string,
    now: Instant,
    page: { readonly after: readonly [name: string, externalId: string] | null; readonly most: number },
  ): Promise<ListedOrganisation[]>;
  saveOrganisation(row: {
    id: string;
    externalId: string;
    name: string;
    facts: OrganisationFacts;
    version: number;
    head: string;
  }): Promise<void>;
  /** Appends to the organisation's chain; false when somebody else wrote first. */
  append(event: {
    readonly stream: string;
    readonly expected: number;
    readonly at: Instant;
    readonly kind: string;
    readonly actor: Actorship;
    readonly body: object;
    readonly previous: string;
    readonly hash: string;
  }): Promise<boolean>;
  addSubscription(organisation: string, entry: Subscription & { readonly seq: number }): Promise<void>;
  subscriptionAt(organisation: string, at: Instant): Promise<Subscription | null>;
  timeline(organisation: string): Promise<Subscription[]>;
  saveMember(
    organisation: string,
    person: string,
    role: CustomerRole,
    facts: Told<MemberFacts>,
  ): Promise<void>;
  /** Whether the person is or ever was a member. */
  wasMember(organisation: string, person: string): Promise<boolean>;
  removeMember(organisation: string, person: string, at: Instant): Promise<boolean>;
  members(organisation: string, now: Instant): Promise<Membership[]>;
  projects(organisation: string): Promise<StoredProject[]>;
  /** The same, with the branches of this one only: an organisation may have thousands. */
  projectsAround(organisation: string, project: string): Promise<StoredProject[]>;
  /** Whether a place is the organisation's own; null when the project is not. */
  place(organisation: string, place: PlaceAsked): Promise<PlaceFound | null>;
  saveProject(organisation: string, project: Omit<StoredProject, "branches">): Promise<void>;
  saveBranch(
    organisation: string,
    project: string,
    branch: Omit<StoredBranch, "endpoints">,
  ): Promise<boolean>;
  saveEndpoint(
    organisation: string,
    project: string,
    branch: string,
    endpoint: StoredEndpoint,
  ): Promise<boolean>;
  remove(
    organisation: string,
    project: string,
    branch: string | null,
    endpoint: string | null,
  ): Promise<boolean>;
}

export interface Policies {
  /** The version in force; null before the first is published. */
  current(): Promise<PublishedPolicy | null>;
  find(version: string): Promise<PublishedPolicy | null>;
  files(version: string): Promise<PolicyFiles>;
  /** As it was compiled when it was published; null for one that was published before that was kept. */
  compiled(version: string): Promise<Policy | null>;
  /** Every version, newest first. */
  list(): Promise<readonly PublishedPolicy[]>;
  publish(
    policy: PublishedPolicy & { readonly files: PolicyFiles; readonly compiled: Policy },
  ): Promise<void>;
}

export interface Sessions {
  startPortal(session: {
    readonly hash: Buffer;
    readonly person: string;
    readonly organisation: string;
    readonly intake: "console" | "portal";
    readonly at: Instant;
    readonly expiresAt: Instant;
  }): Promise<void>;
  portal(
    hash: Buffer,
    now: Instant,
  ): Promise<{ person: string; organisation: string; intake: "console" | "portal" } | null>;
  endPortal(hash: Buffer): Promise<void>;
  addLink(link: {
    readonly hash: Buffer;
    readonly purpose: "portal" | "invite";
    readonly person: string | null;
    readonly organisation: string | null;
    readonly email: string | null;
    readonly role: AgentRole | null;
    readonly expiresAt: Instant;
  }): Promise<void>;
  /** Takes a link, once; null when it is unknown, used or too old. */
  useLink(
    hash: Buffer,
    purpose: "portal" | "invite",
    now: Instant,
  ): Promise<{
    person: string | null;
    organisation: string | null;
    email: string | null;
    role: AgentRole | null;
  } | null>;
  /** False when this token identity was used before. */
  useToken(issuer: string, jti: string, expiresAt: Instant): Promise<boolean>;
  /** Whose tokens this workspace takes; secrets sealed with the installation's key. */
  issuers(): Promise<Issuer[]>;
  saveIssuer(issuer: Issuer): Promise<void>;
  key(hash: Buffer): Promise<{ id: string; scopes: readonly KeyScope[] } | null>;
  forgetExpired(now: Instant): Promise<void>;
  addKey(key: {
    id: string;
    name: string;
    hash: Buffer;
    scopes: readonly KeyScope[];
    at: Instant;
  }): Promise<void>;
}

/** Whose draft: of one organisation alone, null for agents. */
export type DraftPlace = {
  readonly person: string;
  readonly organisation: string | null;
  readonly key: string;
};

export interface Drafts {
  find(place: DraftPlace): Promise<{ content: string; savedAt: Instant } | null>;
  put(place: DraftPlace, content: string, at: Instant): Promise<void>;
  forget(place: DraftPlace): Promise<void>;
}

export type OutboxBody = { readonly [key: string]: string | number | null };

export type OutboxItem = {
  readonly id: string;
  readonly kind: string;
  readonly effectKey: string;
  readonly body: OutboxBody;
  readonly at: Instant;
};

export interface Outbox {
  /** Queues something to leave the house. A second one with the same effect key is folded into the first. */
  add(item: OutboxItem): Promise<void>;
  addMany(items: readonly OutboxItem[]): Promise<void>;
  /** Takes one that is due until `leaseUntil`; null when another node has it or it is done. */
  claim(
    id: string,
    now: Instant,
    leaseUntil: Instant,
  ): Promise<{ kind: string; body: OutboxBody; attempts: number } | null>;
  sent(id: string, at: Instant): Promise<void>;
  failed(id: string, why: string, tryAt: Instant | null): Promise<void>;
}

/** One computing again of the open tickets' clocks, and how far it is. */
export type Recompute = {
  /** What it brings tickets to: see `Rulebook`. */
  readonly target: string;
  readonly policyVersion: string;
  readonly startedAt: Instant;
  /** Tickets that it has to look at; null until they are counted. */
  readonly total: number | null;
  readonly done: number;
  readonly earlier: number;
  readonly later: number;
  readonly finishedAt: Instant | null;
};

export interface Recomputes {
  /** Asks for one; a second one to the same target is the first. */
  ask(target: string, policyVersion: string, at: Instant): Promise<void>;
  /** The newest that is not finished. */
  unfinished(): Promise<Recompute | null>;
  count(target: string, total: number): Promise<void>;
  advance(target: string, by: { done: number; earlier: number; later: number }): Promise<void>;
  /** Ends it, and older ones that it made pointless. */
  finish(target: string, at: Instant): Promise<void>;
  /** The newest first. */
  list(most: number): Promise<Recompute[]>;
}

/** First answers to writes, by actor and Idempotency-Key. */
export interface Replays {
  find(actor: string, key: string): Promise<{ route: string; bodyHash: Buffer; response: unknown } | null>;
  keep(row: {
    actor: string;
    key: string;
    route: string;
    bodyHash: Buffer;
    status: number;
    response: unknown;
    at: Instant;
  }): Promise<void>;
}

/** Seals the heads of chains that grew into the workspace's own chain. */
export interface Seals {
  growth(): Promise<{
    seq: number;
    previous: string;
    heads: Array<[string, number, string]>;
    throughTxid: string;
  }>;
  add(seal: {
    seq: number;
    at: Instant;
    heads: Array<[string, number, string]>;
    throughTxid: string;
    previous: string;
    hash: string;
  }): Promise<void>;
}

/** One transaction inside one workspace. */
export interface Tx {
  readonly workspace: string;
  readonly tickets: Tickets;
  readonly past: PastTickets;
  readonly people: People;
  readonly directory: Directory;
  readonly policies: Policies;
  readonly policyDrafts: PolicyDrafts;
  readonly acceptances: Acceptances;
  readonly approvals: Approvals;
  readonly misuseMarks: MisuseMarks;
  readonly sessions: Sessions;
  readonly attachments: Attachments;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  readonly preferences: Preferences;
  readonly replays: Replays;
  readonly seals: Seals;
  readonly recomputes: Recomputes;
  readonly incidents: Incidents;
  readonly conduct: Conduct;
  readonly releases: Releases;
  readonly wishes: Wishes;
  readonly documents: Documents;
  readonly knowledge: Knowledge;
  readonly conversations: Conversations;
}

export interface Store {
  /**
   * Runs in one transaction of one workspace. `now` is the database's clock, read once at the start. What `run`
   * returns was committed; a race lost to another transaction is `LostRace`.
   */
  transact<T>(workspace: string, run: (tx: Tx, now: Instant) => Promise<T>): Promise<T>;
  /** The same, reading only. */
  read<T>(workspace: string, run: (tx: Tx, now: Instant) => Promise<T>): Promise<T>;
  workspaces(): Promise<Workspace[]>;
}

/** Another transaction came first: with the same key, the same new row, or in a deadlock. Run it again and see its work. */
export class LostRace extends Error {}
