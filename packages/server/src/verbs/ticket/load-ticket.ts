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

/** The same, or the ticket it went into where it was merged: what is said to its people is said there. */
export async function loadSurvivor(scene: Scene, id: string): Promise<LoadedTicket | null> {
  let stored = await scene.tx.tickets.findById(id);
  while (stored?.state === "merged" && stored.proceedings.mergedInto !== null) {
    stored = await scene.tx.tickets.find(stored.proceedings.mergedInto, { tickets: "all" }, "look");
  }
  return stored && { id: stored.id, stored, log: await scene.tx.tickets.log(stored.id) };
}
