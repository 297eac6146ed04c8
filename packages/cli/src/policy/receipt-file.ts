import { CalendarError, type Instant, parseInstant, type Row, type Span } from "@troth/business-time";
import { type CalendarPiece, INTAKES } from "@troth/core";
import type { Bindings, TargetQuestion } from "@troth/policy";
import { WrongUse } from "./command.ts";

/** What a receipt says of one due, its instants read. */
export type Reckoning = {
  readonly due: Instant | null;
  readonly firmness: string;
  readonly op: string | null;
  readonly target: unknown;
  readonly question: TargetQuestion;
  /** Where counting began. */
  readonly at: Instant;
  /** When the request came, where that was not `at`. */
  readonly opened: Instant | null;
  readonly bindings: Bindings;
  readonly pauses: readonly Span[];
  readonly policy: { readonly id: string; readonly version: string; readonly hash: string };
  readonly calendars: readonly CalendarPiece[];
};

/** What the receipt of a ticket says besides. */
export type TicketPart = {
  readonly number: number;
  readonly promise: Fields;
  readonly later: readonly Reckoning[];
};

/** A receipt as `troth due --json` prints it, or as a desk gives it for a ticket. */
export type ReceiptFile = Reckoning & {
  readonly rows: readonly Row[];
  readonly ticket: TicketPart | null;
};

export type Fields = { readonly [name: string]: unknown };

/** A receipt is flat; what is nested deeper than this is none. */
const DEEPEST = 12;

class Unreadable extends Error {}

const unreadable = (where: string): never => {
  throw new Unreadable(where);
};

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const fields = (value: unknown, where: string): Fields => (isFields(value) ? value : unreadable(where));

const list = (value: unknown, where: string): readonly unknown[] =>
  Array.isArray(value) ? value : unreadable(where);

const text = (value: unknown, where: string): string =>
  typeof value === "string" ? value : unreadable(where);

const whole = (value: unknown, where: string): number =>
  typeof value === "number" && Number.isSafeInteger(value) ? value : unreadable(where);

function instant(value: unknown, where: string): Instant {
  try {
    return parseInstant(text(value, where));
  } catch (error) {
    if (error instanceof CalendarError) return unreadable(where);
    throw error;
  }
}

/** Null stays null; a field that is not there counts as null. */
function orNull<T>(value: unknown, where: string, read: (value: unknown, where: string) => T): T | null {
  return value === null || value === undefined ? null : read(value, where);
}

function isDeep(value: unknown, left = DEEPEST): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((one) => isDeep(one, left - 1));
}

/** A list of names in a question, where it has one. */
function namesIn(read: Fields, name: "addOns" | "cohorts"): Pick<TargetQuestion, "addOns" | "cohorts"> {
  const where = `asked.question.${name}`;
  return read[name] === undefined ? {} : { [name]: list(read[name], where).map((one) => text(one, where)) };
}

function questionIn(value: unknown): TargetQuestion {
  const read = fields(value, "asked.question");
  const of = (name: string) => text(read[name], `asked.question.${name}`);
  const maybe = (name: string) => orNull(read[name], `asked.question.${name}`, text);
  return {
    plan: of("plan"),
    tier: maybe("tier"),
    severity: of("severity"),
    intake: INTAKES.find((one) => one === read["intake"]) ?? unreadable("asked.question.intake"),
    category: maybe("category"),
    metric: of("metric"),
    when: maybe("when"),
    ...namesIn(read, "addOns"),
    ...namesIn(read, "cohorts"),
    ...(maybe("channel") === null ? {} : { channel: maybe("channel") }),
    ...(maybe("language") === null ? {} : { language: maybe("language") }),
    ...(maybe("region") === null ? {} : { region: maybe("region") }),
  };
}

