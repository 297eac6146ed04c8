import { durationText, type Target } from "@troth/policy";
import { command, folderOf, json, success } from "./command.ts";
import { loadPolicy } from "./load.ts";
import { textTable } from "./text-table.ts";

const help = `Usage: troth targets DIR [--json]

Prints the compiled target table, one row for each stated cell. “any” (null in JSON) stands for a key
that the cell does not name. Where two rows fit a case, the one that names more wins.

Examples:
  troth targets policies/neon-2024-09
  troth targets policies/neon-2024-09 --json
`;

const CASE = ["plan", "tier", "severity", "door", "category"];
const SAYS = ["measured", "target", "calendar", "firmness", "when"];

/** Columns that few policies need, shown where a cell fills them. */
const FURTHER = ["channel", "cohort"] as const;

function rowOf(target: Target, further: readonly (typeof FURTHER)[number][]): string[] {
  const figure = durationText(target);
  const isNamedDay = target.unit === "next_business_day" || target.unit === "same_business_day";
  const op = target.op === "less-than" ? "<" : isNamedDay ? "by" : "within";
  const hasOp = figure !== "" && target.unit !== "continuous";
  const words = hasOp ? `${op} ${figure}` : figure || "-";
  const any = (value: string | null) => value ?? "any";
  return [
    any(target.plan),
    any(target.tier),
    any(target.severity),
    any(target.intake),
    any(target.category),
    ...further.map((key) => any(target[key] ?? null)),
    target.metric,
    words,
    target.calendar ?? "-",
    target.firmness,
    target.when ?? "-",
  ];
}

/** A cell as `--json` prints it; `tie` says in one word what `op` means for an answer at the very instant. */
function cellOf({ clause, ...target }: Target) {
  return { ...target, tie: target.op === "less-than" ? "late" : "met", clause: clause.id };
}

export const targets = command(
  { name: "targets", summary: "print the compiled target table", help, options: {} },
  (given, surroundings) => {
    const loaded = loadPolicy(folderOf(given), surroundings);
    if ("refused" in loaded) return loaded.refused;
    const { targets: cells } = loaded.policy.policy;
    if (given.has("json")) return success(json(cells.map(cellOf)));
    const further = FURTHER.filter((key) => cells.some((cell) => cell[key] !== undefined));
    const rows = cells.map((cell) => rowOf(cell, further));
    return success(textTable([[...CASE, ...further, ...SAYS], ...rows]));
  },
);
