import type { Instant } from "@troth/policy";
import type { Refused } from "../reasons.ts";
import { saysSomething } from "../says-something.ts";
import type { Invalid } from "../ticket/form-answers.ts";
import type { ConductChannel, ConductDecision, ConductScope } from "../vocabulary.ts";

/** Somebody in a case: a customer of an organisation, or one of our own people. */
export type CaseParty = {
  readonly kind: "customer" | "agent";
  readonly person: string;
  /** Null for an agent. */
  readonly organisation: string | null;
};

/** Text sealed with its author's key. */
type Sealed = string;

/** Everything that can happen to a conduct case. Nothing happens to it by itself: each is a person's word (P124). */
export type ConductEvent =
  | {
      readonly kind: "conduct.reported";
      readonly number: number;
      readonly channel: ConductChannel;
      readonly ticket: number;
      readonly message: string;
      readonly reporter: CaseParty;
      readonly concerned: CaseParty;
      readonly reason: Sealed;
    }
  | {
      readonly kind: "conduct.decided";
      readonly decision: ConductDecision;
      readonly scope: ConductScope | null;
      /** What the person concerned reads; null where nothing is said to them. */
      readonly words: Sealed | null;
      /** What the reporter reads. */
      readonly answer: Sealed;
    }
  | { readonly kind: "conduct.review-asked"; readonly text: Sealed }
  | { readonly kind: "conduct.reinstated"; readonly words: Sealed };

export type ConductState = "reported" | "decided" | "review" | "reinstated";

/** A case as its events make it. */
export type ConductCase = {
  readonly number: number;
  readonly state: ConductState;
  readonly channel: ConductChannel;
  readonly ticket: number;
  readonly message: string;
  readonly reporter: CaseParty;
  readonly concerned: CaseParty;
  readonly reportedAt: Instant;
  readonly changedAt: Instant;
  readonly decision: ConductDecision | null;
  readonly scope: ConductScope | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly version: number;
};

export type LoggedConductEvent = {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly event: ConductEvent;
};

/** The case after one more event; null before its report. Throws on a log that does not begin with that. */
export function caseAfter(known: ConductCase | null, logged: LoggedConductEvent): ConductCase {
  const { seq, at, actor, event } = logged;
  if (event.kind === "conduct.reported") {
    if (known) throw new Error("A case is reported once.");
    const { number, channel, ticket, message, reporter, concerned } = event;
    return {
      number,
      channel,
      ticket,
      message,
      reporter,
      concerned,
      state: "reported",
      reportedAt: at,
      changedAt: at,
      decision: null,
      scope: null,
      decidedBy: null,
      decidedAt: null,
      version: seq,
    };
  }
  if (!known) throw new Error("A case begins with conduct.reported.");
  const next = { ...known, changedAt: at, version: seq };
  switch (event.kind) {
    case "conduct.decided": {
      const { decision, scope } = event;
      return { ...next, state: "decided", decision, scope, decidedBy: actor.id, decidedAt: at };
    }
    case "conduct.review-asked":
      return { ...next, state: "review" };
    case "conduct.reinstated":
      return { ...next, state: "reinstated" };
  }
}

/** Whether this case keeps somebody out of support now. */
export function endsSupport({ decision, state }: Pick<ConductCase, "decision" | "state">): boolean {
  return decision === "end-support" && state !== "reinstated";
}

export type DecisionRequest = {
  readonly decision: ConductDecision;
  readonly scope: ConductScope | null;
  readonly words: string;
  readonly answer: string;
};

/** What keeps a decision from being taken as asked: every one needs its reason, in words (P125). */
export function invalidDecision(
  { concerned }: Pick<ConductCase, "concerned">,
  { decision, scope, words, answer }: DecisionRequest,
): readonly Invalid[] {
  const invalid: Invalid[] = [];
  const isEnd = decision === "end-support";
  if (isEnd && concerned.kind === "agent") {
    const message =
      "An agent has no support to end. Choose a word or a warning, and act where you employ them.";
    invalid.push({ path: "decision", reason: "agent-has-no-support", message });
  }
  if (isEnd !== (scope !== null)) {
    const message = isEnd
      ? "Say whether support ends for the person or for the organisation."
      : "Only the end of support has a scope. Leave it out.";
    invalid.push({ path: "scope", reason: isEnd ? "scope-missing" : "scope-needless", message });
  }
  if (decision !== "no-action" && !saysSomething(words))
    invalid.push({
      path: "words",
      reason: "words-missing",
      message: "Write the reason that the person concerned reads.",
    });
  if (!saysSomething(answer))
    invalid.push({
      path: "answer",
      reason: "answer-missing",
      message: "Write what the person who reported it reads.",
    });
  return invalid;
}

/** Why a case cannot be decided now; null when it can. */
export function decidingRefusal(known: Pick<ConductCase, "state" | "decision">): Refused | null {
  if (endsSupport(known) && known.state === "review") {
    const message = "Support is ended here. Reinstate it with your reason, or leave the decision as it is.";
    return { reason: "case-ends-support", message };
  }
  if (known.state === "reported" || known.state === "review") return null;
  const message = "This case was decided. It is decided again when a review is asked for.";
  return { reason: "case-decided", message };
}

/** Whether this person may not decide the case: nobody judges their own words (P123). */
export function isOwnCase({ concerned }: Pick<ConductCase, "concerned">, person: string): boolean {
  return concerned.person === person;
}