function bindingsIn(value: unknown): Bindings {
  const { zone, holidays } = fields(value, "asked.bindings");
  const days = (holidays === undefined ? [] : list(holidays, "asked.bindings.holidays")).map((one) => {
    const { date, name } = fields(one, "asked.bindings.holidays");
    const on = { date: text(date, "asked.bindings.holidays") };
    return name === undefined ? on : { ...on, name: text(name, "asked.bindings.holidays") };
  });
  return {
    ...(zone === undefined ? {} : { zone: text(zone, "asked.bindings.zone") }),
    ...(holidays === undefined ? {} : { holidays: days }),
  };
}

function pauseIn(value: unknown): Span {
  const { start, end } = fields(value, "asked.pauses");
  const span = { start: instant(start, "asked.pauses"), end: instant(end, "asked.pauses") };
  return span.start <= span.end ? span : unreadable("asked.pauses");
}

function pieceIn(value: unknown): CalendarPiece {
  const { from, policyVersion, calendarVersion } = fields(value, "calendars");
  return {
    from: orNull(from, "calendars", instant),
    policyVersion: text(policyVersion, "calendars"),
    calendarVersion: text(calendarVersion, "calendars"),
  };
}

const REASONS = ["open", "closed", "holiday", "special", "break", "paused", "gap"] as const;

function rowIn(value: unknown, index: number): Row {
  const where = `row ${index + 1}`;
  const row = fields(value, where);
  return {
    from: instant(row["from"], where),
    to: instant(row["to"], where),
    scheduleId: orNull(row["scheduleId"], where, text),
    version: orNull(row["version"], where, text),
    reason: REASONS.find((one) => one === row["reason"]) ?? unreadable(where),
    name: orNull(row["name"], where, text),
    businessMs: whole(row["businessMs"], where),
    dayFraction: orNull(row["dayFraction"], where, (share) => {
      const { num, den } = fields(share, where);
      return { num: whole(num, where), den: whole(den, where) };
    }),
  };
}

function reckoningIn(read: Fields): Reckoning {
  const asked = fields(read["asked"], "asked");
  const policy = fields(read["policy"], "policy");
  return {
    due: orNull(read["due"], "due", instant),
    firmness: text(read["firmness"], "firmness"),
    op: orNull(read["op"], "op", text),
    target: read["target"] ?? null,
    question: questionIn(asked["question"]),
    at: instant(asked["at"], "asked.at"),
    opened: orNull(asked["opened"], "asked.opened", instant),
    bindings: bindingsIn(asked["bindings"]),
    pauses: list(asked["pauses"] ?? [], "asked.pauses").map(pauseIn),
    policy: {
      id: text(policy["id"], "policy.id"),
      version: text(policy["version"], "policy.version"),
      hash: text(policy["hash"], "policy.hash"),
    },
    calendars: list(read["calendars"] ?? [], "calendars").map(pieceIn),
  };
}

/** Reads a receipt that was parsed already; the sentence of an `Unreadable` names the place that is wrong. */
function receiptIn(value: unknown): ReceiptFile {
  if (isDeep(value)) return unreadable("its nesting");
  const read = fields(value, "the whole");
  const ticket = (): TicketPart => ({
    number: whole(read["ticket"], "ticket"),
    promise: fields(read["promise"], "promise"),
    later: list(read["later"], "later").map((one) => reckoningIn(fields(one, "later"))),
  });
  return {
    ...reckoningIn(read),
    rows: list(read["rows"], "rows").map(rowIn),
    ticket: "promise" in read ? ticket() : null,
  };
}

/** Reads either kind of receipt; wrong use for everything else, whoever wrote it. */
export function readReceipt(file: string, written: string): ReceiptFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(written.replace(/^\uFEFF/, ""));
  } catch {
    throw new WrongUse(`${file} is not JSON.`);
  }
  try {
    return receiptIn(parsed);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new WrongUse(
      `${file} is no receipt (${error.message}); it must be what troth due --json prints, or what a desk gives as the receipt of a ticket.`,
    );
  }
}

/** The instant or null that a field of the promise holds; undefined when it holds neither. */
export function instantIn(value: unknown): Instant | null | undefined {
  try {
    return orNull(value, "", instant);
  } catch {
    return undefined;
  }
}
