import { deskWordsIn } from "@troth/ui";
import { describe, expect, test } from "vitest";
import type { DeskTicket } from "../wire.ts";
import { missingOf, needsReason } from "./severity-choice.ts";

const deskWords = deskWordsIn("en");

const stand = (rank: number, name: string) => ({
  chosen: "2",
  chosenName: "High",
  assessed: null,
  current: String(rank),
  rank,
  name,
});
const ticket = (severity: Partial<DeskTicket["severity"]>) => ({
  severity: { ...stand(2, "High"), ...severity },
});

describe("what a change of severity needs", () => {
  test("P082 a reason when it differs from what the customer chose, none when it confirms it", () => {
    expect(needsReason(ticket({ chosen: "2" }), "3")).toBe(true);
    expect(needsReason(ticket({ chosen: "2" }), "2")).toBe(false);
    expect(needsReason(ticket({ chosen: null, assessed: null }), "2")).toBe(false);
    expect(needsReason(ticket({ chosen: null, assessed: null }), "3")).toBe(true);
    expect(needsReason(ticket({ chosen: null, assessed: "3" }), "2")).toBe(true);
  });

  test("P081 a ground or a factor; the first thing missing is named", () => {
    const choice = { to: null, grounds: [], factors: [], reason: "" };
    const whole = ticket({});
    expect(missingOf(whole, choice, deskWords)).toBe("Choose a severity first.");
    expect(missingOf(whole, { ...choice, to: "3" }, deskWords)).toBe("Choose a ground or a factor first.");
    expect(missingOf(whole, { ...choice, to: "3", factors: ["workaround"] }, deskWords)).toBe(
      "Write the reason first.",
    );
    expect(
      missingOf(whole, { ...choice, to: "3", factors: ["workaround"], reason: "staging" }, deskWords),
    ).toBeNull();
    expect(missingOf(whole, { ...choice, to: "2", grounds: ["s2.a"] }, deskWords)).toBeNull();
  });
});
