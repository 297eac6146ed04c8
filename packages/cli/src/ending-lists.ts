import { compilePolicy, type Finding } from "@troth/policy";
import type { Desk } from "@troth/server";

const ENDING: ReadonlySet<string> = new Set(["holidays-short", "holidays-past"]);

/** Whether a finding says that a list of holidays ends soon, or has ended. */
export const isEndingList = ({ code }: Pick<Finding, "code">): boolean => ENDING.has(code);

/** One line for each list of holidays that somebody has to write the next years of. */
export function endingLines(findings: readonly Pick<Finding, "code" | "message">[]): string[] {
  const sentences = new Set(findings.filter(isEndingList).map(({ message }) => message.replaceAll("`", "")));
  return [...sentences].map((sentence) => `Holidays: ${sentence} Make the next one with: troth holidays.`);
}

/** The same for the policy in force on a desk, as of the database's time. */
export async function endingListsOf({ deps, workspace }: Desk): Promise<string[]> {
  const { files, now } = await deps.store.read(workspace.id, async (tx, at) => {
    const current = await tx.policies.current();
    return { files: current && (await tx.policies.files(current.version)), now: at };
  });
  return files === null ? [] : endingLines(compilePolicy(files, now).findings);
}
