/** Words that cross every door (formats.md, «Vocabulary across doors»). One word per thing. */

export const INTAKES = ["console", "portal", "email", "api", "agent"] as const;
export type Intake = (typeof INTAKES)[number];

export const TICKET_STATES = [
  "open",
  "waiting-on-us",
  "waiting-on-customer",
  "resolved",
  "closed",
  "merged",
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const CLOCK_STATES = ["running", "paused", "met", "breached", "withdrawn", "cancelled"] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export const FIRMNESSES = [
  "commitment",
  "target",
  "expectation",
  "aspiration",
  "best-effort",
  "per-contract",
  "unstated",
  "none",
] as const;

export const CUSTOMER_ROLES = ["owner", "admin", "member", "restricted"] as const;
export type CustomerRole = (typeof CUSTOMER_ROLES)[number];

export const AGENT_ROLES = ["agent", "lead", "admin"] as const;
export type AgentRole = (typeof AGENT_ROLES)[number];

export const SUBSCRIPTION_STATES = ["active", "lapsed", "suspended", "none"] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

export const KEY_SCOPES = ["directory", "policy", "incidents"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export const INCIDENT_STATES = ["investigating", "identified", "monitoring", "resolved"] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** Where somebody's words stood that were reported; mail and chat come with their channels. */
export const CONDUCT_CHANNELS = ["ticket", "note"] as const;
export type ConductChannel = (typeof CONDUCT_CHANNELS)[number];

/** What a person may decide on words that were reported, mildest first. */
export const CONDUCT_DECISIONS = ["no-action", "word", "warning", "end-support"] as const;
export type ConductDecision = (typeof CONDUCT_DECISIONS)[number];

export const CONDUCT_SCOPES = ["person", "organisation"] as const;
export type ConductScope = (typeof CONDUCT_SCOPES)[number];
export const RELEASE_STATES = ["planned", "out"] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

export const WISH_STATES = ["noted", "planned", "out", "declined"] as const;
export type WishState = (typeof WISH_STATES)[number];
/** Parts of a root-cause document, in the order they are read. */
export const DOCUMENT_SECTIONS = ["happened", "impact", "cause", "changed"] as const;
export type DocumentSection = (typeof DOCUMENT_SECTIONS)[number];

/** Who wrote a message. Only a person's public answer stops a clock (clock.md C3). */
export const AUTHOR_KINDS = ["customer", "agent", "automation", "ai"] as const;
export type AuthorKind = (typeof AUTHOR_KINDS)[number];

/** Longest texts we take. A longer one is refused with the figure, never cut. */
export const LIMITS = {
  descriptionCharacters: 100_000,
  businessImpactCharacters: 10_000,
  reasonCharacters: 4_000,
  subjectCharacters: 120,
  answerCharacters: 10_000,
  factsPerTicket: 20,
  factCharacters: 500,
  /** Files of one person that no message has taken yet. */
  waitingFiles: 50,
  fileNameCharacters: 1_000,
  queuePageRows: 50,
  incidentTitleCharacters: 120,
  incidentTextCharacters: 4_000,
  incidentPlaces: 50,
  releaseNameCharacters: 100,
  releaseNoteCharacters: 1_000,
  wishTitleCharacters: 120,
  wishTextCharacters: 1_000,
  documentSectionCharacters: 20_000,
} as const;
