import { type DeskWords, planWords } from "@troth/ui";
import type { QueueRow } from "../wire.ts";

type Placed = Pick<QueueRow, "reason" | "plan" | "tier"> & {
  readonly severity: Pick<QueueRow["severity"], "rank">;
};

/** Why a row stands where it stands, in a few words; an unknown code is shown as it is. */
export function placeWords(row: Placed, words: DeskWords): string {
  const { code, values } = row.reason;
  const { afterNumber: number } = values;
  return (number === undefined ? null : afterWords(code, values, number, words)) ?? ownWords(row, words);
}

/** With the row before: which one it is, and what comes first by. */
function afterWords(
  code: string,
  values: Placed["reason"]["values"],
  number: string,
  words: DeskWords,
): string | null {
  const { afterReasons } = words;
  const { afterSeverityRank: rank, afterSeverityName: name, afterPlanName: plan } = values;
  switch (code) {
    case "severity":
      return afterReasons.better(number, rank && name ? `${rank} ${name}` : (values["afterSeverity"] ?? ""));
    case "plan":
      return afterReasons.better(number, plan ?? values["afterPlan"] ?? "");
    case "due":
      return afterReasons.due(number);
    case "age":
      return afterReasons.age(number);
    case "number":
      return afterReasons.number(number);
    default:
      return null;
  }
}

function ownWords(row: Placed, words: DeskWords): string {
  const { code } = row.reason;
  const reasons = words.placeReasons;
  switch (code) {
    case "first":
      return reasons.first(String(row.severity.rank), (row.tier ?? row.plan).name);
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
