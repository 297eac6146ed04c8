import { formatInstant } from "@troth/business-time";
import { type Commitment, FIRMNESSES, type Rules, receiptOf, type Snapshot } from "@troth/core";
import { type RunnablePolicy, settledFor, type Target, targetOf } from "@troth/policy";
import { compareContents, compareReckonings, compareRows, type Recomputed } from "./receipt-compare.ts";
import { type Fields, instantIn, type ReceiptFile, type Reckoning, type TicketPart } from "./receipt-file.ts";

/** The policy versions that a receipt needs, in the order in which it names them. */
export function versionsIn(receipt: ReceiptFile): string[] {
  const all = [receipt, ...(receipt.ticket?.later ?? [])];
  return [
    ...new Set(
      all.flatMap(({ policy, calendars }) => [policy.version, ...calendars.map((one) => one.policyVersion)]),
    ),
  ];
}

/** Where the receipt of a ticket and the policies part, and where it contradicts itself; empty when it is right. */
export function checkTicketReceipt(
  receipt: ReceiptFile & { readonly ticket: TicketPart },
  rules: Rules,
): string[] {
  const { promise, later } = receipt.ticket;
  const isWithdrawn = promise["state"] === "withdrawn";
  const ours = recomputed(receipt, rules);
  const fresh: Recomputed = isWithdrawn ? { ...ours, due: null, rows: [] } : ours;
  return [
    ...versionDifferences(receipt, rules),
    ...compareReckonings(receipt, fresh),
    ...compareRows(receipt.rows, fresh.rows),
    ...later.flatMap((one, index) =>
      laterDifferences(one, rules, receipt).map((line) => `Later promise ${index + 1}: ${line}`),
    ),
    ...contradictions(receipt, promise, rules),
    ...firmnessDifferences(receipt),
    ...historyDifferences(receipt),
  ];
}

/** The version as it was for the customer. */
const versionFor = (version: string, { bindings }: Reckoning, rules: Rules): RunnablePolicy =>
  settledFor(rules(version), bindings);

const targetFor = (said: Reckoning, rules: Rules): Target | null => {
  const { policy, question, opened } = said;
  const asked = opened === null ? question : { ...question, openedAt: opened };
  return targetOf(versionFor(policy.version, said, rules).policy, asked);
};

/** The due that the policy gives for what the receipt says was asked. */
function recomputed(said: Reckoning, rules: Rules): Recomputed {
  const { id, version, hash } = rules(said.policy.version).policy;
  const target = targetFor(said, rules);
  const receipt = receiptOf(commitmentFrom(said, target), rules);
  return {
    due: receipt?.due ?? null,
    rows: receipt?.rows ?? [],
    target: target && { amount: target.amount, unit: target.unit, lowered: target.lowered },
    firmness: target?.firmness ?? "none",
    op: target === null || target.lowered === null ? null : target.op,
    policy: { id, version, hash },
  };
}

/** A running clock with that one promise; only what its receipt is computed from matters. */
function commitmentFrom(
  { question, at, calendars, pauses, policy, bindings }: Reckoning,
  target: Target | null,
): Commitment {
  const snapshot: Snapshot = {
    why: "started",
    countedFrom: at,
    policyVersion: policy.version,
    plan: question.plan,
    tier: question.tier,
    severity: question.severity,
    intake: question.intake,
    category: question.category,
    account: { bindings },
    target,
    calendarId: target?.lowered?.calendar ?? null,
    calendarVersion: null,
    zone: null,
    calendars,
    dueAt: at,
  };
  return {
    metric: question.metric,
    firmness: target?.firmness ?? "none",
    op: target?.op ?? "less-than",
    state: "running",
    startedAt: at,
    dueAt: at,
    stoppedAt: null,
    snapshot,
    others: [],
    pauses,
    history: [],
    continuesIn: null,
  };
}

/** Content and calendars of the versions that a receipt names, against those of the folders. */
function versionDifferences(said: Reckoning, rules: Rules): string[] {
  const calendar = targetFor(said, rules)?.lowered?.calendar ?? "";
  const calendars = said.calendars.flatMap(({ policyVersion, calendarVersion }) => {
    const ours = rules(policyVersion).policy.calendars[calendar]?.version ?? "none";
    return ours === calendarVersion
      ? []
      : [
          `Calendar ${calendar} of version ${policyVersion}: the receipt says ${calendarVersion}, the folder ${ours}.`,
        ];
  });
  return [...compareContents(said.policy, rules(said.policy.version).policy), ...calendars];
}

function laterDifferences(said: Reckoning, rules: Rules, taken: Reckoning): string[] {
  const isEarlier = taken.due !== null && said.due !== null && said.due < taken.due;
  return [
    ...compareReckonings(said, recomputed(said, rules)),
    ...versionDifferences(said, rules),
    ...(isEarlier ? ["It falls due before the one that was taken."] : []),
  ];
}

