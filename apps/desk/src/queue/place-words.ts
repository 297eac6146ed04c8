import { type DeskWords, planWords } from "@troth/ui";
import type { QueueRow } from "../wire.ts";

type Placed = Pick<QueueRow, "reason" | "severity" | "plan" | "tier">;

/** Why a row stands where it stands, in a few words; an unknown code is shown as it is. */
export function placeWords(row: Placed, words: DeskWords): string {
  const { code } = row.reason;
  const reasons = words.placeReasons;
  switch (code) {
    case "first":
      return reasons.first;
    case "severity":
      return reasons.severity(String(row.severity.rank));
    case "plan":
      return reasons.plan(planWords(row.plan, row.tier));
    case "due":
      return reasons.due;
    case "age":
      return reasons.age;
    case "answered":
      return reasons.answered;
    case "number":
      return reasons.number;
    case "ended":
      return reasons.ended;
    default:
      return code;
  }
}
