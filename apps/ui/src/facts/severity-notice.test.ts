import { describe, expect, test } from "vitest";
import { shared as words } from "../catalogue/en/shared.ts";
import { timeTalk } from "../speech/time.ts";
import { type SeverityChange, severityNotice } from "./severity-notice.ts";

const time = timeTalk("en-GB", "Europe/Berlin", () => Date.parse("2026-07-06T14:10:00Z"));
const lowered: SeverityChange = {
  from: "High",
  to: "Normal",
  isRaised: false,
  reason: "staging is not a production project.",
  dueFrom: "2026-07-07T19:30:00.000Z",
  dueTo: "2026-07-08T19:30:00.000Z",
};

describe("P082 what the customer reads of a change of severity", () => {
  test("lowered: both severities, the reason, both dues in their zone, the way to disagree", () => {
    expect(severityNotice(lowered, time, words)).toEqual([
      "We now treat this as Normal instead of High, because staging is not a production project.",
      "Our reply is due Wed 8 Jul, 21:30 (CEST, Berlin) instead of Tue 7 Jul, 21:30.",
      "If you see it otherwise, say so here; the clock runs on.",
    ]);
  });

  test("raised: the new severity and the earlier due", () => {
    const raised = {
      ...lowered,
      to: "Critical",
      isRaised: true,
      reason: "",
      dueTo: "2026-07-06T16:10:00.000Z",
    };
    expect(severityNotice(raised, time, words).slice(0, 2)).toEqual([
      "We now treat this as Critical.",
      "Our reply is due earlier: Mon 6 Jul, 18:10 (CEST, Berlin).",
    ]);
  });

  test("a due that stays, or that nobody promised, is not spoken of", () => {
    const still = { ...lowered, dueTo: lowered.dueFrom };
    expect(severityNotice(still, time, words).join(" ")).not.toContain("due");
    expect(severityNotice({ ...lowered, dueFrom: null }, time, words).join(" ")).not.toContain("due");
  });

  test("confirmed: what it is, and no more", () => {
    expect(severityNotice({ ...lowered, to: "High", reason: "" }, time, words)).toEqual([
      "We treat this as High.",
    ]);
  });
});