const inside = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? (Object.entries(value).find(([key]) => key === name)?.[1] ?? null)
    : null;

/** The promise says again what the reckoning says; both must agree. */
function contradictions(receipt: ReceiptFile, promise: Fields, rules: Rules): string[] {
  const { question, policy, calendars, due } = receipt;
  const target = targetFor(receipt, rules);
  const hasFigure = target?.amount != null && target.unit !== null;
  const last = calendars.at(-1);
  const calendar = promise["calendar"] ?? null;
  const id = target?.lowered?.calendar ?? "";
  const zone =
    last && versionFor(last.policyVersion, receipt, rules).policy.calendars[id]?.schedules[0]?.zone;
  const facts: (readonly [place: string, said: unknown, is: unknown])[] = [
    ["promise.dueAt", instantIn(promise["dueAt"]), due],
    ["promise.metric", promise["metric"], question.metric],
    ["promise.plan", promise["plan"], question.plan],
    ["promise.tier", promise["tier"], question.tier],
    ["promise.severity", promise["severity"], question.severity],
    ["promise.policyVersion", promise["policyVersion"], policy.version],
    ["promise.target.amount", inside(promise["target"], "amount"), hasFigure ? target.amount : null],
    ["promise.target.unit", inside(promise["target"], "unit"), hasFigure ? target.unit : null],
    ["promise.clause.id", inside(promise["clause"], "id"), target?.clause.id ?? null],
    [
      "promise.clause.policyVersion",
      inside(promise["clause"], "policyVersion"),
      target?.clause.policyVersion ?? null,
    ],
  ];
  if (calendar !== null) {
    facts.push(
      ["promise.calendar.id", inside(calendar, "id"), id],
      ["promise.calendar.version", inside(calendar, "version"), last?.calendarVersion],
      ["promise.calendar.zone", inside(calendar, "zone"), zone ?? null],
    );
  }
  const wrong = facts.flatMap(([place, said, is]) =>
    said === is
      ? []
      : [
          `The receipt contradicts itself: ${place} is ${wordOf(place, promise, said)}, elsewhere it is ${wordOf("", promise, is)}.`,
        ],
  );
  const startedAt = instantIn(promise["startedAt"]);
  const isLate = startedAt == null || startedAt > receipt.at;
  return isLate
    ? [...wrong, "The receipt contradicts itself: counting began before promise.startedAt."]
    : wrong;
}

function wordOf(place: string, promise: Fields, value: unknown): string {
  if (place === "promise.dueAt") return JSON.stringify(promise["dueAt"]) ?? "missing";
  return JSON.stringify(value) ?? "missing";
}

/** The firmest promise in force says how much the clock binds, though another one gives its due. */
function firmnessDifferences(receipt: ReceiptFile & { readonly ticket: TicketPart }): string[] {
  const { promise, later } = receipt.ticket;
  const all = [receipt, ...later];
  if (all.every(({ op }) => op === null)) return [];
  const firmness = FIRMNESSES.find((one) => all.some((part) => part.firmness === one));
  const ops = all.filter((part) => part.firmness === firmness).map(({ op }) => op);
  const wrong: string[] = [];
  if (promise["firmness"] !== firmness)
    wrong.push(
      `Firmness: the receipt says ${JSON.stringify(promise["firmness"])}, its promises make it ${JSON.stringify(firmness)}.`,
    );
  if (!ops.some((op) => op === promise["op"]))
    wrong.push(
      `Tie: the receipt says ${JSON.stringify(promise["op"])}, its promises ${JSON.stringify(ops[0])}.`,
    );
  return wrong;
}

/** Each move of the due starts from where the one before ended. */
function historyDifferences({
  ticket,
  pauses,
  due,
}: ReceiptFile & { readonly ticket: TicketPart }): string[] {
  const history = ticket.promise["history"];
  if (!Array.isArray(history)) return ["The history of the promise is missing."];
  let before: number | null | undefined;
  const entries = history.flatMap((entry: unknown, index) => {
    const [from, to] = ["dueFrom", "dueTo"].map((name) => instantIn(inside(entry, name)));
    const isBroken = from === undefined || to === undefined || (index > 0 && from !== before);
    const was = before === undefined || before === null ? "never" : formatInstant(before);
    before = to;
    return isBroken
      ? [`History, entry ${index + 1}: the due did not stand at what it says before (it was ${was}).`]
      : [];
  });
  // A clock that stops while it waits for the customer is computed once more, with nothing told.
  const stoppedAt = instantIn(ticket.promise["stoppedAt"]);
  const isSettled = !pauses.some(({ end }) => end === stoppedAt);
  const isOff = isSettled && before !== undefined && before !== due;
  return isOff ? [...entries, "History: its last entry leads to another due."] : entries;
}
