import { reachOf } from "@troth/core";
import type { Scene } from "../context.ts";
import { Fail } from "../fail.ts";
import type { LoadedTicket } from "./load-ticket.ts";

const NUMBER = /^\s*#?(\d{1,10})\s*$/;
const LARGEST = 2_147_483_647;

/**
 * The ticket that an outcome names as the same one, held for this transaction: another one of the same customer, and not
 * one that goes on elsewhere. Whose number it is otherwise is nobody's to know, least of all the customer's who reads it.
 */
export async function sameAs(
  scene: Scene,
  { stored }: LoadedTicket,
  detail: string | null,
): Promise<LoadedTicket> {
  const number = Number(NUMBER.exec(detail ?? "")?.[1] ?? 0);
  if (number === 0 || number > LARGEST) throw refused("Write the number of the other ticket.");
  if (number === stored.number) throw refused("That is this ticket. Write the number of the other one.");
  const other = await scene.tx.tickets.find(number, reachOf(scene.actor), "lock");
  if (other?.organisation !== stored.organisation)
    throw refused(`This customer has no ticket ${number}. Look the number up among their tickets.`);
  if (other.state === "merged")
    throw refused(`Ticket ${number} was merged. Write the number of the ticket it goes on in.`);
  if (other.proceedings.isRestricted && !stored.proceedings.isRestricted)
    throw refused(
      `Ticket ${number} is shown to few, and whoever reads this one would learn of it. Merge the two instead.`,
    );
  return { id: other.id, stored: other, log: await scene.tx.tickets.log(other.id) };
}

function refused(message: string): Fail {
  return new Fail("invalid", message, { fields: [{ path: "detail", message }] });
}
