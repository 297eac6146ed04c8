import type { Finding } from "@troth/policy";
import { command, folderOf, json, refusal, success } from "./command.ts";
import { compileFolder, findingText } from "./load.ts";

const help = `Usage: troth check DIR [--json]

Checks a policy folder and lists everything that is wrong or doubtful, each with its place,
a sentence that says what is wrong and one that says how to mend it.
Exit code 0 without errors (warnings are allowed), 1 with errors.

Examples:
  troth check policies/neon-2024-09
  troth check policies/neon-2024-09 --json
`;

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? "" : "s"}`;

function summaryOf(findings: readonly Finding[]): string {
  const errors = findings.filter((finding) => finding.severity === "error").length;
  return `${count(errors, "error")}, ${count(findings.length - errors, "warning")}\n`;
}

export const check = command(
  { name: "check", summary: "check a policy folder", help, options: {} },
  (given, surroundings) => {
    const { runnable, findings } = compileFolder(folderOf(given), surroundings);
    const answer = runnable === null ? (text: string) => refusal("", text) : success;
    if (given.has("json")) return answer(json({ findings }));
    return answer(findings.map(findingText).join("") + summaryOf(findings));
  },
);
