import { formatInstant } from "@troth/business-time";
import type { Rules } from "@troth/core";
import type { RunnablePolicy } from "@troth/policy";
import { answer } from "./answer.ts";
import { type CommandResult, refusal, type Surroundings, success, WrongUse } from "./command.ts";
import { loadPolicies } from "./load.ts";
import { compareContents, compareReckonings, compareRows, linesFor } from "./receipt-compare.ts";
import { type ReceiptFile, readReceipt } from "./receipt-file.ts";
import { checkTicketReceipt, versionsIn } from "./ticket-receipt.ts";

/** Computes a receipt again from the folders of its policy versions: equal, or where it differs. */
export function checkReceipt(
  file: string,
  folders: readonly string[],
  surroundings: Surroundings,
): CommandResult {
  const text = surroundings.readFile(file);
  if (text === null) throw new WrongUse(`There is no file ${file}.`);
  const receipt = readReceipt(file, text);
  const loaded = loadPolicies(folders, surroundings);
  if ("refused" in loaded) return loaded.refused;
  const differences = differencesIn(receipt, loaded.policies);
  if (differences.length > 0) return refusal("", linesFor(differences));
  const due = receipt.due === null ? "never" : formatInstant(receipt.due);
  const whose = receipt.ticket === null ? "" : `ticket ${receipt.ticket.number}, `;
  return success(`Equal: ${whose}due ${due}, ${receipt.rows.length} rows.\n`);
}

function differencesIn(receipt: ReceiptFile, policies: readonly RunnablePolicy[]): string[] {
  const { ticket } = receipt;
  if (ticket !== null) return checkTicketReceipt({ ...receipt, ticket }, rulesFor(receipt, policies));
  const [only, ...others] = policies;
  if (only === undefined || others.length > 0)
    return printedDifferences(receipt, rulesFor(receipt, policies)(receipt.policy.version));
  return printedDifferences(receipt, only);
}

/** Finds each version among the folders; wrong use when the receipt names one that none of them has. */
function rulesFor(receipt: ReceiptFile, policies: readonly RunnablePolicy[]): Rules {
  const byVersion = new Map<string, RunnablePolicy>();
  for (const one of policies) {
    const other = byVersion.get(one.policy.version);
    if (other !== undefined && other.policy.hash !== one.policy.hash)
      throw new WrongUse(`Two folders are version ${one.policy.version} with different content; give one.`);
    byVersion.set(one.policy.version, one);
  }
  const missing = versionsIn(receipt).filter((version) => !byVersion.has(version));
  if (missing.length > 0)
    throw new WrongUse(
      linesFor([
        `The receipt needs more: give the folder of version ${missing.join(" and of version ")}, too.`,
      ]).trimEnd(),
    );
  return (version) => {
    const found = byVersion.get(version);
    if (found === undefined) throw new Error(`Version ${version} was not looked for.`);
    return found;
  };
}

/** Where a receipt that `troth due --json` printed and a policy part. */
function printedDifferences(receipt: ReceiptFile, runnable: RunnablePolicy): string[] {
  const { question, at, opened, bindings } = receipt;
  const asked = { question, at: formatInstant(at), bindings };
  const { due, target, policy } = answer(
    runnable,
    opened === null ? asked : { ...asked, opened: formatInstant(opened) },
  );
  const op = target === null || target.lowered === null ? null : due.op;
  const counted = target && { amount: target.amount, unit: target.unit, lowered: target.lowered };
  const ours = { ...due, op, target: counted, policy };
  const differences = [...compareReckonings(receipt, ours), ...compareRows(receipt.rows, ours.rows)];
  const contents = compareContents(receipt.policy, policy);
  if (differences.length > 0 && receipt.policy.version !== policy.version)
    contents.push(
      `Version: the receipt was made with ${receipt.policy.version}, the folder is ${policy.version}.`,
    );
  return [...contents, ...differences];
}
