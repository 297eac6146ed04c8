import type { Meanwhile, TicketState } from "@troth/core";
import type { Clause, Link } from "@troth/policy";

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

export type FailDetails = {
  readonly reason?: string;
  readonly clause?: Clause;
  readonly next?: readonly Link[];
  /** The newer revision that stands in the way. */
  readonly revision?: number;
  /** What the ticket is at that revision, and how it came to be so. */
  readonly newer?: NewerTicket;
  readonly fields?: ReadonlyArray<{ readonly path: string; readonly message: string }>;
};

/** A verb's refusal. The message is for the reader on the other side and says what to do next. */
export class Fail extends Error {
  readonly code: FailCode;
  readonly details: FailDetails;

  constructor(code: FailCode, message: string, details: FailDetails = {}) {
    super(message);
    this.name = "Fail";
    this.code = code;
    this.details = details;
  }
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
