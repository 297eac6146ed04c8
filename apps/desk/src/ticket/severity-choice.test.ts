import { deskWordsIn, timeTalk } from "@troth/ui";
import { describe, expect, test } from "vitest";
import type { AssessPreview, DeskTicket } from "../wire.ts";
import { missingOf, needsReason, noticeOf } from "./severity-choice.ts";

const deskWords = deskWordsIn("en");
const time = timeTalk("en-GB", "Europe/Berlin", () => Date.parse("2026-07-06T14:10:00Z"));

const stand = (rank: number, name: string) => ({
  chosen: "2",
  chosenName: "High",
  assessed: null,
  current: String(rank),
  rank,
  name,
});
const preview = (to: AssessPreview["to"], dueTo: string | null): AssessPreview => ({
  from: stand(2, "High"),
  to,
  dueFrom: "2026-07-07T19:30:00.000Z",
  dueTo,
});
const ticket = (severity: Partial<DeskTicket["severity"]>) => ({
  severity: { ...stand(2, "High"), ...severity },
});

describe("what a change of severity needs", () => {
  test("P082 a reason when it differs from what the customer chose, none when it confirms it", () => {
    expect(needsReason(ticket({ chosen: "2" }), "3")).toBe(true);
    expect(needsReason(ticket({ chosen: "2" }), "2")).toBe(false);
    expect(needsReason(ticket({ chosen: null, assessed: null }), "3")).toBe(false);
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

describe("what the customer will read", () => {
  test("lowered: both severities, the reason, both dues in their zone, the way to object", () => {
    const sentences = noticeOf(
      preview(stand(3, "Normal"), "2026-07-08T19:30:00.000Z"),
      "staging is not a production project.",
      time,
      deskWords,
    );
    expect(sentences).toEqual([
      "We now treat this as Normal instead of High, because staging is not a production project.",
      "Our reply is due Wed 8 Jul, 21:30 (CEST, Berlin) instead of Tue 7 Jul, 21:30.",
      "If you see it otherwise, object here; the clock runs on.",
    ]);
  });

  test("raised: the new severity and the earlier due", () => {
    const sentences = noticeOf(
      preview(stand(1, "Critical"), "2026-07-06T16:10:00.000Z"),
      "",
      time,
      deskWords,
    );
    expect(sentences.slice(0, 2)).toEqual([
      "We now treat this as Critical.",
      "Our reply is due earlier: Mon 6 Jul, 18:10 (CEST, Berlin).",
    ]);
  });

  test("a due that stays is not mentioned", () => {
    const sentences = noticeOf(
      preview(stand(3, "Normal"), "2026-07-07T19:30:00.000Z"),
      "x.",
      time,
      deskWords,
    );
    expect(sentences.join(" ")).not.toContain("due");
  });
});
