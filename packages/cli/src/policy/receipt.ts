import { isDeepStrictEqual } from "node:util";
import { formatInstant } from "@troth/business-time";
import type { Bindings, Due, Policy, Row, Target, TargetQuestion } from "@troth/policy";
import { WrongUse } from "./command.ts";

/** What `troth due` was asked: enough to compute its receipt again. */
export type Asked = {
  readonly question: TargetQuestion;
  readonly at: string;
  readonly bindings: Bindings;
};

/** A receipt as `troth due --json` prints it. */
export type ReceiptJson = {
  readonly due: string | null;
  readonly firmness: Due["firmness"];
  readonly op: Due["op"] | null;
  readonly rows: readonly (Omit<Row, "from" | "to"> & { readonly from: string; readonly to: string })[];
  readonly target: Pick<Target, "amount" | "unit" | "lowered"> | null;
  readonly asked: Asked;
  readonly policy: { readonly id: string; readonly version: string; readonly hash: string };
};

/** The due instant as printed: instants as text, with what was asked, so that it can be recomputed. */
export function receiptOf(due: Due, target: Target | null, asked: Asked, policy: Policy): ReceiptJson {
  return {
    due: due.due === null ? null : formatInstant(due.due),
    firmness: due.firmness,
    op: target === null || target.lowered === null ? null : due.op,
    rows: due.rows.map((row) => ({ ...row, from: formatInstant(row.from), to: formatInstant(row.to) })),
    target: target === null ? null : { amount: target.amount, unit: target.unit, lowered: target.lowered },
    asked,
    policy: { id: policy.id, version: policy.version, hash: policy.hash },
  };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function isAsked(value: unknown): value is Asked {
  if (!isObject(value) || !("question" in value && "at" in value && "bindings" in value)) return false;
  return isObject(value.question) && typeof value.at === "string" && isObject(value.bindings);
}

export type OldReceipt = {
  readonly asked: Asked;
  readonly due: unknown;
  readonly rows: readonly unknown[];
  readonly hash: unknown;
};

function oldReceipt(read: unknown): OldReceipt | null {
  if (!isObject(read) || !("asked" in read && "due" in read && "rows" in read)) return null;
  const { asked, due, rows } = read;
  if (!isAsked(asked) || !Array.isArray(rows)) return null;
  const policy = "policy" in read && isObject(read.policy) ? read.policy : {};
  return { asked, due, rows, hash: "hash" in policy ? policy.hash : null };
}

/** Reads a receipt that `troth due --json` printed. */
export function readReceipt(file: string, text: string): OldReceipt {
  let receipt: OldReceipt | null;
  try {
    receipt = oldReceipt(JSON.parse(text));
  } catch {
    throw new WrongUse(`${file} is not JSON.`);
  }
  if (receipt === null) throw new WrongUse(`${file} is no receipt; it must be what troth due --json prints.`);
  return receipt;
}

/** Where a receipt and its recomputation part; empty when they agree. */
export function compareReceipts(old: OldReceipt, fresh: ReceiptJson): string[] {
  const differences: string[] = [];
  if (old.due !== fresh.due) {
    differences.push(`Due: the receipt says ${String(old.due)}, the policy ${fresh.due ?? "never"}.`);
  }
  const length = Math.max(old.rows.length, fresh.rows.length);
  for (let index = 0; index < length; index++) {
    if (isDeepStrictEqual(old.rows[index], fresh.rows[index])) continue;
    const [theirs, ours] = [old.rows[index], fresh.rows[index]].map(
      (row) => JSON.stringify(row) ?? "nothing",
    );
    differences.push(`Row ${index + 1}: the receipt says ${theirs}, the policy ${ours}.`);
  }
  if (differences.length > 0 && old.hash !== fresh.policy.hash) {
    differences.push("The receipt was made with another version of the policy.");
  }
  return differences;
}
