import { expect, test } from "vitest";
import { commitmentsOf } from "./commitments-of.ts";
import { duePreview } from "./due-preview.ts";
import { agentReply, assessedAs, et, opened, rulesOf, seed, told } from "./seed-for-tests.ts";

const rules = rulesOf(seed());
const waiting = told(["07-02 15:30", opened("2")]);

test("P080 before a severity is changed, old and new due stand side by side", () => {
  expect(duePreview(waiting, assessedAs("3"), rules, et("07-06 10:00"))).toEqual([
    {
      metric: "first-response",
      dueFrom: et("07-07 15:30"),
      dueTo: et("07-08 15:30"),
      stateFrom: "running",
      stateTo: "running",
    },
  ]);
});

test("a preview is what comes of the change itself, and changes nothing", () => {
  const now = et("07-06 10:00");
  const [preview] = duePreview(waiting, assessedAs("1"), rules, now);
  const done = commitmentsOf([...waiting, { at: now, seq: 2, ...assessedAs("1") }], rules, now);
  expect(preview?.dueTo).toBe(done[0]?.dueAt);
  expect(commitmentsOf(waiting, rules, now)[0]?.dueAt).toBe(preview?.dueFrom);
});

test("a change that brings back a promise already broken says so", () => {
  const story = told(["03-02 10:00", opened("1")], ["03-02 10:30", assessedAs("3")]);
  expect(duePreview(story, assessedAs("1"), rules, et("03-02 14:00"))).toMatchObject([
    { dueTo: et("03-02 12:00"), stateFrom: "running", stateTo: "breached" },
  ]);
});

test("nothing owed, nothing to preview", () => {
  const answered = told(["03-02 10:00", opened("1")], ["03-02 11:00", agentReply]);
  expect(duePreview(answered, assessedAs("3"), rules, et("03-02 12:00"))).toEqual([]);
});
