import type { Incident, IncidentState, LoggedIncidentEvent, TicketState } from "@troth/core";
import type { Instant } from "@troth/policy";

/** The incident with what only the database knows of it. */
export type StoredIncident = Incident & { readonly id: string; readonly head: string };

/** What was said of an incident, for everybody. */
export type IncidentUpdate = {
  readonly seq: number;
  readonly at: Instant;
  readonly state: IncidentState;
  readonly text: string;
};

/** An incident with all that was said of it, oldest first. */
export type ToldIncident = StoredIncident & {
  readonly updates: readonly IncidentUpdate[];
  /** When its root cause was last published for everybody. */
  readonly causeAt: Instant | null;
};

/** How many an update reaches. */
export type IncidentFigures = {
  readonly followers: number;
  /** Linked tickets that have not ended. */
  readonly openTickets: number;
  readonly tickets: number;
  /** Followers and requesters of open tickets, each once. */
  readonly people: number;
};

export type LinkedTicket = {
  readonly id: string;
  readonly number: number;
  readonly state: TicketState;
  readonly subject: string;
  /** Name sealed with `wrapped`'s key, which is null once erased. */
  readonly requester: { readonly id: string; readonly name: string; readonly wrapped: Buffer | null };
  readonly organisationName: string;
};

/** Somebody to be told of an update, in their language and zone. */
export type Follower = { readonly person: string; readonly locale: string; readonly zone: string | null };

export type IncidentChange = {
  readonly id: string;
  /** Version read; null for one that is being declared. */
  readonly expected: number | null;
  readonly logged: LoggedIncidentEvent;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly previous: string;
  readonly hash: string;
  readonly after: Incident;
};

export interface Incidents {
  nextNumber(): Promise<number>;
  find(number: number, mode: "look" | "lock"): Promise<ToldIncident | null>;
  /** Those that are open, the newest first. */
  open(): Promise<ToldIncident[]>;
  /** Those that ended after `since`, the last ended first. */
  ended(since: Instant, most: number): Promise<ToldIncident[]>;
  /** Appends an event and its update and brings the row to it; false when somebody wrote first. */
  write(change: IncidentChange): Promise<boolean>;
  figures(number: number): Promise<IncidentFigures>;
  /** Linked tickets, the open ones first. */
  linked(number: number, most: number): Promise<LinkedTicket[]>;
  follow(id: string, follower: Follower, at: Instant): Promise<void>;
  unfollow(id: string, person: string): Promise<void>;
  /** Numbers of the incidents that a person follows. */
  followedBy(person: string): Promise<ReadonlySet<number>>;
  /** Followers, and requesters of linked tickets that are open, each once; people who left are left out. */
  audience(number: number): Promise<Array<Follower & { readonly ticket: string | null }>>;
  /** Regions of the directory's projects, with how many organisations have one there. */
  regions(): Promise<Array<{ readonly region: string; readonly organisations: number }>>;
  /** How many open tickets each open incident has. */
  counts(): Promise<ReadonlyMap<number, number>>;
}
