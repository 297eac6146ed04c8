import type { AgentRole, CustomerRole, KeyScope } from "../vocabulary.ts";

/** Everybody who can ask the desk for something. One of these stands behind each request. */
export type Actor =
  | { readonly kind: "visitor" }
  | {
      readonly kind: "customer";
      readonly person: string;
      readonly organisation: string;
      readonly role: CustomerRole;
      /** `console` when the vendor signed for this person, `portal` after a magic link. */
      readonly intake: "console" | "portal";
    }
  | { readonly kind: "agent"; readonly person: string; readonly role: AgentRole }
  | { readonly kind: "key"; readonly key: string; readonly scopes: readonly KeyScope[] }
  | { readonly kind: "system"; readonly job: string };

/** A kind of actor as one cell of the access matrix. */
export type ActorClass =
  | "visitor"
  | `customer:${CustomerRole}`
  | `agent:${AgentRole}`
  | `key:${KeyScope}`
  | "system";

const everyCustomer = [
  "customer:owner",
  "customer:admin",
  "customer:member",
  "customer:restricted",
] as const satisfies readonly ActorClass[];
const everyAgent = ["agent:agent", "agent:lead", "agent:admin"] as const satisfies readonly ActorClass[];
const everyone = [
  "visitor",
  ...everyCustomer,
  ...everyAgent,
  "key:directory",
  "key:policy",
  "key:incidents",
  "system",
] as const satisfies readonly ActorClass[];

/**
 * The one permission table: which classes of actor may try which act. Whether the act reaches a given row is
 * `reachOf`'s answer. The access matrix in docs/reference/access.md is generated from this and the routes.
 */
export const PERMISSIONS = {
  "public.read": everyone,
  "session.start": everyone,
  "customer.read": everyCustomer,
  "ticket.open": everyCustomer,
  "ticket.read": everyCustomer,
  "ticket.reply": everyCustomer,
  "ticket.object": everyCustomer,
  "ticket.follow": everyCustomer,
  "ticket.restrict": everyCustomer,
  "ticket.consent": ["customer:owner", "customer:admin"],
  "ticket.attach": everyCustomer,
  "draft.keep": [...everyCustomer, ...everyAgent],
  "session.end": [...everyCustomer, ...everyAgent],
  "desk.read": everyAgent,
  "desk.reply": everyAgent,
  "desk.note": everyAgent,
  "desk.look": everyAgent,
  "desk.attach": everyAgent,
  "desk.assign": everyAgent,
  "desk.assess": everyAgent,
  "desk.resolve": everyAgent,
  "desk.advise": ["agent:lead", "agent:admin"],
  "conduct.report": [...everyCustomer, ...everyAgent],
  "conduct.decide": ["agent:lead", "agent:admin"],
  "incident.follow": everyCustomer,
  "incident.read": [...everyAgent, "key:incidents"],
  "incident.write": [...everyAgent, "key:incidents"],
  "release.read": everyAgent,
  "release.write": everyAgent,
  "wish.read": everyAgent,
  "wish.write": everyAgent,
  "document.read": everyAgent,
  "document.write": everyAgent,
  "desk.confirm": everyAgent,
  "desk.misuse": everyAgent,
  "desk.approve": ["agent:lead", "agent:admin"],
  "knowledge.read": everyAgent,
  "knowledge.write": ["agent:lead", "agent:admin"],
  "knowledge.refresh": ["system"],
  "agent.invite": ["agent:admin"],
  "policy.publish": ["agent:admin", "key:policy", "system"],
  "policy.acceptances": ["agent:admin"],
  "directory.read": ["agent:admin", "key:directory"],
  "directory.write": ["key:directory"],
  "clock.watch": ["system"],
} as const satisfies Record<string, readonly ActorClass[]>;

export type Permission = keyof typeof PERMISSIONS;

/** The cells of the matrix an actor stands in; an API key has one for each scope. */
export function classesOf(actor: Actor): readonly ActorClass[] {
  switch (actor.kind) {
    case "visitor":
      return ["visitor"];
    case "customer":
      return [`customer:${actor.role}`];
    case "agent":
      return [`agent:${actor.role}`];
    case "key":
      return actor.scopes.map((scope) => `key:${scope}` as const);
    case "system":
      return ["system"];
  }
}

/** Whether this actor may try this act at all. Asked by every door, through `authorise` in the verbs. */
export function may(actor: Actor, permission: Permission): boolean {
  const allowed: readonly ActorClass[] = PERMISSIONS[permission];
  return classesOf(actor).some((cell) => allowed.includes(cell));
}

/** Which tickets an actor can see or touch. Outside its reach a ticket is «missing», as if absent. */
export type Reach =
  | { readonly tickets: "all" }
  | {
      readonly tickets: "organisation";
      readonly organisation: string;
      readonly person: string;
      /** Also those that are shown to few, whoever takes part in them. */
      readonly seesRestricted: boolean;
    }
  | { readonly tickets: "own"; readonly organisation: string; readonly person: string }
  | { readonly tickets: "none" };

/**
 * The rows an actor reaches: agents all, a customer the organisation's, a restricted member those they take part in.
 * Of the organisation's restricted tickets only owners and admins see what they have no part in (P088).
 */
export function reachOf(actor: Actor): Reach {
  switch (actor.kind) {
    case "agent":
    case "system":
      return { tickets: "all" };
    case "customer":
      return actor.role === "restricted"
        ? { tickets: "own", organisation: actor.organisation, person: actor.person }
        : {
            tickets: "organisation",
            organisation: actor.organisation,
            person: actor.person,
            seesRestricted: actor.role !== "member",
          };
    case "visitor":
    case "key":
      return { tickets: "none" };
  }
}

/** What of a ticket decides who reaches it. */
export type Reached = {
  readonly organisation: string;
  readonly requester: string;
  readonly followers: readonly string[];
  readonly isRestricted: boolean;
};

/** Whether a ticket lies within the reach. */
export function reaches(reach: Reach, ticket: Reached): boolean {
  switch (reach.tickets) {
    case "all":
      return true;
    case "organisation":
      return (
        ticket.organisation === reach.organisation &&
        (!ticket.isRestricted || reach.seesRestricted || takesPart(reach.person, ticket))
      );
    case "own":
      return ticket.organisation === reach.organisation && takesPart(reach.person, ticket);
    case "none":
      return false;
  }
}

function takesPart(person: string, { requester, followers }: Reached): boolean {
  return requester === person || followers.includes(person);
}
