import { describe, expect, test } from "vitest";
import { NO_PROCEEDINGS } from "../ticket/proceedings.ts";
import {
  assessmentRefusal,
  type Decider,
  decisionRefusal,
  objectionRefusal,
  ownerFor,
} from "./disagreement.ts";

const mira: Decider = { id: "mira", role: "agent" };
const jonas: Decider = { id: "jonas", role: "lead" };
const lea: Decider = { id: "lea", role: "admin" };
const DESK = [mira, jonas, lea];

describe("P083 who decides an objection", () => {
  test.each([
    ["the lead with the fewest open ones", DESK, "mira", { jonas: 3, lea: 1 }, "lea"],
    ["never who assessed it", DESK, "lea", { jonas: 9, lea: 0 }, "jonas"],
    ["nobody, where no lead is left", [mira, jonas], "jonas", {}, null],
    ["always the same of two alike", DESK, "mira", {}, "jonas"],
  ])("%s", (_, agents, assessor, open, expected) => {
    const counts = new Map(Object.entries(open));
    expect(ownerFor(agents, assessor, (id) => counts.get(id) ?? 0)).toBe(expected);
  });

  test.each([
    ["its owner", mira, { owner: "mira" }, "jonas", true],
    ["a lead", jonas, { owner: null }, "mira", true],
    ["an agent who does not own it", mira, { owner: "jonas" }, "lea", false],
    ["a lead who assessed it, while another could", jonas, { owner: "jonas" }, "jonas", false],
  ])("%s", (_, agent, disagreement, assessor, may) => {
    expect(decisionRefusal(agent, disagreement, { assessor, agents: DESK }) === null).toBe(may);
  });

  test("who is alone decides all the same", () => {
    expect(decisionRefusal(lea, { owner: null }, { assessor: "lea", agents: [mira, lea] })).toBeNull();
  });
});

describe("P083 an objection", () => {
  const assessed = {
    state: "waiting-on-us",
    severityAssessed: "3",
    proceedings: NO_PROCEEDINGS,
  } as const;
  test("is open once we have assessed, and one at a time", () => {
    expect(objectionRefusal(assessed)).toBeNull();
    expect(objectionRefusal({ ...assessed, severityAssessed: null })?.message).toContain(
      "your own choice counts",
    );
    const disagreement = { seq: 3, at: 0, by: "ana", severity: "3", wants: "2", owner: null, asked: [] };
    const twice = { ...assessed, proceedings: { ...NO_PROCEEDINGS, disagreement } };
    expect(objectionRefusal(twice)?.reason).toBe("objected-already");
    expect(objectionRefusal({ ...assessed, state: "merged" })?.reason).toBe("object-merged");
  });
});

describe("P083 assessing beside an open objection", () => {
  const disagreement = { seq: 3, at: 0, by: "ana", severity: "3", wants: "2", owner: null, asked: [] };
  const on = (leadAskedSeq: number | null, isObjected = true) =>
    ({
      state: "waiting-on-us",
      proceedings: { ...NO_PROCEEDINGS, disagreement: isObjected ? disagreement : null, leadAskedSeq },
    }) as const;

  test.each([
    ["nobody changes it", on(null), true, "objection-open"],
    ["nor for what got worse before the objection", on(2), true, "objection-open"],
    ["it rises where it got worse since", on(4), true, null],
    ["and does not fall then", on(4), false, "objection-open-raise"],
    ["the dialog opens where it got worse since", on(4), null, null],
    ["without an objection it is assessed as ever", on(null, false), false, null],
    ["nor after the end", { ...on(4), state: "resolved" } as const, true, "assess-ended"],
  ])("%s", (_, ticket, isRaise, reason) => {
    expect(assessmentRefusal(ticket, isRaise)?.reason ?? null).toBe(reason);
  });
});
