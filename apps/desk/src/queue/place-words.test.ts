import { deskWordsIn } from "@troth/ui";
import { expect, test } from "vitest";
import { placeWords } from "./place-words.ts";

const [english, german] = [deskWordsIn("en"), deskWordsIn("de")];
const row = (code: string, values: Record<string, string> = {}): Parameters<typeof placeWords>[0] => ({
  reason: { code, values },
  severity: { rank: 2 },
  plan: { id: "priority", name: "Priority" },
  tier: null,
});

test("P035 a place after a better plan or severity names the ticket before it", () => {
  const plan = row("plan", { afterPlan: "enterprise", afterPlanName: "Enterprise", afterNumber: "1012" });
  expect(placeWords(plan, english)).toBe("after Enterprise #1012");
  const severity = row("severity", {
    afterSeverity: "1",
    afterSeverityRank: "1",
    afterSeverityName: "Critical",
    afterNumber: "1002",
  });
  expect(placeWords(severity, english)).toBe("after 1 Critical #1002");
  expect(placeWords(severity, german)).toBe("nach 1 Critical #1002");
});

test("a place by due, age or number names the ticket before it", () => {
  const said = ["due", "age", "number"].map((code) =>
    placeWords(row(code, { afterNumber: "1012" }), english),
  );
  expect(said).toEqual(["due after #1012", "opened after #1012", "next number after #1012"]);
});

test("without a ticket before it the place is told by what it has itself", () => {
  expect(placeWords(row("first"), english)).toBe("first: severity 2, Priority");
  expect(placeWords(row("severity"), english)).toBe("severity 2");
  expect(placeWords(row("answered"), english)).toBe("answered, their turn");
  expect(placeWords(row("of-another-version", { afterNumber: "1012" }), english)).toBe("of-another-version");
});
