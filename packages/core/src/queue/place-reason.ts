import { formatInstant } from "@troth/business-time";
import type { QueueKey } from "@troth/policy";
import type { QueueFacts, QueueNeighbour, QueuePolicy } from "./queue-facts.ts";
import { partOf, queueOrderOf, turnOf } from "./queue-parts.ts";

/**
 * Why a ticket stands where it stands, as a code and what it speaks of. The words are the reader's language's.
 * `first`: nothing stands before it · `answered`, `ended`: it waits for no answer of ours · `severity`, `plan`,
 * `due`, `age`: the first key by which the row before comes before it · `number`: no key tells the two apart.
 * The last five name the row before by its number where there is one.
 */
export type PlaceReason = {
  readonly code: "first" | "answered" | "ended" | QueueKey | "number";
  /** Ids and ISO instants: `severity`, `plan`, `tier`, `dueAt`, `openedAt`; of the row before `afterNumber`, `afterPlan` and so on. */
  readonly values: Readonly<Record<string, string>>;
};

/** The reason beside the row before it (null for the first row); `ticket` must not come before `before` (P064). */
export function placeReasonOf(
  ticket: QueueFacts,
  before: QueueNeighbour | null,
  policy: QueuePolicy,
): PlaceReason {
  const turn = turnReasonOf(ticket);
  if (turn !== null) return turn;
  if (before === null) return { code: "first", values: standingOf(ticket) };
  const key = queueOrderOf(policy).find((one) => partOf(one, ticket, policy) !== partOf(one, before, policy));
  const after = { afterNumber: String(before.number) };
  if (key === undefined) return { code: "number", values: after };
  return { code: key, values: { ...VALUES[key](ticket), ...afterValues(VALUES[key](before)), ...after } };
}

/** The reason without neighbours: what the policy's first key says of the ticket, and its plan. */
export function ownPlaceReasonOf(ticket: QueueFacts, policy: QueuePolicy): PlaceReason {
  const key = queueOrderOf(policy)[0] ?? "age";
  return turnReasonOf(ticket) ?? { code: key, values: { ...standingOf(ticket), ...VALUES[key](ticket) } };
}

function turnReasonOf({ state }: QueueFacts): PlaceReason | null {
  const turn = turnOf(state);
  if (turn === 0) return null;
  return turn === 1 ? { code: "answered", values: {} } : { code: "ended", values: { state } };
}

function standingOf(ticket: QueueFacts): Record<string, string> {
  return { ...VALUES.severity(ticket), ...VALUES.plan(ticket) };
}

const VALUES: Readonly<Record<QueueKey, (ticket: QueueFacts) => Record<string, string>>> = {
  severity: ({ severity }) => ({ severity }),
  plan: ({ plan, tier }) => (tier === null ? { plan } : { plan, tier }),
  due: ({ dueAt }) => (dueAt === null ? {} : { dueAt: formatInstant(dueAt) }),
  age: ({ openedAt }) => ({ openedAt: formatInstant(openedAt) }),
};

function afterValues(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `after${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`,
      value,
    ]),
  );
}
