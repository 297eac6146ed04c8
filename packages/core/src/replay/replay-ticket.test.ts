import { describe, expect, test } from "vitest";
import { rulesOf } from "../commitment/seed-for-tests.ts";
import { acme, answered, assessed, berlin, type Opening, opened, past } from "./past.fixture.ts";
import { isChanged, type ReplayedTicket, replayBook, replayTicket } from "./replay-ticket.ts";
import type { PastTicket } from "./under-draft.ts";

const ONE = acme("one");
const DAYS = "within: 2 business days @ office";
const NOW = berlin("20 12:00");
const GOLD: Opening = { standing: { pricing: "company", plan: "top", tier: "gold" }, severityChosen: "high" };

type Changes = readonly (readonly [from: string, to: string])[];

function replayed(ticket: PastTicket, changes: Changes, now = NOW): ReplayedTicket {
  const before = { rules: rulesOf(ONE), publications: [{ version: "one", publishedAt: 0 }] };
  return replayTicket(ticket, replayBook(before, acme("draft", ...changes)), now);
}

const outcomes = ({ clocks }: ReplayedTicket) =>
  clocks.map(({ metric, before, after }) => [metric, before.outcome, after.outcome]);

describe("a ticket of the past under a draft", () => {
  const ticket = past(["02 10:00", opened()], ["04 09:30", answered]);

  test("that is the policy in force has the same dues and outcomes", () => {
    const same = replayed(ticket, []);
    expect(same.clocks).toEqual([
      {
        metric: "first-response",
        before: { dueAt: berlin("04 10:00"), outcome: "kept" },
        after: { dueAt: berlin("04 10:00"), outcome: "kept" },
      },
    ]);
    expect(isChanged(same)).toBe(false);
  });

  test("with a shorter target would have been answered late", () => {
    const faster = replayed(ticket, [[DAYS, "within: 1 business day @ office"]]);
    expect(outcomes(faster)).toEqual([["first-response", "kept", "late"]]);
    expect(faster.clocks[0]?.after.dueAt).toBe(berlin("03 10:00"));
    expect(isChanged(faster)).toBe(true);
  });

  test("that makes it a commitment would have been missed", () => {
    const firm = replayed(ticket, [
      [`${DAYS}, firmness: expectation`, "within: 1 business day @ office, firmness: commitment"],
    ]);
    expect(outcomes(firm)).toEqual([["first-response", "kept", "missed"]]);
  });

  test("that states another metric has a clock more", () => {
    const more = replayed(past(["02 10:00", opened()]), [
      [
        "readings:",
        "  - { metric: resolution, plan: pro, within: 4 business days @ office, firmness: target }\nreadings:",
      ],
    ]);
    expect(outcomes(more)).toEqual([
      ["first-response", "late", "late"],
      ["resolution", "none", "late"],
    ]);
    expect(isChanged(more)).toBe(true);
  });

  test("is read again from the beginning: an assessment counts by the draft's targets", () => {
    const silver: Opening = { standing: { pricing: "company", plan: "top", tier: "silver" } };
    const raised = past(["02 10:00", opened(silver)], ["02 11:00", assessed("high")]);
    const slower = replayed(raised, [
      ["high: { silver: 4 business hours", "high: { silver: 6 business hours"],
    ]);
    const [clock] = slower.clocks;
    expect(clock?.before.dueAt).toBe(berlin("02 15:00"));
    expect(clock?.after.dueAt).toBe(berlin("02 17:00"));
    expect(slower).toMatchObject({
      before: { plan: "top", tier: "silver", severity: "high" },
      after: { plan: "top", tier: "silver", severity: "high" },
    });
  });

  test("of another plan for the same pricing has that plan's promise", () => {
    const moved = replayed(ticket, [
      ["pricing: team", "pricing: company"],
      ["pricing: company, tiers", "pricing: team, tiers"],
    ]);
    expect(moved).toMatchObject({ before: { plan: "pro" }, after: { plan: "top", tier: "silver" } });
    expect(moved.clocks[0]?.after).toEqual({ dueAt: berlin("03 10:00"), outcome: "missed" });
  });

  test("still runs where nobody has answered and its due has not come", () => {
    const open = replayed(past(["02 10:00", opened()]), [], berlin("03 12:00"));
    expect(outcomes(open)).toEqual([["first-response", "open", "open"]]);
  });

  test("that would not have been open keeps its past promises beside nothing, and says by which clause", () => {
    const closed = replayed(ticket, [["pricing: team, channels: [tickets]", "pricing: team, channels: []"]]);
    expect(closed.entitlement).toMatchObject({
      reason: "plan-lacks-channel",
      clause: { id: expect.any(String) },
    });
    expect(closed.after).toBeNull();
    expect(outcomes(closed)).toEqual([["first-response", "kept", "none"]]);
    expect(isChanged(closed)).toBe(true);
  });

  test("that is handed to somebody else carries no promise", () => {
    const handed = replayed(ticket, [
      ["problem: { name: Problem, issue: yes }", "problem: { name: Problem, route: sales }"],
    ]);
    expect(outcomes(handed)).toEqual([["first-response", "kept", "none"]]);
    expect(handed.entitlement).toBeNull();
  });

  test("after a change of plan follows the draft's plans; a lapse is one under any policy", () => {
    const change = (pricing: string, plan: string, subscription: "active" | "lapsed") =>
      ({ kind: "plan.changed", standing: { pricing, plan, tier: null }, subscription }) as const;
    const upgraded = past(["02 10:00", opened()], ["02 12:00", change("company", "top", "active")]);
    const changed = replayed(upgraded, [["low: { silver: 1 business day", "low: { silver: 1 business hour"]]);
    expect(changed.clocks[0]?.after.dueAt).toBe(berlin("02 13:00"));
    const lapsed = past(["02 10:00", opened()], ["02 12:00", change("gone", "gone", "lapsed")]);
    expect(outcomes(replayed(lapsed, []))).toEqual([["first-response", "none", "none"]]);
  });
});

