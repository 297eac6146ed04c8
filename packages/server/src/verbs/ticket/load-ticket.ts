import { reachOf } from "@troth/core";
import type { Mode, StoredTicket } from "../../ports/store.ts";
import type { Scene } from "../context.ts";
import { missingTicket } from "../fail.ts";
import type { Loaded } from "./save-ticket.ts";

export type LoadedTicket = Loaded & { readonly stored: StoredTicket };

/** The ticket with its log, held for this transaction unless only looked at; outside the actor's reach it is missing. */
export async function loadTicket(scene: Scene, number: number, mode: Mode = "lock"): Promise<LoadedTicket> {
  const stored = await scene.tx.tickets.find(number, reachOf(scene.actor), mode);
  if (!stored) throw missingTicket(number);
  return { id: stored.id, stored, log: await scene.tx.tickets.log(stored.id) };
}

/** The same by id, for jobs; null when it is gone. */
export async function loadTicketById(scene: Scene, id: string): Promise<LoadedTicket | null> {
  const stored = await scene.tx.tickets.findById(id);
  return stored && { id, stored, log: await scene.tx.tickets.log(id) };
}
