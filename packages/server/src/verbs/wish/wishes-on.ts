import type { StoredTicket } from "../../ports/store.ts";
import type { StoredWish } from "../../ports/wishes.ts";
import type { Scene } from "../context.ts";

/** What a ticket asks for, and with it the tickets that were merged into it; nothing for one that was merged itself. */
export async function wishesOn(
  { tx }: Pick<Scene, "tx">,
  { id, stored }: { readonly id: string; readonly stored: StoredTicket },
): Promise<Array<StoredWish & { readonly ticket: string }>> {
  const { absorbed } = stored.proceedings;
  if (stored.state === "merged" || (stored.wish === null && absorbed.length === 0)) return [];
  return tx.wishes.ofTickets([id, ...absorbed.map(({ ticket }) => ticket)]);
}
