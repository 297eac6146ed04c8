import type { Clause, Ground, Policy, Severity } from "@troth/policy";
import { wordsIn } from "../says-something.ts";
import { LIMITS } from "../vocabulary.ts";

/** Fewer characters explain nothing to a customer. */
export const SHORTEST_REASON = 10;

/** Dots and dashes are no words; some scripts say much in few letters. */
const FEWEST_LETTERS = 5;

export type AssessmentRequest = {
  /** What the customer chose and what we assessed last, null for none; and what is in force and shown meanwhile. */
  readonly ticket: {
    readonly severityProposed: string | null;
    readonly severityAssessed: string | null;
    readonly severityInForce: string;
  };
  readonly change: {
    readonly to: string;
    readonly grounds: readonly string[];
    readonly factors: readonly string[];
    /** The customer reads it; empty for none. */
    readonly reason: string;
  };
};

export type AssessmentFinding = {
  readonly code:
    | "severity-unknown"
    | "ground-missing"
    | "ground-unknown"
    | "ground-of-another-level"
    | "factor-unknown"
    | "reason-missing"
    | "reason-too-short"
    | "reason-too-long";
  readonly path: "to" | "grounds" | "factors" | "reason";
  readonly message: string;
  readonly clause: Clause;
};

export type Assessment = {
  readonly to: string;
  /** Without repetition, in the order given. */
  readonly grounds: readonly string[];
  readonly factors: readonly string[];
  /** Without blanks around it; null when none was needed and none given. */
  readonly reason: string | null;
};

export type AssessmentDecision =
  | { readonly ok: true; readonly change: Assessment }
  | { readonly ok: false; readonly findings: readonly AssessmentFinding[] };

/** What is wrong with one field; the clause is added to all alike. */
type Fault = Omit<AssessmentFinding, "clause">;

/**
 * Whether a severity may be set so (P079–P082): to a level of the policy, on a ground of that level or a factor, and
 * with a reason the customer can read where it differs from what they chose or were told before. All faults at
 * once. A ground of kind `context` may be named, but carries only the level its author proposes (product.md, 8).
 */
export function decideAssessment(policy: Policy, { ticket, change }: AssessmentRequest): AssessmentDecision {
  const grounds = [...new Set(change.grounds)];
  const factors = [...new Set(change.factors)];
  const reason = wordsIn(change.reason);
  const level = policy.severities.find((one) => one.id === change.to);
  const faults = [
    ...levelFaults(policy, level, change.to),
    ...groundFaults(policy, level, grounds),
    ...factorFaults(policy, factors),
    ...basisFaults(policy, change.to, grounds, factors),
    ...reasonFaults(reason, isSurprise(ticket, change.to)),
  ];
  if (faults.length === 0) {
    return { ok: true, change: { to: change.to, grounds, factors, reason: reason === "" ? null : reason } };
  }
  const clause = policy.clauseFor.severity;
  return { ok: false, findings: faults.map((fault) => ({ ...fault, clause })) };
}

function isSurprise(
  { severityProposed, severityAssessed, severityInForce }: AssessmentRequest["ticket"],
  to: string,
): boolean {
  return [severityProposed, severityAssessed, severityInForce].some(
    (known) => known !== null && known !== to,
  );
}

function levelFaults(policy: Policy, level: Severity | undefined, to: string): Fault[] {
  if (level !== undefined) return [];
  const known = policy.severities.map((one) => one.id).join(", ");
  return [
    {
      code: "severity-unknown",
      path: "to",
      message: `The policy has no severity «${to}». Choose one of: ${known}.`,
    },
  ];
}

/** A definition or an example with the level it stands under. */
type Stand = { readonly level: Severity; readonly ground: Ground };

/** Where the policy has what `id` names: a ground, or one of its points. */
function standsOf(policy: Policy, id: string): readonly Stand[] {
  return policy.severities.flatMap((level) =>
    level.grounds
      .filter((ground) => ground.id === id || ground.points.some((point) => point.id === id))
      .map((ground) => ({ level, ground })),
  );
}

/** A ground speaks for the level it stands under, and for the one its author proposes instead. */
function speaksFor({ level, ground }: Stand, to: string): boolean {
  return level.id === to || ground.proposedAs === to;
}

function carries(stand: Stand, to: string): boolean {
  const { kind, proposedAs } = stand.ground;
  return speaksFor(stand, to) && (kind !== "context" || proposedAs === to);
}

function groundFaults(policy: Policy, level: Severity | undefined, grounds: readonly string[]): Fault[] {
  return grounds.flatMap((id): Fault[] => {
    const stands = standsOf(policy, id);
    const owner = stands[0]?.level;
    if (owner === undefined) {
      return [
        {
          code: "ground-unknown",
          path: "grounds",
          message: `The policy has no definition or example «${id}». Choose one of the level's list.`,
        },
      ];
    }
    if (level === undefined || stands.some((stand) => speaksFor(stand, level.id))) return [];
    return [
      {
        code: "ground-of-another-level",
        path: "grounds",
        message: `«${id}» stands under ${owner.name}, not under ${level.name}. Choose a ground of ${level.name}, or that level.`,
      },
    ];
  });
}

function factorFaults(policy: Policy, factors: readonly string[]): Fault[] {
  const known = policy.factors.map((one) => one.id);
  return factors
    .filter((id) => !known.includes(id))
    .map((id) => ({
      code: "factor-unknown",
      path: "factors",
      message: `The policy has no factor «${id}». Choose one of: ${known.join(", ")}.`,
    }));
}

/** One ground that carries the level, or one factor (P081); what is wrong in itself is told once, as that. */
function basisFaults(
  policy: Policy,
  to: string,
  grounds: readonly string[],
  factors: readonly string[],
): Fault[] {
  const isContext = (id: string) => {
    const stands = standsOf(policy, id).filter((stand) => speaksFor(stand, to));
    return stands.length > 0 && !stands.some((stand) => carries(stand, to));
  };
  if (factors.length > 0 || grounds.some((id) => !isContext(id))) return [];
  return [
    {
      code: "ground-missing",
      path: "grounds",
      message: "Name at least one definition or example of the level, or one factor, that this rests on.",
    },
  ];
}

function reasonFaults(reason: string, isNeeded: boolean): Fault[] {
  const { length } = reason;
  if (length === 0) {
    if (!isNeeded) return [];
    const message =
      "Write the reason first: the customer chose or was told another severity and will read why.";
    return [{ code: "reason-missing", path: "reason", message }];
  }
  const short = emptyReason(reason);
  if (short !== null) return [{ code: "reason-too-short", path: "reason", message: short }];
  if (length <= LIMITS.reasonCharacters) return [];
  const message = `The reason has ${length} characters. Keep it under ${LIMITS.reasonCharacters}; put the rest into a reply.`;
  return [{ code: "reason-too-long", path: "reason", message }];
}

/** Why a text explains nothing to the customer who reads it as a reason; null when it may. Any script's letters count. */
export function emptyReason(reason: string): string | null {
  const letters = reason.match(/\p{L}/gu)?.length ?? 0;
  if (reason.trim().length >= SHORTEST_REASON && letters >= FEWEST_LETTERS) return null;
  return `The reason is too short to explain anything. Write at least ${SHORTEST_REASON} characters, in words.`;
}
