import type { PromiseOfReply, ReceiptRow } from "../wire.ts";

const at = (text: string) => new Date(text).toISOString();

/** Severity 2, Enterprise Standard, Thu 2 Jul 2026 15:30 in New York: due Tue 7 Jul 15:30 (clock.md D3). */
export function promiseOf(changes: Partial<PromiseOfReply> = {}): PromiseOfReply {
  return {
    metric: "first-response",
    firmness: "commitment",
    op: "less-than",
    state: "running",
    startedAt: at("2026-07-02T19:30:00Z"),
    dueAt: at("2026-07-07T19:30:00Z"),
    stoppedAt: null,
    target: { amount: 2, unit: "business_day" },
    plan: "enterprise",
    tier: "standard",
    severity: "2",
    calendar: { id: "normal", name: "Normal Business Hours", version: "c3", zone: "America/New_York" },
    isHoursUnknown: false,
    isDueAtClosing: false,
    warned: null,
    policyVersion: "2024-09-02",
    clause: { id: "response-times", title: "Response times", policyVersion: "2024-09-02" },
    history: [],
    ...changes,
  };
}

/** The rows of that promise's receipt. */
export const receiptRows: readonly ReceiptRow[] = [
  rowOf("2026-07-02T19:30:00Z", "2026-07-02T21:00:00Z", "open", 1.5, { num: 3, den: 16 }),
  rowOf("2026-07-03T04:00:00Z", "2026-07-04T04:00:00Z", "holiday", 0, { num: 0, den: 1 }, "Independence Day"),
  rowOf("2026-07-04T04:00:00Z", "2026-07-06T04:00:00Z", "closed", 0, { num: 0, den: 1 }),
  rowOf("2026-07-06T13:00:00Z", "2026-07-06T21:00:00Z", "open", 8, { num: 1, den: 1 }),
  rowOf("2026-07-07T13:00:00Z", "2026-07-07T19:30:00Z", "open", 6.5, { num: 13, den: 16 }),
];

function rowOf(
  from: string,
  to: string,
  reason: ReceiptRow["reason"],
  hours: number,
  dayFraction: NonNullable<ReceiptRow["dayFraction"]>,
  name: string | null = null,
): ReceiptRow {
  return {
    from: at(from),
    to: at(to),
    scheduleId: "normal",
    version: "c3",
    reason,
    name,
    businessMs: hours * 3_600_000,
    dayFraction,
  };
}
