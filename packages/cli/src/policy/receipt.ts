import { formatInstant } from "@troth/business-time";
import type { Due, Row, Target } from "@troth/policy";
import type { Answer, Asked } from "./answer.ts";

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
export function receiptOf({ due, target, policy }: Answer, asked: Asked): ReceiptJson {
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
