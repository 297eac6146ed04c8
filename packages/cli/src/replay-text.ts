import type { components } from "@troth/sdk";
import { textTable } from "./policy/text-table.ts";

type Schemas = components["schemas"];
type Replay = Schemas["PolicyReplay"];
type Summary = Schemas["ReplaySummary"];
type Tally = Schemas["ReplayTally"];
type Ticket = Schemas["ReplayedTicket"];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BAR_MOST = 40;

/** A replay for a terminal: the figures, the histogram, and up to `most` of the tickets. */
export function replayText({ from, to, summary, tickets }: Replay, most: number): string {
  if (summary === null) return "";
  return [
    `${count(summary.tickets)} tickets were opened from ${minute(from)} to ${minute(to)}.`,
    `${count(summary.changed)} of them would have gone otherwise.${untoldText(summary)}`,
    "",
    promisesText(summary),
    groupsText(summary),
    entitlementText(summary),
    duesText(summary),
    listText(tickets, most, summary.changed + summary.untold),
  ].join("\n");
}

function untoldText({ untold, untoldFor }: Summary): string {
  if (untold === 0) return "";
  const reasons = untoldFor.map(({ message, count: many }) => `  ${count(many)}  ${message}`);
  return ` Of ${count(untold)} nothing can be told:\n${reasons.join("\n")}`;
}

function promisesText({ promises: { before, after } }: Summary): string {
  const row = (name: string, tally: Tally) => [
    name,
    ...[tally.promises, tally.kept, tally.missed, tally.late, tally.open].map(count),
  ];
  return textTable([
    ["", "promises", "kept", "missed", "late", "open"],
    row("as it was", before),
    row("under the draft", after),
  ]);
}

function groupsText({ groups }: Summary): string {
  const move = (before: number, after: number) =>
    before === after ? count(before) : `${count(before)} → ${count(after)}`;
  const rows = groups.map(({ plan, severity, before, after }) => [
    plan.name,
    severity.name,
    move(before.tickets, after.tickets),
    move(before.promises, after.promises),
    move(before.missed, after.missed),
    move(before.late, after.late),
  ]);
  return textTable([["plan", "severity", "tickets", "promises", "missed", "late"], ...rows]);
}

function entitlementText({ entitlement: { redirected, refused } }: Summary): string {
  if (redirected + refused === 0) return "Every one of them would have been open.\n";
  return `Not open under the draft: ${count(refused)} refused, ${count(redirected)} sent elsewhere.\n`;
}

function duesText({ dues, shifts }: Summary): string {
  const head = `Dues: ${count(dues.earlier)} earlier, ${count(dues.later)} later, ${count(dues.same)} the same, ${count(dues.gained)} new, ${count(dues.lost)} gone.`;
  const bins = shifts.filter(({ count: many }) => many > 0);
  const largest = Math.max(1, ...bins.map(({ count: many }) => many));
  const rows = bins.map((bin) => [
    `  ${shiftText(bin.fromMs, bin.toMs)}`,
    "#".repeat(Math.ceil((bin.count / largest) * BAR_MOST)),
    count(bin.count),
  ]);
  return rows.length === 0 ? `${head}\n` : `${head}\n${textTable(rows)}`;
}

/** “1 to 4 hours earlier”; the far edge belongs to it. */
function shiftText(fromMs: number | null, toMs: number | null): string {
  if (fromMs === 0 && toMs === 0) return "the same";
  const isEarlier = toMs !== null && toMs <= 0;
  const [near, far] = isEarlier ? [-(toMs ?? 0), fromMs === null ? null : -fromMs] : [fromMs ?? 0, toMs];
  const way = isEarlier ? "earlier" : "later";
  if (far === null) return `more than ${span(near)} ${way}`;
  return near === 0 ? `up to ${span(far)} ${way}` : `${span(near)} to ${span(far)} ${way}`;
}

function span(ms: number): string {
  const [amount, unit] = ms < DAY_MS ? [ms / HOUR_MS, "hour"] : [ms / DAY_MS, "day"];
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

function listText(tickets: readonly Ticket[], most: number, all: number): string {
  const shown = tickets.slice(0, most);
  if (shown.length === 0) return "";
  const rows = shown.flatMap(rowsOf);
  const rest = all > shown.length ? `and ${count(all - shown.length)} more.\n` : "";
  return (
    textTable([["ticket", "organisation", "plan", "severity", "what", "was", "would be"], ...rows]) + rest
  );
}

function rowsOf(ticket: Ticket): string[][] {
  const plan = moved(ticket.planBefore, ticket.planAfter);
  const severity = moved(ticket.severityBefore, ticket.severityAfter);
  const head = [String(ticket.number), ticket.organisation.name, plan, severity];
  if (ticket.untold !== null) return [[...head, "cannot be told", "", ticket.untold.message]];
  if (ticket.entitlement !== null) {
    const { message, clause } = ticket.entitlement;
    return [[...head, "not open", "", `${message} (${clause.id})`]];
  }
  return ticket.clocks.map(({ metric, dueBefore, dueAfter, outcomeBefore, outcomeAfter }) => [
    ...head,
    metric,
    `${dueBefore === null ? "no due" : minute(dueBefore)}, ${outcomeBefore}`,
    `${dueAfter === null ? "no due" : minute(dueAfter)}, ${outcomeAfter}`,
  ]);
}

function moved(before: string, after: string | null): string {
  return after === null || after === before ? before : `${before} → ${after}`;
}

const COUNT = new Intl.NumberFormat("en");
const count = (value: number): string => COUNT.format(value);

/** “2026-05-19 14:00 UTC”. */
function minute(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
