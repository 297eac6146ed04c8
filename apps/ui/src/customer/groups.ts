import type { TicketRow } from "./wire.ts";

export type GroupId = "yours" | "ours" | "done";

const GROUPS: Readonly<Record<TicketRow["state"], GroupId>> = {
  "waiting-on-customer": "yours",
  open: "ours",
  "waiting-on-us": "ours",
  resolved: "done",
  closed: "done",
  merged: "done",
};

/** Whose turn it is, from the ticket's state alone. */
export function groupOf(state: TicketRow["state"]): GroupId {
  return GROUPS[state];
}

/** The three groups of the list in their order; within one, as the desk gave them (newest change first). */
export function grouped(
  rows: readonly TicketRow[],
): readonly { readonly id: GroupId; readonly rows: readonly TicketRow[] }[] {
  const ids: readonly GroupId[] = ["yours", "ours", "done"];
  return ids.map((id) => ({ id, rows: rows.filter((row) => groupOf(row.state) === id) }));
}