describe("what cannot be told is said so, with the reason, and nothing is guessed", () => {
  const told = (ticket: PastTicket, changes: Changes) => {
    const { untold, after, clocks } = replayed(ticket, changes);
    expect(after).toBeNull();
    expect(clocks.every((clock) => clock.after.outcome === "none")).toBe(true);
    return untold;
  };

  test("a category that the draft no longer has", () => {
    const question = past(["02 10:00", opened({ category: "question" })]);
    expect(told(question, [["  question: { name: Question }\n", ""]])).toBe("category-unknown");
  });

  test("a pricing plan or a tier that it does not map, at the opening or later", () => {
    const gone: Changes = [
      ["pricing: team, ", ""],
      ["  team: Team\n", ""],
    ];
    expect(told(past(["02 10:00", opened()]), gone)).toBe("plan-unknown");
    const later = past(
      ["02 10:00", opened(GOLD)],
      [
        "02 11:00",
        {
          kind: "plan.changed",
          standing: { pricing: "team", plan: "pro", tier: null },
          subscription: "active",
        },
      ],
    );
    expect(told(later, gone)).toBe("plan-unknown");
    const renamed: Changes = [
      ["tiers: [silver, gold]", "tiers: [silver, golden]"],
      ["gold: 1 hour", "golden: 1 hour"],
      ["gold: 1 business day", "golden: 1 business day"],
    ];
    expect(told(past(["02 10:00", opened(GOLD)]), renamed)).toBe("plan-unknown");
  });

  test("a severity, chosen or assessed, of a scale that the draft gave up", () => {
    const scale: Changes = [
      ["default-severity: low", "default-severity: minor"],
      ["  low: { name", "  minor: { name"],
      ["      low: {", "      minor: {"],
    ];
    expect(told(past(["02 10:00", opened({ severityChosen: "low" })]), scale)).toBe("severity-unknown");
    expect(told(past(["02 10:00", opened()], ["02 11:00", assessed("low")]), scale)).toBe("severity-unknown");
    expect(replayed(past(["02 10:00", opened()]), scale).untold).toBeNull();
  });

  test("is not counted as changed", () => {
    const question = past(["02 10:00", opened({ category: "question" })]);
    expect(isChanged(replayed(question, [["  question: { name: Question }\n", ""]]))).toBe(false);
  });
});
