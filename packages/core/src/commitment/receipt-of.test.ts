import type { Fraction } from "@troth/business-time";
import { expect, test } from "vitest";
import type { ClockEvent } from "./clock-event.ts";
import { commitmentsOf } from "./commitments-of.ts";
import { type CommitmentReceipt, receiptOf } from "./receipt-of.ts";
import {
  assessedAs,
  et,
  lapses,
  movesTo,
  NORMAL_HOURS,
  opened,
  rulesOf,
  seed,
  told,
} from "./seed-for-tests.ts";

const rules = rulesOf(seed());

function receiptAt(story: readonly ClockEvent[], wall: string, by = rules): CommitmentReceipt {
  const commitment = commitmentsOf(story, by, et(wall))[0];
  const receipt = commitment === undefined ? null : receiptOf(commitment, by);
  if (receipt === null) throw new Error("There is no receipt.");
  expect(receipt.due).toBe(commitment?.dueAt);
  return receipt;
}

const daysIn = (receipt: CommitmentReceipt) =>
  receipt.rows.reduce((sum, { dayFraction }) => sum + part(dayFraction), 0);
const part = (fraction: Fraction | null) => (fraction === null ? 0 : fraction.num / fraction.den);
const msIn = (receipt: CommitmentReceipt) => receipt.rows.reduce((sum, row) => sum + row.businessMs, 0);

test("P071 the receipt of two business days over a holiday adds up and cites the clause", () => {
  const receipt = receiptAt(told(["07-02 15:30", opened("2")]), "07-02 15:30");
  expect(receipt).toMatchObject({
    from: et("07-02 15:30"),
    due: et("07-07 15:30"),
    clause: { id: "response-times", policyVersion: "1" },
    later: [],
    isDueAtClosing: false,
  });
  expect(receipt.rows.some((row) => row.reason === "holiday")).toBe(true);
  expect(daysIn(receipt)).toBeCloseTo(2, 12);
});

test("a due at closing time is marked as one", () => {
  expect(receiptAt(told(["03-02 15:00", opened("1")]), "03-02 15:00").isDueAtClosing).toBe(true);
  expect(receiptAt(told(["03-02 15:00", opened("1", { tier: "gold" })]), "03-02 15:00").isDueAtClosing).toBe(
    false,
  );
});

test("after a raise the rows begin at the raise, and the promise it beat is shown", () => {
  const story = told(["03-02 10:00", opened("4")], ["03-03 16:30", assessedAs("1")]);
  const receipt = receiptAt(story, "03-03 16:30");
  expect(receipt).toMatchObject({
    from: et("03-03 16:30"),
    due: et("03-04 10:30"),
    given: { why: "severity-raised", severity: "1" },
    later: [{ why: "started", severity: "4", dueAt: et("03-05 10:00") }],
  });
  expect(msIn(receipt)).toBe(2 * 3_600_000);
});

test("an edit of the hours on the way leaves no hole and no double count", () => {
  const weekdays = ["mon", "tue", "wed", "thu", "fri"];
  const shorter = seed({
    version: "2",
    schedule: {
      ...NORMAL_HOURS,
      version: "2",
      hours: Object.fromEntries(weekdays.map((day) => [day, [["10:00", "16:00"]]])),
    },
  });
  const edit = {
    kind: "schedule",
    calendar: "nbh",
    policyVersion: "2",
    effectiveAt: et("03-04 00:00"),
  } as const;
  const story = told(["03-03 16:00", opened("1")], ["03-03 16:30", edit]);
  const receipt = receiptAt(story, "03-03 16:30", rulesOf(seed(), shorter));
  expect(msIn(receipt)).toBe(2 * 3_600_000);
  for (const [index, row] of receipt.rows.entries()) {
    expect(row.from).toBe(index === 0 ? et("03-03 16:00") : receipt.rows[index - 1]?.to);
  }
  expect(receipt.rows.at(-1)).toMatchObject({ to: et("03-04 11:00"), version: "2" });
  expect(receipt.rows[0]).toMatchObject({ to: et("03-03 17:00"), version: "1" });
});

test("an edit before anything was counted shows the wait as closed", () => {
  const later = seed({
    version: "2",
    schedule: { ...NORMAL_HOURS, version: "2", hours: { thu: [["10:00", "16:00"]] } },
  });
  const edit = {
    kind: "schedule",
    calendar: "nbh",
    policyVersion: "2",
    effectiveAt: et("03-04 00:00"),
  } as const;
  const story = told(["03-03 18:00", opened("1")], ["03-03 18:30", edit]);
  const receipt = receiptAt(story, "03-03 18:30", rulesOf(seed(), later));
  expect(receipt.rows[0]).toMatchObject({ from: et("03-03 18:00"), to: et("03-04 00:00"), reason: "closed" });
  expect(receipt.due).toBe(et("03-05 12:00"));
});

test("the gap of a lapse is in the rows as a pause", () => {
  const story = told(
    ["03-02 10:00", opened("2")],
    ["03-03 11:00", lapses],
    ["03-05 11:00", movesTo("enterprise", "standard")],
  );
  const receipt = receiptAt(story, "03-05 11:00");
  expect(receipt.rows.some((row) => row.reason === "paused")).toBe(true);
  expect(daysIn(receipt)).toBeCloseTo(2, 12);
});

test("a withdrawn commitment, and one without a figure, have no receipt", () => {
  const lapsed = commitmentsOf(
    told(["03-02 10:00", opened("2")], ["03-03 11:00", lapses]),
    rules,
    et("03-04 10:00"),
  );
  const bare = rulesOf(seed({ cells: [] }));
  const unstated = commitmentsOf(told(["03-02 10:00", opened("2")]), bare, et("03-02 10:00"));
  expect(lapsed.map((one) => receiptOf(one, rules))).toEqual([null]);
  expect(unstated.map((one) => receiptOf(one, bare))).toEqual([null]);
});
