import { expect, test } from "vitest";
import { commitmentsOf } from "./commitments-of.ts";
import { nextWakeOf } from "./next-wake-of.ts";
import { remindersOf } from "./reminders-of.ts";
import {
  agentReply,
  assessedAs,
  customerWrites,
  et,
  goal,
  hours,
  opened,
  rulesOf,
  SEED_CELLS,
  seed,
  told,
} from "./seed-for-tests.ts";

const rules = rulesOf(seed());

function remindersFor(story: ReturnType<typeof told>, wall: string) {
  const commitment = commitmentsOf(story, rules, et(wall))[0];
  return commitment === undefined ? [] : remindersOf(commitment, rules);
}

test("C14 reminders lie at half, at four fifths and one open hour before due", () => {
  expect(remindersFor(told(["03-06 15:30", opened("1")]), "03-06 15:30")).toEqual(
    [
      { kind: "last-hour", at: et("03-06 16:30") },
      { kind: "half", at: et("03-06 16:30") },
      { kind: "four-fifths", at: et("03-09 09:06") },
    ].toSorted((a, b) => a.at - b.at || (a.kind === "half" ? -1 : 1)),
  );
});

test("C14 business days are halved in days, not in hours", () => {
  expect(remindersFor(told(["12-23 14:00", opened("2")]), "12-23 14:00")).toEqual([
    // One day from Wed 23 Dec 14:00: 3/8 then, 5/8 of the half day of Thu 24 Dec.
    { kind: "half", at: et("12-24 11:30") },
    // 1.6 days: 3/8 + 1 + 0.225 of Mon 28 Dec, 1 h 48 min.
    { kind: "four-fifths", at: et("12-28 10:48") },
    { kind: "last-hour", at: et("12-28 13:00") },
  ]);
});

test("E6 a reminder at or before the start of counting is left out", () => {
  const gold = told(["03-02 10:00", opened("1", { tier: "gold" })]);
  expect(remindersFor(gold, "03-02 10:00")).toEqual([
    { kind: "half", at: et("03-02 10:30") },
    { kind: "four-fifths", at: et("03-02 10:48") },
  ]);
});

test("after a raise reminders count from the raise", () => {
  const story = told(["03-02 10:00", opened("4")], ["03-03 11:00", assessedAs("1")]);
  expect(remindersFor(story, "03-03 11:00").map(({ at }) => at)).toEqual([
    et("03-03 12:00"),
    et("03-03 12:00"),
    et("03-03 12:36"),
  ]);
});

test("the timer wakes at the due of what runs, and a millisecond after one that is met at due", () => {
  const wakeAt = (story: ReturnType<typeof told>, wall: string, by = rules) =>
    nextWakeOf(commitmentsOf(story, by, et(wall)), et(wall));
  expect(wakeAt(told(["03-02 10:00", opened("1")]), "03-02 10:00")).toBe(et("03-02 12:00"));
  expect(wakeAt(told(["03-02 10:00", opened("1")]), "03-02 12:00")).toBeNull();
  expect(wakeAt(told(["03-02 10:00", opened("3", { plan: "standard" })]), "03-02 10:00")).toBe(
    et("03-05 10:00:00.001"),
  );
  const goals = rulesOf(
    seed({ cells: [...SEED_CELLS, goal("next-response", hours(2)), goal("resolution", hours(20))] }),
  );
  const story = told(
    ["03-02 10:00", opened("2")],
    ["03-02 11:00", agentReply],
    ["03-02 12:00", customerWrites],
  );
  expect(wakeAt(story, "03-02 12:00", goals)).toBe(et("03-02 14:00"));
  const merged = told(["03-02 10:00", opened("1")], ["03-02 11:00", { kind: "merged-into", ticket: "2" }]);
  expect(wakeAt(merged, "03-02 11:00")).toBeNull();
});
