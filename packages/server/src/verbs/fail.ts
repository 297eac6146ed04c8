import type { Because, Invalid, Meanwhile, Reason, Refused, TicketState } from "@troth/core";
import type { Clause, Entitlement, Link, PlanAnswer } from "@troth/policy";

export type FailCode =
  | "invalid"
  | "refused"
  | "unauthenticated"
  | "forbidden"
  | "missing"
  | "conflict"
  | "limit"
  | "internal";

/** A ticket as somebody else left it meanwhile. */
export type NewerTicket = {
  readonly state: TicketState;
  readonly severity: { readonly id: string; readonly rank: number; readonly name: string };
  readonly change?: { readonly what: Meanwhile; readonly by: string | null; readonly to: string | null };
};

/** What is wrong with one field; by its reason, where it has one, it is told in the reader's language. */
type FieldFault = {
  readonly path: string;
  readonly message: string;
  readonly reason?: Reason;
  readonly facts?: Readonly<Record<string, string>>;
};

/** What else a reader needs to see what happened and to mend it. */
type Particulars = {
  readonly clause?: Clause;
  readonly next?: readonly Link[];
  /** The newer revision that stands in the way. */
  readonly revision?: number;
  /** What the ticket is at that revision, and how it came to be so. */
  readonly newer?: NewerTicket;
  readonly fields?: readonly FieldFault[];
};

/** The policy's own answer: its reason comes with the clause and the ways that are open. */
type PolicyAnswer = Pick<Entitlement, "clause" | "next" | "reason">;

/** What the vendor's directory told and its policy does not have; told with the policy's own reasons. */
type Unknown = {
  readonly reason:
    | Extract<PlanAnswer, { readonly ok: false }>["reason"]
    | "unknown-add-on"
    | "unknown-product";
};

export type FailDetails = Particulars & {
  readonly reason?: string;
  /** What the sentence names, for the words of other languages. */
  readonly facts?: Readonly<Record<string, string>>;
};

type Grounded = "conflict" | "refused";

/**
 * A verb's refusal. The message is for the reader on the other side and says what to do next. Who meets a refusal or a
 * conflict did nothing wrong, so each has a reason: by it the sentence is told in the reader's language.
 */
export class Fail extends Error {
  readonly code: FailCode;
  readonly details: FailDetails;

  constructor(code: Grounded, message: string, details: Particulars & (Because | PolicyAnswer));
  constructor(
    code: Exclude<FailCode, Grounded>,
    message: string,
    details?: Particulars & (Because | Unknown | { readonly reason?: never }),
  );
  constructor(code: FailCode, message: string, details: FailDetails = {}) {
    super(message);
    this.name = "Fail";
    this.code = code;
    this.details = details;
  }
}

/** What is wrong with one field of the request, said beside it and above all. */
export function invalidField(path: string, refused: Refused): Fail {
  return invalidFields([{ ...refused, path }]);
}

/** All that is wrong in a request, each said of its field; a single one is what is said above, too. */
export function invalidFields(invalid: readonly Invalid[], clause?: Clause): Fail {
  const [only, ...more] = invalid;
  return new Fail("invalid", invalid.map(({ message }) => message).join(" "), {
    ...(only && more.length === 0 ? only : {}),
    ...(clause === undefined ? {} : { clause }),
    fields: invalid,
  });
}

/** «Not yours» and «not there» are one answer. */
export function missing(what: string): Fail {
  return new Fail("missing", `${what} was not found for you. Check the address, or ask who sent you here.`);
}

export function missingTicket(number: number): Fail {
  return new Fail(
    "missing",
    `We can't find ticket ${number} for you. If a colleague opened it, ask them to add you.`,
  );
}
